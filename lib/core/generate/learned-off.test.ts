import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { type Generated, generateSteps } from './generate'
import { switchedOff } from './learned-off'
import { model } from './testing-fixture'

const tally = (kept: number, rejected: number, bad = 0) => ({
  ...{ construction: `${kept}-${rejected}-${bad}`, proposed: 90, kept, rejected, bad },
})

describe('a construction', () => {
  it('is off from 30 decisions on when fewer than four in five were kept', () => {
    const off = switchedOff([
      tally(24, 6),
      tally(23, 7),
      tally(23, 0, 7),
      tally(22, 7),
      tally(0, 29),
      tally(0, 30),
      tally(80, 20),
      tally(80, 20, 1),
    ])
    expect([...off]).toEqual(['23-7-0', '23-0-7', '0-30-0', '80-20-1'])
    expect(switchedOff([])).toEqual(new Set())
  })

  it('that is off makes nothing, and the passage knows why', () => {
    const body = 'The Treaty of Vik was signed in the town hall of Bergen on 1 June 1720.'
    const text = segment(readSource(body))
    const made = (off: ReadonlySet<string>): Generated => {
      const steps = generateSteps(text, model(), 'many', off)
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
      }
    }
    const all = new Set(made(new Set()).items.map(({ construction }) => construction))
    expect(all.size).toBeGreaterThan(0)
    const without = made(all)
    expect(without.items.filter(({ construction }) => all.has(construction))).toEqual([])
    const why = without.passages.flatMap(({ dropped }) => dropped.map(([reason]) => reason))
    expect(why).toContain('too few of its kind were kept')
  })
})
