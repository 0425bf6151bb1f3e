import 'server-only'
import type { Section, TestPart } from '@/lib/core/exam/mock/blueprint'
import { store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { listExams } from './list-exams'
import { testPool } from './test-pool'
import type { Visit } from './visit'

export type TestScope = {
  readonly part: TestPart
  readonly name: string
  readonly items: number
  readonly sections: readonly Section[]
}

/** What a test can be drawn from: exams that lie ahead, and the live decks; only what holds anything. */
export async function testScopes(visit: Visit): Promise<TestScope[]> {
  const exams = (await listExams(visit)).filter((exam) => !exam.deleted && !exam.over)
  const decks = (await decksOf(store(), visit.learner.id)).filter((deck) => !deck.archived)
  const parts: TestPart[] = [
    ...exams.map(({ id }) => ({ kind: 'exam', examId: id }) as const),
    ...decks.map(({ id }) => ({ kind: 'deck', deckId: id }) as const),
  ]
  const scopes: TestScope[] = []
  for (const part of parts) {
    const pool = await testPool(visit, [part])
    if (!pool || pool.items.length === 0) continue
    const { name, items, sections } = pool
    scopes.push({ part, name, items: items.length, sections })
  }
  return scopes
}
