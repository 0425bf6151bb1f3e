/** A deck becomes due in classes: made, changed and taken back by who may assign in them. */
import 'server-only'
import { z } from 'zod'
import { type Assignment, AssignmentDraft } from '@/lib/core/class/assignment'
import { examAt } from '@/lib/core/exam/exam'
import { AssignmentId, ClassId, DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { parseStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import {
  findAssignment,
  insertAssignment,
  lockAssignment,
  sectionsOfDecks,
  setEnded,
  updateAssignment,
} from '@/lib/store/assignment'
import { type Db, inTransaction } from '@/lib/store/client'
import { findDeck, updateDeck } from '@/lib/store/deck'
import { deliveriesOf, moveClassExams } from '@/lib/store/delivery'
import { type ClassHere, enterClass } from './class-access'
import { giveExam } from './deliver'
import { admit, admitId, missing } from './door'
import { newId } from './new-id'
import type { Visit } from './visit'

const MOST_CLASSES = 20

const Wish = z.object({
  /** One assignment is made in each. */
  classIds: z
    .array(ClassId)
    .min(1, 'Choose a class.')
    .max(MOST_CLASSES, `At most ${MOST_CLASSES} classes at once.`)
    .transform((ids) => [...new Set(ids)]),
  draft: AssignmentDraft,
  /** Whether who assigns it goes on studying the deck; not said: as it is. */
  studied: z.boolean().optional(),
})

type Draft = z.infer<typeof AssignmentDraft>

/** Assigns one's own deck in one class or several; all of them or none. */
export async function assignDeck(
  visit: Visit,
  input: unknown,
): Promise<Outcome<{ assignmentIds: readonly AssignmentId[] }>> {
  const wish = admit(Wish, input)
  if (!wish.ok) return wish
  const { classIds, draft, studied } = wish.value
  const deckId = admitId(DeckId, draft.deckId, 'deck')
  if (!deckId.ok) return deckId
  return inTransaction(async (db) => {
    const made: Assignment[] = []
    for (const classId of classIds) {
      const here = await enterClass(db, visit, classId, 'assign decks')
      if (!here.ok) return here
      const given = await checked(db, visit, here.value, { ...draft, deckId: deckId.value })
      if (!given.ok) return given
      const id = AssignmentId.parse(newId())
      made.push({ ...given.value, id, classId, deckId: deckId.value, ended: false })
    }
    for (const assignment of made) await insertAssignment(db, assignment)
    if (studied !== undefined) await updateDeck(db, visit.learner.id, deckId.value, { studied })
    return done({ assignmentIds: made.map(({ id }) => id) })
  })
}

/** Changes what is said of it; its deck stays. Exams that students were given with it move along. */
export async function changeAssignment(
  visit: Visit,
  input: { classId: unknown; assignmentId: unknown; draft: unknown },
): Promise<Outcome<{ assignmentId: AssignmentId }>> {
  const draft = admit(AssignmentDraft, input.draft)
  if (!draft.ok) return draft
  return inTransaction(async (db) => {
    const found = await assignmentHere(db, visit, input, true)
    if (!found.ok) return found
    const { here, assignment } = found.value
    const given = await checked(
      db,
      visit,
      here,
      { ...draft.value, deckId: assignment.deckId },
      assignment,
    )
    if (!given.ok) return given
    const reached = await deliveriesOf(db, assignment.id)
    if (reached.length > 0 && !sameSections(assignment.sections, given.value.sections))
      return failed(
        'conflict',
        'It has reached students, so its sections stay as they are. Take it back and assign the other sections anew: what was answered is kept.',
      )
    await updateAssignment(db, here.class.id, assignment.id, given.value)
    await moveExams(db, visit, here, { ...assignment, ...given.value }, reached)
    return done({ assignmentId: assignment.id })
  })
}

async function moveExams(
  db: Db,
  { now }: Visit,
  { class: { timeZone } }: ClassHere,
  assignment: Assignment,
  reached: Awaited<ReturnType<typeof deliveriesOf>>,
): Promise<void> {
  const { exam } = assignment
  const date = exam && parseStudyDay(exam.date)
  const to = exam && date !== null ? { date, time: exam.time, timeZone } : null
  await moveClassExams(db, assignment.id, to, now)
  for (const { learnerId, deckId, examId } of reached) {
    if (deckId === null || examId !== null) continue
    await giveExam(db, { ...assignment, timeZone, ownDeckId: deckId }, learnerId, now)
  }
}

/** Takes it back, or gives it again. Who was given it keeps the deck and what they know. */
export async function endAssignment(
  visit: Visit,
  input: { classId: unknown; assignmentId: unknown; ended: unknown },
): Promise<Outcome<{ assignmentId: AssignmentId }>> {
  const ended = admit(z.boolean(), input.ended)
  if (!ended.ok) return ended
  return inTransaction(async (db) => {
    const found = await assignmentHere(db, visit, input, true)
    if (!found.ok) return found
    const { here, assignment } = found.value
    await setEnded(db, here.class.id, assignment.id, ended.value ? new Date(visit.now) : null)
    return done({ assignmentId: assignment.id })
  })
}

/** An assignment of a class, for who may assign in it; with `lock` as it stays until the transaction ends. */
export async function assignmentHere(
  db: Db,
  visit: Visit,
  { classId, assignmentId }: { classId: unknown; assignmentId: unknown },
  lock = false,
): Promise<Outcome<{ here: ClassHere; assignment: Assignment }>> {
  const here = await enterClass(db, visit, classId, 'assign decks')
  if (!here.ok) return here
  const id = admitId(AssignmentId, assignmentId, 'assignment')
  if (!id.ok) return id
  if (lock) await lockAssignment(db, id.value)
  const assignment = await findAssignment(db, here.value.class.id, id.value)
  return assignment
    ? done({ here: here.value, assignment })
    : failed('notFound', missing('assignment'))
}

type Given = Omit<Assignment, 'id' | 'classId' | 'deckId' | 'ended'>

/** @param before the assignment that is changed: its deck may be another teacher's, and its exam may be over */
async function checked(
  db: Db,
  visit: Visit,
  { class: { timeZone } }: ClassHere,
  draft: Draft & { readonly deckId: DeckId },
  before: Assignment | null = null,
): Promise<Outcome<Given>> {
  if (!before && !(await findDeck(db, visit.learner.id, draft.deckId)))
    return failed('notFound', missing('deck'))
  const sections = [...new Set(draft.sections)]
  const there = (await sectionsOfDecks(db, [draft.deckId])).get(draft.deckId) ?? []
  const items = there.filter(({ section }) => sections.length === 0 || sections.includes(section))
  if (items.length === 0 && !before)
    return failed(
      'invalid',
      'There are no items in this to assign. Choose another deck or section.',
    )
  if (!sections.every((section) => there.some((of) => of.section === section)) && !before)
    return failed(
      'notFound',
      'A section that was chosen is no longer in the deck. Load the page again.',
    )
  const { exam, goal } = draft
  const moved = exam && (exam.date !== before?.exam?.date || exam.time !== before.exam.time)
  if (exam && moved && examAt({ ...exam, timeZone }) <= visit.now)
    return failed(
      'invalid',
      'The exam lies in the past. Give the date and time of the one to come.',
    )
  return done({
    ...{ name: draft.name, sections, goal, exam },
    startsOn: dayOf(draft.startsOn),
    dueOn: dayOf(draft.dueOn),
  })
}

function dayOf(text: string): StudyDay {
  const day = parseStudyDay(text)
  if (day === null) throw new Error(`a date that was let in is none: ${text}`)
  return day
}

const sameSections = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((section) => b.includes(section))
