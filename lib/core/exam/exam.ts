/** An exam is a moment at which somebody will be asked what they studied: when it is, what it is on, and what one can give until then. */
import { z } from 'zod'
import { type CardId, DeckId, type ExamId, ItemId, TextId } from '../ids'
import type { Form, ItemKind } from '../items/item'
import type { MemoryState } from '../memory/state'
import { storable } from '../text/storable'
import { instantOf } from '../time/civil-instant'
import { isTimeZone } from '../time/civil-time'
import { parseStudyDay, type StudyDay, studyDayOf, weekdayOf } from '../time/study-day'

/** A part of what an exam is on. An item that several parts hold counts once. */
export const ExamPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deck'), deckId: DeckId }),
  z.object({
    kind: z.literal('section'),
    textId: TextId,
    section: z.string().overwrite(storable).max(1000),
  }),
  z.object({ kind: z.literal('item'), itemId: ItemId }),
])
export type ExamPart = z.infer<typeof ExamPart>

/** No day before 1970: what is planned lies ahead. */
const day = (words: string) =>
  z.string(words).refine((text) => (parseStudyDay(text) ?? -1) >= 0, words)

/** By the section's key; where none is set, a section weighs as many items as it has. */
export const SectionWeights = z.record(
  z.string().overwrite(storable).max(1100),
  z
    .number('A weight is a number.')
    .min(0, 'A weight is 0 or more.')
    .max(1_000_000, 'A weight is at most 1,000,000.'),
)
export type SectionWeights = z.infer<typeof SectionWeights>

const NO_MINUTES = 'Minutes a day are a whole number from 0 to 600.'

export const ExamDraft = z.object({
  name: z
    .string('An exam needs a name.')
    .overwrite(storable)
    .trim()
    .min(1, 'An exam needs a name.')
    .max(120, 'The name of an exam has at most 120 characters.'),
  /** YYYY-MM-DD and HH:MM on the clock of the zone. */
  date: day('Give the date of the exam.'),
  time: z
    .string('Give the time at which the exam begins.')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time at which the exam begins, as 09:00.'),
  timeZone: z
    .string('Choose the time zone of the exam.')
    .refine(isTimeZone, 'There is no such time zone. Choose one of the list.'),
  parts: z
    .array(ExamPart, 'Choose what the exam is on.')
    .min(1, 'Choose what the exam is on: a deck, a section or an item.')
    .max(
      200,
      'An exam is on at most 200 decks, sections and items. Take a deck in place of its items.',
    )
    .transform(eachOnce),
  weights: SectionWeights.default({}),
  minutesPerDay: z.int(NO_MINUTES).min(0, NO_MINUTES).max(600, NO_MINUTES),
  /** Days without study: Monday … Sunday, and single dates. */
  weekdaysOff: z.array(z.boolean()).length(7),
  daysOff: z
    .array(day('A day off is a date.'))
    .max(400, 'At most 400 single days off.')
    .transform((dates) => [...new Set(dates)].sort()),
})
export type ExamDraft = z.infer<typeof ExamDraft>

/** What came of it, as the learner was told: 78 of 100, 23.5 of 30. */
export const ExamResult = z
  .object({
    points: z.number('Give the score as a number.').min(0, 'A score is 0 or more.').max(100_000),
    of: z
      .number('Give what the score is out of.')
      .positive('A score is out of more than 0.')
      .max(100_000),
  })
  .refine(({ points, of }) => points <= of, 'The score is more than there was to be had.')
export type ExamResult = z.infer<typeof ExamResult>

export type Exam = ExamDraft & {
  readonly id: ExamId
  /** Put away by the learner; can be brought back. */
  readonly deleted: boolean
  readonly result: ExamResult | null
}

/** An item of an exam, with what is remembered of it. */
export type ExamItem = {
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly sectionKey: string
  /** The one it would be asked in. */
  readonly form: Form
  readonly cards: readonly {
    readonly id: CardId
    readonly elementKey: string
    readonly memory: MemoryState
  }[]
}

type When = Pick<ExamDraft, 'date' | 'time' | 'timeZone'>

/** When it begins, in milliseconds since 1970. Throws for a date or time that is none: a draft has been read by then. */
export function examAt({ date, time, timeZone }: When): number {
  const at = instantOf(date, time, timeZone)
  if (at === null) throw new RangeError(`no moment of an exam: ${date} ${time}`)
  return at
}

/** The study day it falls on: an exam at 2 in the night belongs to the day before, as reviews do. */
export const examDay = (when: When, rolloverHour: number): StudyDay =>
  studyDayOf(examAt(when), when.timeZone, rolloverHour)

/** Whether nothing is studied for the exam on a day. */
export function isDayOff(
  { weekdaysOff, daysOff }: Pick<ExamDraft, 'weekdaysOff' | 'daysOff'>,
  studyDay: StudyDay,
): boolean {
  return (
    (weekdaysOff[weekdayOf(studyDay)] ?? false) ||
    daysOff.some((off) => parseStudyDay(off) === studyDay)
  )
}

/** Minutes that one can give on a study day. */
export const minutesOn = (
  exam: Pick<ExamDraft, 'weekdaysOff' | 'daysOff' | 'minutesPerDay'>,
  studyDay: StudyDay,
): number => (isDayOff(exam, studyDay) ? 0 : exam.minutesPerDay)

/** One name for a part, by which two that are the same are told. */
export function partKey(part: ExamPart): string {
  switch (part.kind) {
    case 'deck':
      return `deck:${part.deckId}`
    case 'section':
      return `section:${part.textId}:${part.section}`
    case 'item':
      return `item:${part.itemId}`
  }
}

function eachOnce(parts: ExamPart[]): ExamPart[] {
  return [...new Map(parts.map((part) => [partKey(part), part])).values()]
}
