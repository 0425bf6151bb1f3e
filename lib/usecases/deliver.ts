/** An assignment reaches a student: their own deck with copies of its items, and an exam of their own where the class has one. */
import 'server-only'
import { type ExamDraft, examAt } from '@/lib/core/exam/exam'
import { DeckId, ExamId, type LearnerId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import { formatStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import { giverOf, holdGiven, itemsAssigned } from '@/lib/store/assignment'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { insertDeck, isNameTaken } from '@/lib/store/deck'
import { claimDelivery, completeDelivery } from '@/lib/store/delivery'
import { insertExam } from '@/lib/store/exam'
import { lockLearner } from '@/lib/store/learner'
import { type OwnAssignment, undelivered } from '@/lib/store/own-assignment'
import { copyItems } from './copy-items'
import { newId } from './new-id'

/** Everything that has begun for the student by their own study day. Each exactly once, also with two visits at once. */
export async function deliverDue(learner: Learner, studyDay: StudyDay, now: number): Promise<void> {
  const waiting = await undelivered(store(), learner.id, studyDay)
  for (const assignment of waiting) {
    await inTransaction((db) => deliver(db, learner.id, assignment, { studyDay, now }))
  }
}

async function deliver(
  db: Db,
  to: LearnerId,
  seen: OwnAssignment,
  { studyDay, now }: { readonly studyDay: StudyDay; readonly now: number },
) {
  await holdGiven(db, seen)
  await lockLearner(db, to)
  // As it is now that it is held: it may have been changed, taken back or given since it was seen.
  const assignment = (await undelivered(db, to, studyDay)).find(({ id }) => id === seen.id)
  if (!assignment || !(await claimDelivery(db, assignment.id, to, now))) return
  const deckId = DeckId.parse(newId())
  const name = await freeName(db, to, assignment)
  await insertDeck(db, { id: deckId, ownerId: to, name, textId: null, originId: assignment.deckId })
  const origin = await itemsAssigned(db, assignment.id)
  const from = await giverOf(db, assignment)
  await copyItems(db, { origin, to, deckId, from, now })
  await completeDelivery(db, assignment.id, to, { deckId })
  await giveExam(db, { ...assignment, ownDeckId: deckId }, to, now)
}

/** The student's own exam, where the class has one that lies ahead. They may change it as any other. */
export async function giveExam(
  db: Db,
  given: Pick<OwnAssignment, 'id' | 'name' | 'exam' | 'timeZone'> & { readonly ownDeckId: DeckId },
  to: LearnerId,
  now: number,
): Promise<void> {
  const { exam, timeZone } = given
  if (!exam || examAt({ ...exam, timeZone }) <= now) return
  const id = ExamId.parse(newId())
  const draft: ExamDraft = {
    ...{ name: given.name.slice(0, 120), timeZone, weights: {}, daysOff: [] },
    ...{ date: exam.date, time: exam.time, minutesPerDay: exam.minutesPerDay },
    parts: [{ kind: 'deck', deckId: given.ownDeckId }],
    weekdaysOff: Array.from({ length: 7 }, () => false),
  }
  await insertExam(db, to, id, draft)
  await completeDelivery(db, given.id, to, { examId: id })
}

const LONGEST_NAME = 200

/** Two live decks of one learner do not share a name: then the class's is added, and then a number. */
async function freeName(
  db: Db,
  owner: LearnerId,
  { name, className, dueOn }: OwnAssignment,
): Promise<string> {
  const named = (end: string) => `${name.slice(0, LONGEST_NAME - end.length)}${end}`
  const tries = ['', ` · ${className.slice(0, 60)}`, ` · due ${formatStudyDay(dueOn)}`]
  for (const end of tries) {
    if (!(await isNameTaken(db, owner, named(end)))) return named(end)
  }
  for (let n = 2; ; n++) {
    if (!(await isNameTaken(db, owner, named(` (${n})`)))) return named(` (${n})`)
  }
}
