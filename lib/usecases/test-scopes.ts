import 'server-only'
import type { Section } from '@/lib/core/exam/mock/blueprint'
import type { DeckId } from '@/lib/core/ids'
import { store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { testPool } from './test-pool'
import type { Visit } from './visit'

export type TestScope = {
  readonly id: DeckId
  readonly name: string
  readonly items: number
  readonly sections: readonly Section[]
}

/** What a test can be drawn from: the live decks that hold anything, with their sections. */
export async function testScopes(visit: Visit): Promise<TestScope[]> {
  const decks = (await decksOf(store(), visit.learner.id)).filter(
    (deck) => !deck.archived && deck.items > 0,
  )
  const scopes: TestScope[] = []
  for (const { id, name } of decks) {
    const { items, sections } = await testPool(visit, [{ kind: 'deck', deckId: id }])
    if (items.length > 0) scopes.push({ id, name, items: items.length, sections })
  }
  return scopes
}
