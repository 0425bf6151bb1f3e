import { describe, expect, it } from 'vitest'
import { formatStudyDay, parseStudyDay, type StudyDay } from '../time/study-day'
import { ExamDraft, ExamResult, examAt, examDay, minutesOn } from './exam'

const DECK = '01900000-0000-7000-8000-000000000001'
const TEXT = '01900000-0000-7000-8000-000000000002'

const draft = (change: Record<string, unknown> = {}) => ({
  ...{ name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'Europe/Vienna' },
  ...{ parts: [{ kind: 'deck', deckId: DECK }], minutesPerDay: 20, daysOff: [] },
  weekdaysOff: [false, false, false, false, false, false, true],
  ...change,
})

const words = (input: unknown) => {
  const { error } = ExamDraft.safeParse(input)
  return error?.issues[0]?.message ?? ''
}

const day = (text: string): StudyDay => {
  const read = parseStudyDay(text)
  if (read === null) throw new Error(text)
  return read
}

describe('the draft of an exam', () => {
  it('says plainly what is wrong with it', () => {
    expect(words(draft())).toBe('')
    expect(words(draft({ name: '  ' }))).toBe('An exam needs a name.')
    expect(words(draft({ name: 'x'.repeat(121) }))).toContain('at most 120')
    expect(words(draft({ date: '' }))).toBe('Give the date of the exam.')
    expect(words(draft({ date: '2026-02-30' }))).toBe('Give the date of the exam.')
    expect(words(draft({ date: '0099-12-14' }))).toBe('Give the date of the exam.')
    expect(words(draft({ time: '25:00' }))).toContain('as 09:00')
    expect(words(draft({ timeZone: '+01:00' }))).toContain('no such time zone')
    expect(words(draft({ parts: [] }))).toContain('Choose what the exam is on')
    for (const minutes of [-1, 601, 1.5, 'many'])
      expect(words(draft({ minutesPerDay: minutes }))).toContain('from 0 to 600')
  })

  it('holds each part and each day off once', () => {
    const section = { kind: 'section', textId: TEXT, section: 'The wheel' }
    const deck = { kind: 'deck', deckId: DECK }
    const read = ExamDraft.parse(
      draft({
        parts: [deck, section, { ...deck, deckId: DECK.toUpperCase() }, section],
        daysOff: ['2026-12-08', '2026-12-01', '2026-12-08'],
      }),
    )
    expect(read.parts).toEqual([deck, section])
    expect(read.daysOff).toEqual(['2026-12-01', '2026-12-08'])
    expect(read.weights).toEqual({})
  })
})

describe('the moment of an exam', () => {
  it('belongs to the study day that its hour is in', () => {
    const at = (time: string, rollover = 4) =>
      formatStudyDay(examDay(ExamDraft.parse(draft({ time })), rollover))
    expect(at('09:00')).toBe('2026-12-14')
    expect(at('03:59')).toBe('2026-12-13')
    expect(at('03:59', 0)).toBe('2026-12-14')
  })

  it('stands on the clock of its zone, whoever looks from wherever', () => {
    expect(new Date(examAt(ExamDraft.parse(draft()))).toISOString()).toBe(
      '2026-12-14T08:00:00.000Z',
    )
    const spring = ExamDraft.parse(draft({ date: '2027-03-28', time: '02:30' }))
    // Vienna leaves out the hour from 2 to 3.
    expect(new Date(examAt(spring)).toISOString()).toBe('2027-03-28T01:30:00.000Z')
    expect(formatStudyDay(examDay(spring, 3))).toBe('2027-03-28')
  })
})

describe('the minutes that one can give', () => {
  it('are none on a day off, of the week or a single one', () => {
    const exam = ExamDraft.parse(draft({ daysOff: ['2026-12-08'] }))
    expect(minutesOn(exam, day('2026-12-05'))).toBe(20)
    expect(minutesOn(exam, day('2026-12-06'))).toBe(0) // a Sunday
    expect(minutesOn(exam, day('2026-12-07'))).toBe(20)
    expect(minutesOn(exam, day('2026-12-08'))).toBe(0)
  })
})

describe('the result', () => {
  it('is no more than there was to be had', () => {
    expect(ExamResult.safeParse({ points: 23.5, of: 30 }).success).toBe(true)
    expect(ExamResult.safeParse({ points: 0, of: 1 }).success).toBe(true)
    for (const [points, of] of [
      [31, 30],
      [-1, 30],
      [0, 0],
      [Number.NaN, 30],
    ])
      expect(ExamResult.safeParse({ points, of }).success).toBe(false)
  })
})
