/** The day that a fold sets is the one that the button promised. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewEvent } from '../review/event'
import { addDays, studyDayOf } from '../time/study-day'
import { CARD, event, fold, form, grade, late, load, parameters, plainLog } from './fold-fixture'
import { previewGrades } from './preview'

describe('the day of a fold', () => {
  it('does what the buttons said', () => {
    fc.assert(
      fc.property(plainLog, grade, form, parameters, (log, g, f, p) => {
        const before = fold(log, p)
        const now = { deed: { kind: 'review', grade: g, form: f }, ...late } as const
        const answered = event(99, now)
        const preview = previewGrades(CARD, before.memory, { ...answered, form: f }, p)
        expect(JSON.stringify(fold([...log, answered], p).memory)).toBe(
          JSON.stringify(preview[g].memory),
        )
      }),
    )
  })

  it('does what the buttons said, whatever else is due', () => {
    fc.assert(
      fc.property(plainLog, grade, form, parameters, load, (log, g, f, p, others) => {
        const answered = event(99, { deed: { kind: 'review', grade: g, form: f }, ...late })
        const asked = { ...answered, form: f }
        const preview = previewGrades(CARD, fold(log, p).memory, asked, p, others)
        const { dueDay } = preview[g]
        const said = { ...answered, ...(dueDay !== undefined && { dueDay }) } as ReviewEvent
        const { memory } = fold([said, ...log], p)
        expect(JSON.stringify(memory)).toBe(JSON.stringify(preview[g].memory))
        if (dueDay !== undefined) expect(memory).toMatchObject({ dueDay })
        expect(dueDay === undefined).toBe(!p.fuzz || preview[g].memory.phase !== 'review')
      }),
    )
  })

  it('takes no promised day that its own fuzz could not have given', () => {
    fc.assert(
      fc.property(
        plainLog,
        grade,
        parameters,
        fc.integer({ min: -9, max: 900 }),
        (log, g, p, n) => {
          const answered = event(99, { deed: { kind: 'review', grade: g }, ...late })
          const own = fold([...log, answered], p).memory
          if (own.phase !== 'review') return
          const dueDay = addDays(answered.studyDay, n)
          const { memory } = fold([...log, { ...answered, dueDay } as ReviewEvent], p)
          if (memory.phase !== 'review') throw new Error('the grade decides the phase')
          expect([own.dueDay, dueDay]).toContain(memory.dueDay)
          // The fuzz of FSRS is narrower than this on both sides.
          const days = own.dueDay - own.lastStudyDay
          expect(Math.abs(memory.dueDay - own.dueDay)).toBeLessThanOrEqual(4 + days / 4)
          if (!p.fuzz) expect(memory).toEqual(own)
        },
      ),
    )
  })

  it('keeps due days after the study day, within the maximum, and the grades in order', () => {
    fc.assert(
      fc.property(plainLog, form, parameters, fc.option(load), (log, f, p, others) => {
        const { memory } = fold(log, p)
        const now = { form: f, at: late.at, studyDay: studyDayOf(late.at, late.zone, 4) }
        const preview = previewGrades(CARD, memory, now, p, others)
        const days = ([1, 2, 3, 4] as const).flatMap((g) => {
          const after = preview[g].memory
          return after.phase === 'review' ? [after.dueDay - after.lastStudyDay] : []
        })
        for (const [i, value] of days.entries()) {
          expect(value).toBeGreaterThanOrEqual(1)
          expect(value).toBeLessThanOrEqual(p.maximumIntervalDays)
          expect(value).toBeGreaterThanOrEqual(days[i - 1] ?? 0)
        }
        const [hard, good, easy] = [undefined, undefined, undefined, ...days].slice(-3)
        const isShort = (value: number) => value < p.maximumIntervalDays
        if (good && easy && isShort(easy)) expect(easy).toBeGreaterThan(good)
        if (hard && good && isShort(good)) expect(good).toBeGreaterThan(hard)
      }),
    )
  })
})
