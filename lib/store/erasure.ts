/** Everything that is a learner's, counted and taken away: the one place in which reviews are deleted. */
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import { countInherited, heirsOfClasses, leaveClasses, leaveTexts } from './heirs'
import { removeJobs } from './jobs'
import { LIBRARY } from './learner'

export type Holdings = {
  /** Answers, those that were taken back too. */
  readonly answers: number
  /** Items that are kept. */
  readonly items: number
  readonly decks: number
  /** Texts of one's own, without those of the library. */
  readonly texts: number
  readonly exams: number
  /** Mock tests. */
  readonly tests: number
  /** Places in classes. */
  readonly seats: number
  /** Of one's own texts, those that others study: they are handed on. */
  readonly textsHandedOn: number
  /** One's own classes that somebody else teaches too, and those that end. */
  readonly classesHandedOn: number
  readonly classesEnding: number
}

type Counted = Omit<Holdings, 'textsHandedOn' | 'classesHandedOn' | 'classesEnding'>

const NOTHING: Counted = {
  ...{ answers: 0, items: 0, decks: 0, texts: 0, exams: 0, tests: 0, seats: 0 },
}

export async function holdingsOf(db: Db, learnerId: LearnerId): Promise<Holdings> {
  const [found] = await db.$queryRaw<Counted[]>`
    SELECT (SELECT count(*)::int FROM review WHERE learner_id = ${learnerId}::uuid AND kind = 'review') AS answers,
      (SELECT count(*)::int FROM item WHERE owner_id = ${learnerId}::uuid AND status = 'kept') AS items,
      (SELECT count(*)::int FROM deck WHERE owner_id = ${learnerId}::uuid) AS decks,
      (SELECT count(*)::int FROM text WHERE owner_id = ${learnerId}::uuid) AS texts,
      (SELECT count(*)::int FROM exam WHERE owner_id = ${learnerId}::uuid) AS exams,
      (SELECT count(*)::int FROM mock_test WHERE owner_id = ${learnerId}::uuid) AS tests,
      (SELECT count(*)::int FROM class_member WHERE learner_id = ${learnerId}::uuid AND ended_at IS NULL) AS seats`
  const classes = await heirsOfClasses(db, learnerId)
  const classesHandedOn = classes.filter(({ heir }) => heir).length
  return {
    ...(found ?? NOTHING),
    textsHandedOn: await countInherited(db, learnerId),
    classesHandedOn,
    classesEnding: classes.length - classesHandedOn,
  }
}

/**
 * Deletes the learner with everything of theirs; says whether there was one. Copies of their items stay with whoever holds
 * them, and so do the texts that others study and the classes that others teach. Answers that are being stored at this
 * moment are waited for, and later ones find no card. Give it a transaction.
 */
export async function eraseLearner(db: Db, learnerId: LearnerId): Promise<boolean> {
  if (learnerId === LIBRARY) throw new Error('the library is nobody’s to erase')
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM learner WHERE id = ${learnerId}::uuid FOR UPDATE`
  if (found.length === 0) return false
  // In the order in which answers lock them.
  await db.$queryRaw`
    SELECT count(*)::int FROM (SELECT 1 FROM card WHERE learner_id = ${learnerId}::uuid ORDER BY id FOR UPDATE) locked`
  await db.$queryRaw`SELECT set_config('passage.erasing', ${learnerId}, true)`
  await leaveClasses(db, learnerId)
  await leaveTexts(db, learnerId)
  await db.$executeRaw`DELETE FROM sitting_event WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM sitting WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM mock_test WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM review WHERE learner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM card WHERE learner_id = ${learnerId}::uuid`
  // With what they are on and what was forecast.
  await db.$executeRaw`DELETE FROM exam WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM deck_item WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM deck WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM item WHERE owner_id = ${learnerId}::uuid`
  await db.$executeRaw`
    DELETE FROM passage p USING text_revision r, text t
    WHERE p.revision_id = r.id AND r.text_id = t.id AND t.owner_id = ${learnerId}::uuid`
  await db.$executeRaw`
    DELETE FROM text_revision r USING text t WHERE r.text_id = t.id AND t.owner_id = ${learnerId}::uuid`
  await db.$executeRaw`DELETE FROM text WHERE owner_id = ${learnerId}::uuid`
  await removeJobs(db, learnerId)
  // With the account and its sign-ins, what was assigned, what may be read, and who had become part of them.
  await db.$executeRaw`DELETE FROM learner WHERE id = ${learnerId}::uuid`
  return true
}
