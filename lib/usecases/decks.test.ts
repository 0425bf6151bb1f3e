import { describe, expect, it } from 'vitest'
import { archiveDeck } from './archive-deck'
import { moveItems } from './change-items'
import { listLibrary } from './list-library'
import { makeDeck } from './make-deck'
import { mergeDecks } from './merge-decks'
import { newId } from './new-id'
import { planSession } from './plan-session'
import { readDeck } from './read-deck'
import { renameDeck } from './rename-deck'
import { newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

async function deck(visit: Visit, name: string): Promise<string> {
  return succeeded(await makeDeck(visit, { name })).deckId
}

const names = async (visit: Visit) => (await listLibrary(visit)).decks.map((d) => d.name)
const itemsIn = async (visit: Visit, deckId: string) => {
  const page = await readDeck(visit, deckId)
  return page.ok ? page.value.items.map((i) => i.id) : page.problem.code
}
const asked = async (visit: Visit) => {
  const plan = await planSession(visit, {})
  return plan.ok ? plan.value.questions.map((q) => q.itemId) : []
}

describe('decks', () => {
  it('are made, renamed and found under their new name', async () => {
    const visit = await newVisit()
    const id = await deck(visit, '  Rivers ')
    expect(await names(visit)).toEqual(['Rivers'])
    expect((await renameDeck(visit, { deckId: id, name: 'Streams' })).ok).toBe(true)
    expect(await names(visit)).toEqual(['Streams'])
  })

  it('do not share a name, whatever the case, unless one is archived', async () => {
    const visit = await newVisit()
    const first = await deck(visit, 'Rivers')
    expect(await makeDeck(visit, { name: 'rivers' })).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    })
    await archiveDeck(visit, { deckId: first, archived: true })
    const second = await deck(visit, 'Rivers')
    expect(await archiveDeck(visit, { deckId: first, archived: false })).toMatchObject({
      problem: { code: 'conflict' },
    })
    expect(await renameDeck(visit, { deckId: second, name: ' ' })).toMatchObject({
      problem: { code: 'invalid' },
    })
    expect(await makeDeck(visit, { name: 'x'.repeat(201) })).toMatchObject({
      problem: { code: 'invalid' },
    })
  })

  it('two learners may name theirs alike, and see only their own', async () => {
    const [one, other] = [await newVisit(), await newVisit()]
    const id = await deck(one, 'Rivers')
    await deck(other, 'Rivers')
    for (const attempt of [
      readDeck(other, id),
      renameDeck(other, { deckId: id, name: 'Mine' }),
      archiveDeck(other, { deckId: id, archived: true }),
      mergeDecks(other, { from: [id], into: id.replace(/.$/, '0') }),
      planSession(other, { deckId: id }),
      planSession(one, { deckId: newId() }),
      planSession(one, { textId: newId() }),
      readDeck(one, newId()),
      readDeck(one, 'no-id'),
    ]) {
      expect((await attempt).ok).toBe(false)
    }
    expect(await names(one)).toEqual(['Rivers'])
  })

  it('merge without losing or doubling an item', async () => {
    const visit = await newVisit()
    const [a, b] = [await ownItem(visit), await ownItem(visit)]
    const into = await deck(visit, 'All')
    await moveItems(visit, { itemIds: [a.itemId], from: a.deckId, to: into })
    const merged = await mergeDecks(visit, { from: [a.deckId, b.deckId, into], into })
    expect(merged.ok).toBe(true)
    expect(await itemsIn(visit, into)).toHaveLength(2)
    expect(await itemsIn(visit, a.deckId)).toBe('notFound')
    expect(await asked(visit)).toHaveLength(2)
  })

  it('a merge that names a deck of somebody else changes nothing', async () => {
    const [visit, other] = [await newVisit(), await newVisit()]
    const [mine, theirs] = [await ownItem(visit), await ownItem(other)]
    const into = await deck(visit, 'All')
    expect(await mergeDecks(visit, { from: [mine.deckId, theirs.deckId], into })).toMatchObject({
      problem: { code: 'notFound' },
    })
    expect(await itemsIn(visit, mine.deckId)).toHaveLength(1)
    expect(await itemsIn(other, theirs.deckId)).toHaveLength(1)
  })

  it('an archived deck is not asked, and is again when it comes back', async () => {
    const visit = await newVisit()
    const { deckId, itemId } = await ownItem(visit)
    expect(await asked(visit)).toEqual([itemId])
    await archiveDeck(visit, { deckId, archived: true })
    expect(await asked(visit)).toEqual([])
    await archiveDeck(visit, { deckId, archived: false })
    expect(await asked(visit)).toEqual([itemId])
  })
})
