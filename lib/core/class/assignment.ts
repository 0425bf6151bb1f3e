/** An assignment: a deck, or sections of it, that is due in a class. */
import { z } from 'zod'
import type { AssignmentId, ClassId, DeckId } from '../ids'
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

const day = z
  .string()
  .refine((text) => parseStudyDay(text) !== null, 'A date is written as 2026-12-24.')

/** The class's exam on what is assigned; its zone is the class's. */
export const ClassExam = z.object({
  date: day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30.'),
  minutesPerDay: z.int().min(0).max(600),
})
export type ClassExam = z.infer<typeof ClassExam>

export const AssignmentDraft = z
  .object({
    deckId: z.string(),
    name: z
      .string()
      .trim()
      .min(1, 'An assignment needs a name.')
      .max(200, 'The name of an assignment has at most 200 characters.'),
    /** Headings; empty: the whole deck. */
    sections: z.array(z.string().max(1000)).max(500),
    startsOn: day,
    dueOn: day,
    goal: Goal,
    exam: ClassExam.nullable(),
  })
  .refine((draft) => draft.startsOn <= draft.dueOn, {
    path: ['dueOn'],
    message: 'The due date lies before the start.',
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
