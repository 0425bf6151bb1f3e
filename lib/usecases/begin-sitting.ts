import 'server-only'
import { foldSitting, withExtraTime } from '@/lib/core/exam/mock/sitting'
import { SittingId, TestId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { extraTimeOf } from '@/lib/store/extra-time'
import { findTest } from '@/lib/store/mock-test'
import { eventsOfSittings, holdTest, insertSitting, sittingsOf } from '@/lib/store/sitting'
import { admitId, missing } from './door'
import { newId } from './new-id'
import type { Visit } from './visit'

/** Begins a test, or goes on with a sitting of it that is not handed in: pressed twice, or in two tabs, it is one. */
export async function beginSitting(
  visit: Visit,
  testId: string,
): Promise<Outcome<{ sittingId: SittingId }>> {
  const id = admitId(TestId, testId, 'test')
  if (!id.ok) return id
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    const test = (await holdTest(db, ownerId, id.value)) && (await findTest(db, ownerId, id.value))
    if (!test) return failed('notFound', missing('test'))
    const open = await openSitting(db, visit, id.value)
    if (open) return done({ sittingId: open })
    const sittingId = SittingId.parse(newId())
    const minutes = await minutesFor(db, visit, test.blueprint.minutes)
    await insertSitting(db, ownerId, {
      ...{ id: sittingId, testId: test.id, minutes },
      timeZone: visit.timeZone,
      startedAt: visit.now,
    })
    return done({ sittingId })
  })
}

/** Whoever is granted more time in a class has it in every test; a test without a clock stays one. */
async function minutesFor(db: Db, visit: Visit, usual: number | null): Promise<number | null> {
  return usual === null ? null : withExtraTime(usual, await extraTime(db, visit))
}

const extraTime = async (db: Db, { learner }: Visit): Promise<number> =>
  learner.isStudent ? extraTimeOf(db, learner.id) : 0

/** How much more time than usual the visitor has in tests, in per cent. */
export const readOwnExtraTime = (visit: Visit): Promise<number> => extraTime(store(), visit)

async function openSitting(db: Db, visit: Visit, testId: TestId): Promise<SittingId | null> {
  const rows = await sittingsOf(db, visit.learner.id, testId)
  const events = await eventsOfSittings(
    db,
    visit.learner.id,
    rows.map((row) => row.id),
  )
  const open = rows.find(
    (row) => foldSitting(row, events.get(row.id) ?? [], visit.now).stage.phase === 'open',
  )
  return open?.id ?? null
}
