import 'server-only'
import type { TestQuestion } from '@/lib/core/exam/mock/question'
import type { ItemId, TestId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { loadSitting } from './load-sitting'
import { passagesOf, scoreOfSitting } from './read-sitting'
import type { Visit } from './visit'

export type Practice = {
  readonly test: { readonly id: TestId; readonly name: string }
  readonly questions: readonly TestQuestion[]
  readonly passages: ReadonlyMap<ItemId, PassageExcerpt>
}

/** What was not right in a sitting, to be asked again with the answers at hand. Nothing of it is recorded. */
export async function readPractice(visit: Visit, sittingId: string): Promise<Outcome<Practice>> {
  const loaded = await loadSitting(visit, sittingId)
  if (!loaded.ok) return loaded
  const { test, sitting } = loaded.value
  if (sitting.stage.phase !== 'handedIn')
    return failed(
      'conflict',
      'This test is not handed in yet. What was wrong can be seen after that.',
    )
  const questions = scoreOfSitting(loaded.value)
    .questions.filter((one) => one.points < one.of)
    .map((one) => one.question)
  return done({
    test: { id: test.id, name: test.name },
    questions,
    passages: await passagesOf(visit, questions),
  })
}
