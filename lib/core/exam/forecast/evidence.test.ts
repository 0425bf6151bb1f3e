import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '../../ids'
import type { Form } from '../../items/item'
import { DEFAULT_PARAMETERS } from '../../memory/parameters'
import type { Grade, ReviewEvent } from '../../review/event'
import { addDays, toStudyDay } from '../../time/study-day'
import { evidenceOf } from './evidence'

const TODAY = toStudyDay(20_000)
const id = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
let made = 0
const base = (daysAgo: number) => {
  made++
  const studyDay = addDays(TODAY, -daysAgo)
  return {
    id: ReviewId.parse(`018f4e5a-1111-7000-8000-${made.toString(16).padStart(12, '0')}`),
    ...{ cardId: id, studyDay, at: studyDay * 86_400_000 + made * 60_000 },
  }
}
const review = (daysAgo: number, grade: Grade, form: Form = 'typed'): ReviewEvent => ({
  ...base(daysAgo),
  ...{ kind: 'review', grade, form, typed: '', overruled: false, durationMs: 4_000 },
})
const evidence = (events: readonly ReviewEvent[]) =>
  evidenceOf([{ id, kind: 'date', sectionKey: 'one', events }], DEFAULT_PARAMETERS, TODAY)

describe('the evidence of a log', () => {
  it('is the first answer of all, and the first answers of later days', () => {
    const events = [
      review(20, 1, 'choice'),
      review(20, 3),
      review(18, 3),
      review(18, 3),
      review(0, 1),
    ]
    const { firstAnswers, recollections } = evidence(events)
    expect(firstAnswers).toEqual([{ kind: 'date', sectionKey: 'one', picked: true, right: false }])
    expect(recollections).toMatchObject([
      { days: 2, picked: false, right: true },
      { days: 18, picked: false, right: false, weight: 1 },
    ])
    expect(recollections[0]?.weight).toBeCloseTo(2 ** (-18 / 90), 9)
  })

  it('leaves out what was taken back, and what was before a card was begun anew', () => {
    const slip = review(3, 1)
    const undo: ReviewEvent = { ...base(3), kind: 'undo', targetId: slip.id }
    expect(evidence([review(9, 3), slip, undo]).recollections).toEqual([])
    const reset: ReviewEvent = { ...base(5), kind: 'reset' }
    const { firstAnswers, recollections } = evidence([
      review(9, 1),
      review(7, 3),
      reset,
      review(4, 3),
    ])
    expect(firstAnswers).toMatchObject([{ right: true }])
    expect(recollections).toEqual([])
  })
})
