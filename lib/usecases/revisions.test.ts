/** What becomes of items, decisions and decks when the text they are from is imported in a new revision. */
import { describe, expect, it } from 'vitest'
import type { ItemId } from '@/lib/core/ids'
import { archiveDeck } from './archive-deck'
import { deleteItems, restoreItems } from './change-items'
import { decideItems } from './decide-items'
import { editItem } from './edit-item'
import { itemView, itemViews } from './item-view'
import { listLibrary } from './list-library'
import { mergeDecks } from './merge-decks'
import { planSession } from './plan-session'
import { recordReviews } from './record-reviews'
import { addText, answer, NOON, newVisit, ownItem, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley until the flood.

The flood of 1921 destroyed the lower weir.

The miller's ledger, a bound book, was kept by Anna Berger from 1880 to 1902.
`
const WITHOUT_LEDGER = MILL.replace(/^The miller's ledger.*$/m, 'Nobody knows who kept the books.')

/** The text imported, with its items and one of those that the next revision no longer says. */
async function begun() {
  const visit = await newVisit()
  const { textId } = await addText(visit, MILL)
  const items = await itemViews(visit, { textId })
  const gone = items.find((i) => i.evidence.some((e) => e.quote.includes('ledger')))
  if (!gone) throw new Error('nothing was asked of the ledger')
  return { visit, textId, items, gone, itemIds: [gone.id] }
}

const status = async (visit: Visit, id: ItemId) => (await itemView(visit, id))?.status
const asked = async (visit: Visit) => {
  const plan = await planSession(visit, {})
  return plan.ok ? plan.value.questions.map((q) => q.itemId) : []
}

describe('an item whose words are gone', () => {
  it('is retired, reviews and all, when it was kept, studied and then taken back', async () => {
    const { visit, gone, itemIds } = await begun()
    await decideItems(visit, { itemIds, decision: 'keep' })
    const cards = (await itemView(visit, gone.id))?.cards ?? []
    await recordReviews(
      visit,
      cards.map((card) => answer(card.id, NOON)),
    )
    await decideItems(visit, { itemIds, decision: 'propose' })
    expect(await addText(visit, WITHOUT_LEDGER)).toMatchObject({ kind: 'revision' })
    expect(await status(visit, gone.id)).toBe('retired')
  })

  it('is retired when it comes out of the trash, and kept when its words are back', async () => {
    const { visit, gone, itemIds } = await begun()
    await decideItems(visit, { itemIds, decision: 'keep' })
    await deleteItems(visit, { itemIds })
    await addText(visit, WITHOUT_LEDGER)
    await restoreItems(visit, { itemIds })
    expect(await status(visit, gone.id)).toBe('retired')
    expect(await asked(visit)).toEqual([])
    await addText(visit, MILL)
    expect(await status(visit, gone.id)).toBe('kept')
    expect(await asked(visit)).toEqual([gone.id])
  })

  it('is retired when its rejection is taken back', async () => {
    const { visit, gone, itemIds } = await begun()
    await decideItems(visit, { itemIds, decision: 'reject' })
    await addText(visit, WITHOUT_LEDGER)
    expect(await status(visit, gone.id)).toBe('rejected')
    expect(await decideItems(visit, { itemIds, decision: 'keep' })).toMatchObject({ ok: true })
    expect(await status(visit, gone.id)).toBe('retired')
  })

  it('stays retired when it is given another meaning', async () => {
    const { visit, gone, itemIds } = await begun()
    await decideItems(visit, { itemIds, decision: 'keep' })
    await addText(visit, WITHOUT_LEDGER)
    const draft = {
      ...{ question: 'Who kept the ledger?', answer: 'Somebody', accept: [] },
      ...{ elements: [], cloze: '', options: [] },
    }
    const edited = succeeded(await editItem(visit, { itemId: gone.id, draft, meaning: 'new' }))
    expect(await status(visit, edited.itemId)).toBe('retired')
  })
})

describe('a new revision', () => {
  it('brings no deck back that was archived, nor one that was merged away', async () => {
    const { visit, textId, items } = await begun()
    await decideItems(visit, { itemIds: items.map((i) => i.id), decision: 'keep' })
    const decks = async () =>
      (await listLibrary(visit)).decks.map(({ name, archived }) => ({ name, archived }))
    const [deck] = (await listLibrary(visit)).decks
    if (!deck) throw new Error('no deck')
    await archiveDeck(visit, { deckId: deck.id, archived: true })
    await addText(visit, WITHOUT_LEDGER)
    expect(await decks()).toEqual([{ name: deck.name, archived: true }])

    await archiveDeck(visit, { deckId: deck.id, archived: false })
    const { deckId } = await ownItem(visit)
    await mergeDecks(visit, { from: [deck.id], into: deckId })
    expect(await addText(visit, MILL)).toMatchObject({ textId, kind: 'revision' })
    expect(await decks()).toHaveLength(1)
  })
})

describe('an item written without a text', () => {
  it('cannot be taken back or rejected as a proposal, and so never falls out of its deck', async () => {
    const visit = await newVisit()
    const { itemId } = await ownItem(visit)
    for (const decision of ['reject', 'propose', 'keep'])
      expect(await decideItems(visit, { itemIds: [itemId], decision })).toEqual({
        ok: true,
        value: { changed: 0 },
      })
    expect(await asked(visit)).toEqual([itemId])
  })
})
