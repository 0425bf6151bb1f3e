import 'server-only'
import { z } from 'zod'
import { Blueprint, MOST_QUESTIONS, spreadOver, TestPart } from '@/lib/core/exam/mock/blueprint'
import { drawTest } from '@/lib/core/exam/mock/draw-test'
import { TestId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { insertTest } from '@/lib/store/mock-test'
import { admit, missing, words } from './door'
import { newId } from './new-id'
import { testPool } from './test-pool'
import type { Visit } from './visit'

/** Either so many questions over all sections, or lines that say what they are. */
const TestDraft = z.object({
  name: words().max(120, 'The name of a test has at most 120 characters.').default(''),
  parts: z.array(TestPart).min(1, 'Choose what the test is on.').max(50),
  questions: z
    .int('The number of questions is a whole number.')
    .min(1, 'A test has at least one question.')
    .max(MOST_QUESTIONS, `A test has at most ${MOST_QUESTIONS} questions.`)
    .optional(),
  cells: Blueprint.shape.cells.optional(),
  minutes: Blueprint.shape.minutes,
  /** The same seed draws the same questions from the same items; made up where none is given. */
  seed: words().max(40, 'A seed has at most 40 characters.').default(''),
})

/** Draws a test and keeps it as it is drawn. */
export async function makeTest(visit: Visit, input: unknown): Promise<Outcome<{ testId: TestId }>> {
  const draft = admit(TestDraft, input)
  if (!draft.ok) return draft
  const { parts, questions = 20, minutes } = draft.value
  const pool = await testPool(visit, parts)
  if (!pool) return failed('notFound', missing('deck or exam'))
  const id = TestId.parse(newId())
  const blueprint = admit(Blueprint, {
    cells: draft.value.cells ?? spreadOver(pool.sections, questions),
    minutes,
    // Short enough to be copied from paper.
    seed: draft.value.seed || id.replaceAll('-', '').slice(-8),
  })
  if (!blueprint.ok) return blueprint
  const drawn = drawTest(pool.items, pool.sections, blueprint.value)
  if (drawn.questions.length === 0)
    return failed(
      'invalid',
      'There is nothing here to ask in a test. It needs items that are kept, not suspended, and not only turned over.',
    )
  await insertTest(store(), visit.learner.id, {
    ...{ id, parts, drawn, blueprint: blueprint.value, createdAt: visit.now },
    name: draft.value.name || nameFor(pool.name),
  })
  return done({ testId: id })
}

const nameFor = (name: string): string => (name.length > 110 ? `${name.slice(0, 109)}…` : name)
