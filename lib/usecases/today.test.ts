/** What the first page and the library say: each number is what the items themselves say. */
import { describe, expect, it } from 'vitest'
import { archiveDeck } from './archive-deck'
import { suspendItems } from './change-items'
import { changeSettings } from './change-settings'
import { decideItems } from './decide-items'
import { getToday } from './get-today'
import { itemViews } from './item-view'
import { readDeck } from './read-deck'
import { readText } from './read-text'
import { recordReviews } from './record-reviews'
import { addText, answer, DAY_MS, NOON, newVisit, ownItem, setUpBench, visitOf } from './test-bench'

setUpBench()

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.

The flood of 1921 destroyed the lower weir.

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911.

The plain lost 40 per cent of its meadows, 75 per cent of its ferries and 12 per cent of its mills when the dam broke.
`

describe('new items to be taken', () => {
  it('are those of live decks beyond the limit: with a text or without, not suspended, not archived', async () => {
    const first = await newVisit()
    await changeSettings(first, { newPerDay: 1 })
    const visit = await visitOf(first.learner.id)
    const own = [
      await ownItem(visit),
      await ownItem(visit),
      await ownItem(visit),
      await ownItem(visit),
    ]
    const available = async () => (await getToday(visit)).newAvailable
    expect(await available()).toBe(3)
    await suspendItems(visit, { itemIds: [own[0]?.itemId ?? ''], reason: '' })
    expect(await available()).toBe(2)
    await archiveDeck(visit, { deckId: own[1]?.deckId ?? '', archived: true })
    expect(await available()).toBe(1)
  })
})

describe('a text and its deck', () => {
  it('are summed up alike on every page, as their items say', async () => {
    const visit = await newVisit()
    const { textId } = await addText(visit, MILL)
    const itemIds = (await itemViews(visit, { textId })).map((item) => item.id)
    expect(itemIds.length).toBeGreaterThan(2)
    await decideItems(visit, { itemIds: itemIds.slice(1), decision: 'keep' })
    const kept = await itemViews(visit, { textId, status: ['kept'] })
    const cardId = kept[0]?.cards[0]?.id ?? ''
    await recordReviews(visit, [answer(cardId, NOON - 1_200_000), answer(cardId, NOON)])

    const later = await visitOf(visit.learner.id, NOON + 5 * DAY_MS)
    const [text] = (await getToday(later)).texts
    const views = await itemViews(later, { textId, status: ['kept'] })
    const recalled = views.reduce((sum, item) => sum + (item.recall ?? 0), 0)
    expect(text).toMatchObject({ kept: kept.length, proposed: 1, seen: 1 })
    expect(text?.recall).toBeCloseTo(recalled / kept.length, 7)
    expect(text?.recall).toBeLessThan(1)

    const page = await readText(later, textId)
    expect(page.ok && page.value.text).toEqual(text)
    const deck = await readDeck(later, text?.decks[0]?.id ?? '')
    expect(deck.ok && deck.value.deck).toEqual(text?.decks[0])
    expect(text?.decks[0]?.counts).toEqual({ new: kept.length - 1, learning: 0, due: 1 })
  })
})
