import 'server-only'
import { drawTest } from '@/lib/core/exam/mock/draw-test'
import { TestId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findTest } from '@/lib/store/mock-test'
import { admitId, missing } from './door'
import type { Practice } from './read-practice'
import { passagesOf } from './read-sitting'
import { testPool } from './test-pool'
import type { Visit } from './visit'

/** Most questions at a time. */
const AT_ONCE = 20

/** Questions of one section of a test, others every time. Nothing of it is recorded. */
export async function readCram(
  visit: Visit,
  { testId, section }: { testId: string; section: string },
): Promise<Outcome<Practice>> {
  const id = admitId(TestId, testId, 'test')
  if (!id.ok) return id
  const test = await findTest(store(), visit.learner.id, id.value)
  if (!test) return failed('notFound', missing('test'))
  const pool = await testPool(visit, test.parts)
  const items = pool?.items.filter((item) => item.section === section) ?? []
  const cell = { section, kind: null, form: null, count: Math.min(AT_ONCE, items.length) }
  const { questions } = drawTest(items, [], { cells: [cell], seed: String(visit.now) })
  if (questions.length === 0) return failed('notFound', missing('section'))
  return done({
    test: { id: test.id, name: test.name },
    questions,
    passages: await passagesOf(visit, questions),
  })
}
