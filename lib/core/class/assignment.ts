/** An assignment: a deck, or sections of it, that is due in a class. */
import { z } from 'zod'
import type { AssignmentId, ClassId, DeckId } from '../ids'
import { storable } from '../text/storable'
import { parseStudyDay, type StudyDay } from '../time/study-day'

/** What counts as done, for each item of it. Memory from before counts: who knew it starts from what they know. */
export const Goal = z.discriminatedUnion('kind', [
  /** Answered at least once. */
  z.object({ kind: z.literal('introduced') }),
  /** Recalled on so many study days, counted once a day. */
  z.object({ kind: z.literal('recalled'), days: z.int().min(1).max(10) }),
  /** The mean recall expected on the due date. */
  z.object({ kind: z.literal('expected'), recall: z.number().min(0.5).max(0.97) }),
])
export type Goal = z.infer<typeof Goal>

/** No day before 1970: what is assigned lies ahead. */
export const AssignmentDay = z
  .string('A date is written as 2026-12-24.')
  .refine((text) => (parseStudyDay(text) ?? -1) >= 0, 'A date is written as 2026-12-24.')

/** So long an assignment runs at most, in days: two years. */
export const LONGEST_TERM = 731

/** The class's exam on what is assigned; its zone is the class's. */
export const ClassExam = z.object({
  date: AssignmentDay,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30.'),
  minutesPerDay: z.int().min(0).max(600),
})
export type ClassExam = z.infer<typeof ClassExam>

function isTerm(startsOn: string, dueOn: string): boolean {
  const from = parseStudyDay(startsOn)
  const to = parseStudyDay(dueOn)
  return from === null || to === null || to - from <= LONGEST_TERM
}

export const AssignmentDraft = z
  .object({
    deckId: z.string(),
    name: z
      .string('An assignment needs a name.')
      .overwrite(storable)
      .trim()
      .min(1, 'An assignment needs a name.')
      .max(200, 'The name of an assignment has at most 200 characters.'),
    /** Headings; empty: the whole deck. */
    sections: z.array(z.string().overwrite(storable).max(1000)).max(500),
    startsOn: AssignmentDay,
    dueOn: AssignmentDay,
    goal: Goal,
    exam: ClassExam.nullable(),
  })
  .refine((draft) => draft.startsOn <= draft.dueOn, {
    path: ['dueOn'],
    message: 'The due date lies before the start.',
  })
  .refine(({ startsOn, dueOn }) => isTerm(startsOn, dueOn), {
    path: ['dueOn'],
    message: 'An assignment runs for at most two years. Check the dates.',
  })
export type AssignmentDraft = z.infer<typeof AssignmentDraft>

export type Assignment = {
  readonly id: AssignmentId
  readonly classId: ClassId
  /** The teacher's deck. */
  readonly deckId: DeckId
  readonly name: string
  readonly sections: readonly string[]
  readonly startsOn: StudyDay
  readonly dueOn: StudyDay
  readonly goal: Goal
  readonly exam: ClassExam | null
  readonly ended: boolean
}
