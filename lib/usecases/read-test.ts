import 'server-only'
import { foldSitting } from '@/lib/core/exam/mock/sitting'
import { groupBy } from '@/lib/core/group-by'
import { type SittingId, TestId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findTest, type TestLine, type TestRow, testsOf } from '@/lib/store/mock-test'
import { eventsOfSittings, type SittingRow, sittingsOf } from '@/lib/store/sitting'
import { admitId, missing } from './door'
import { scoreOfSitting } from './read-sitting'
import { teachSitting } from './teach-sitting'
import type { Visit } from './visit'

export type SittingLine = {
  readonly id: SittingId
  readonly startedAt: number
  /** null: not handed in. */
  readonly result: { readonly points: number; readonly of: number; readonly share: number } | null
}

export type { TestRow }

export type TestPage = { readonly test: TestRow; readonly sittings: readonly SittingLine[] }

/** A test, and how it went each time. */
export async function readTest(visit: Visit, testId: string): Promise<Outcome<TestPage>> {
  const id = admitId(TestId, testId, 'test')
  if (!id.ok) return id
  const test = await findTest(store(), visit.learner.id, id.value)
  if (!test) return failed('notFound', missing('test'))
  const rows = await sittingsOf(store(), visit.learner.id, id.value)
  return done({ test, sittings: await linesOf(visit, test, rows) })
}

async function linesOf(
  visit: Visit,
  test: TestRow,
  rows: readonly SittingRow[],
): Promise<SittingLine[]> {
  const all = await eventsOfSittings(
    store(),
    visit.learner.id,
    rows.map((row) => row.id),
  )
  const lines: SittingLine[] = []
  for (const row of rows) {
    const events = all.get(row.id) ?? []
    const sitting = foldSitting(row, events, visit.now)
    const isOver = sitting.stage.phase === 'handedIn'
    if (isOver) await teachSitting(visit, { row, test, events, sitting })
    const { points, of, share } = scoreOfSitting({ test, sitting })
    const result = isOver ? { points, of, share } : null
    lines.push({ id: row.id, startedAt: row.startedAt, result })
  }
  return lines
}

export type TestInList = TestLine & {
  readonly sat: number
  /** One that was begun and is, or may be, not handed in; the page of it says which. */
  readonly lastStartedAt: number | null
}

/** All tests, the newest first, those that were put away last. */
export async function listTests(visit: Visit): Promise<TestInList[]> {
  const [tests, rows] = await Promise.all([
    testsOf(store(), visit.learner.id),
    sittingsOf(store(), visit.learner.id),
  ])
  const byTest = groupBy(rows, (row) => row.testId)
  const lines = tests.map((test): TestInList => {
    const own = byTest.get(test.id) ?? []
    return { ...test, sat: own.length, lastStartedAt: own[0]?.startedAt ?? null }
  })
  return [...lines.filter((line) => !line.archived), ...lines.filter((line) => line.archived)]
}
