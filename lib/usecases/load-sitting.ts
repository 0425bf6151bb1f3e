/** A sitting as it is now: its test, what was done in it, and what that amounts to. */
import 'server-only'
import { foldSitting, type Sitting } from '@/lib/core/exam/mock/sitting'
import type { SittingEvent } from '@/lib/core/exam/mock/sitting-event'
import { SittingId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findTest, type TestRow } from '@/lib/store/mock-test'
import { eventsOfSittings, findSitting, type SittingRow } from '@/lib/store/sitting'
import { admitId, missing } from './door'
import type { Visit } from './visit'

export type LoadedSitting = {
  readonly row: SittingRow
  readonly test: TestRow
  readonly events: readonly SittingEvent[]
  readonly sitting: Sitting
}

export async function loadSitting(
  visit: Visit,
  sittingId: string,
): Promise<Outcome<LoadedSitting>> {
  const id = admitId(SittingId, sittingId, 'sitting')
  if (!id.ok) return id
  const row = await findSitting(store(), visit.learner.id, id.value)
  const test = row && (await findTest(store(), visit.learner.id, row.testId))
  if (!row || !test) return failed('notFound', missing('sitting'))
  const events = (await eventsOfSittings(store(), visit.learner.id, [row.id])).get(row.id) ?? []
  return done({ row, test, events, sitting: foldSitting(row, events, visit.now) })
}
