import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { fitText, withUnfit } from './fitness/fitness'
import { FRENCH } from './fitness/samples-fixture'
import { type Generated, generateSteps, stretchSteps } from './generate'
import { model } from './testing-fixture'
import { gatherDrops } from './why-none'

const read = (body: string) => segment(readSource(body, { fileName: 'a.md' }))
const generated = (body: string) => drained(generateSteps(read(body), model(), 'usual'))

function drained(steps: Generator<unknown, Generated>): Generated {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('what was dropped of a passage', () => {
  it('is told by reason, that of the candidate that came farthest first', () => {
    const drops = gatherDrops()
    drops.add(3, 'too short', 'filter', 0.95)
    drops.add(3, 'too short', 'filter', 0.2)
    drops.add(3, 'not sure enough', 'bar', 0.4)
    drops.add(3, 'points outside the sentence', 'filter', 0.99)
    expect(drops.of(3)).toEqual([
      ['not sure enough', 1],
      ['points outside the sentence', 1],
      ['too short', 2],
    ])
    expect(drops.of(4)).toEqual([])
  })

  it('is there for each passage that is asked of, in the order of the text', () => {
    const body = `# Mills

The mill of Fernby was built by Rosa Lindt in 1874.

Hm.

It was opened by him in 1904, and they sold it to them in 1911.

## Exercises

When was the mill of Fernby built by Rosa Lindt, in 1874 or in 1875?
`
    const { items, passages } = generated(body)
    expect(passages.map(({ start }) => body.slice(start, start + 6))).toEqual([
      'The mi',
      'Hm.\n\nI',
      'It was',
      'When w',
    ])
    expect(items.length).toBeGreaterThan(0)
    expect(passages[1]?.dropped).toEqual([])
    expect(passages[2]?.dropped[0]?.[1]).toBeGreaterThan(0)
    expect(passages[3]?.dropped).toEqual([['exercises and sources', 1]])
  })

  it('counts each candidate that was made and is no item once', () => {
    const many = Array.from(
      { length: 40 },
      (_, i) => `Anna Berg founded the school of Town${i} in ${1801 + i}.`,
    )
    const { items, passages } = generated(many.join(' '))
    const dropped = passages.flatMap((passage) => passage.dropped)
    expect(items.length).toBeGreaterThan(0)
    expect(dropped.map(([why]) => why)).toContain('over the number asked for')
  })

  it('of what is no English prose is that it is none', () => {
    const text = segment(readSource(`The mill was built by Rosa Lindt in 1874.\n\n${FRENCH}`))
    const fit = fitText(text)
    const start = text.blocks[0]?.start ?? -1
    expect(withUnfit(text, fit, [{ start, dropped: [['too long', 2]] }])).toEqual([
      { start, dropped: [['too long', 2]] },
      { start: text.blocks[1]?.start, dropped: [['language', 1]] },
    ])
  })
})

describe('items of a stretch', () => {
  const BODY = `Anna Berg founded the Bergen School in 1801. It was probably sold to Olga Lind for 40 pounds, some said in 1811.

The Treaty of Vik was signed on 1 June 1720.
`
  const stretchOf = (words: string) => {
    const start = BODY.indexOf(words)
    return { start, end: start + words.length }
  }
  const of = (words: string) => drained(stretchSteps(read(BODY), model(), stretchOf(words))).items

  it('are all that can be made of it, and of nothing else', () => {
    for (const words of ['Bergen School', 'The Treaty of Vik was signed']) {
      const { start, end } = stretchOf(words)
      const items = of(words)
      expect(items.length).toBeGreaterThan(0)
      for (const { evidence } of items) {
        expect(evidence[0]?.start).toBeLessThan(end)
        expect(evidence[0]?.end).toBeGreaterThan(start)
      }
    }
    expect(of(BODY).length).toBeGreaterThanOrEqual(generated(BODY).items.length)
  })

  it('ask nothing twice', () => {
    const asked = of(BODY).map(({ question }) => question)
    expect(new Set(asked).size).toBe(asked.length)
  })
})
