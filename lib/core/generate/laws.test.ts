import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GAP } from '@/lib/core/items/gap'
import { ItemContent } from '@/lib/core/items/item'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { generate, generateSteps } from './generate'
import { itemsOf, model } from './testing-fixture'

/** Pieces that the constructions look for, so that chance texts reach them. */
const piece = fc.constantFrom(
  'Anna Berg',
  'V.M. Smirnov',
  'the Third Congress',
  'was held',
  'in Moscow',
  'from March 6 to 8',
  'on 3 March 1918',
  ' lost ',
  '40 per cent of its ',
  'nine billion rubles',
  'composed of ',
  'A, B and C',
  ': ',
  '; ',
  ', ',
  '. ',
  '.\n\n',
  '\n',
  '“',
  '”',
  '‘',
  '’',
  '(',
  ')',
  '—',
  'said ',
  'which ',
  'and ',
  'three parts',
  '1. ',
  '- ',
  '# ',
  '*',
  '**',
  '_',
  '____',
  'is called ',
  'the ',
  'He ',
  'It ',
  'The ',
  'becomes',
  'edited by ',
  '<script>alert(1)</script>',
  '{{template}}',
  '\u0000',
  '\r\n',
  '😀',
  '\uD83D',
  'é',
  '1917–1918',
  '£60,000',
  '%',
)
const text = fc.oneof(
  fc
    .array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 })
    .map((parts) => parts.join(' ')),
  fc.array(piece, { maxLength: 80 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('laws of every text', () => {
  it('gives valid items with verbatim evidence, keys that differ, and the same again', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('a.txt', 'a.md'), (body, fileName) => {
        const items = itemsOf(body, fileName)
        expect(new Set(items.map((i) => i.key)).size).toBe(items.length)
        for (const item of items) {
          const { key: _key, construction: _construction, confidence, ...content } = item
          expect(ItemContent.safeParse(content).success).toBe(true)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(item.evidence.length).toBeGreaterThan(0)
          for (const e of item.evidence) expect(body.slice(e.start, e.end)).toBe(e.quote)
          for (const form of item.forms) {
            if (form.form === 'cloze') expect(form.prompt.split(GAP)).toHaveLength(2)
            if (form.form === 'choice')
              expect(form.options).toContain(item.answer.replace(/ \(.*\)$/, ''))
          }
        }
        expect(JSON.stringify(itemsOf(body, fileName))).toBe(JSON.stringify(items))
      }),
      { numRuns: 400 },
    )
  }, 30_000)

  it('keeps the order of the text', () => {
    const body = Array.from(
      { length: 9 },
      (_, i) => `The Treaty of ${'ABCDEFGHI'[i]}stad was signed on ${i + 1} March 170${i}.`,
    ).join(' ')
    const starts = itemsOf(body).map((i) => i.evidence[0]?.start ?? 0)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts.length).toBeGreaterThan(3)
  })

  it('reads a script tag and a template as characters', () => {
    const items = itemsOf(
      'The {{name}} of <script>alert(1)</script> was signed on 3 March 1702 in Bergen.',
    )
    for (const item of items) expect(item.question).toContain('<script>alert(1)</script>')
    expect(items.length).toBeGreaterThan(0)
  })

  it('tells its progress to the end, of a total that stays the same', () => {
    const told: [number, number][] = []
    const body = 'The Treaty of Norhavn was signed on 3 March 1702. '.repeat(120)
    generate(segment(readSource(body)), model(), 'many', (done, total) => told.push([done, total]))
    const total = told[0]?.[1] ?? 0
    expect(told.every(([, of]) => of === total)).toBe(true)
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b))
    expect(told.at(-1)).toEqual([total, total])
    // After every few sentences, in each of its stages.
    expect(told.length).toBeGreaterThan(120 / 2)
  })

  it('gives the same in steps, with other texts read in between', () => {
    const body =
      'Anna Berg founded the Bergen School in 1801. The Treaty of Vik was signed on 1 June 1720. '
    const text = segment(readSource(body.repeat(3)))
    const steps = generateSteps(text, model(), 'many')
    let step = steps.next()
    while (!step.done) {
      itemsOf('Olga Lind sold the Harbour Book of Oslo in 1802.')
      step = steps.next()
    }
    expect(step.value.items).toEqual(generate(text, model(), 'many'))
    expect(step.value.items.length).toBeGreaterThan(0)
  })

  it('leaves a line of two megabytes without sentences unread instead of hanging', () => {
    expect(itemsOf('The Word of '.repeat(170_000))).toEqual([])
    expect(itemsOf('(“one hundred and '.repeat(110_000))).toEqual([])
  })
})
