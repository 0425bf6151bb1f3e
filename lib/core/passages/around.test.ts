import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSource } from '@/lib/core/text/read-source'
import { textAround } from './around'
import { segment } from './segment'

const BODY = Array.from({ length: 12 }, (_, i) => `The mill of ford ${i} was sold.`).join('\n\n')
const text = segment(readSource(BODY))
const said = (span: { start: number; end: number }, most: number) =>
  textAround(text, span, most).blocks.map(({ contentStart, end }) =>
    BODY.slice(contentStart, end).replace(/\D/g, ''),
  )

it('holds what is around a stretch, more of what comes before', () => {
  const start = BODY.indexOf('ford 6')
  const span = { start, end: start + 6 }
  expect(said(span, 1)).toEqual(['6'])
  expect(said(span, 7 * 4)).toEqual(['4', '5', '6', '7'])
  expect(said(span, 1_000)).toEqual(Array.from({ length: 12 }, (_, i) => String(i)))
})

it('holds the whole stretch, its sentences in their places', () => {
  const place = fc.integer({ min: 0, max: BODY.length - 1 })
  fc.assert(
    fc.property(place, place, fc.integer({ min: 0, max: 120 }), (a, b, most) => {
      const span = { start: Math.min(a, b), end: Math.max(a, b) + 1 }
      const around = textAround(text, span, most)
      const inside = text.blocks.filter((one) => one.start < span.end && one.end > span.start)
      for (const { start } of inside)
        expect(around.blocks.map((block) => block.start)).toContain(start)
      for (const { start, end, block } of around.sentences) {
        expect(text.sentences.some((one) => one.start === start && one.end === end)).toBe(true)
        expect(around.blocks[block]?.end).toBeGreaterThanOrEqual(end)
      }
    }),
  )
})
