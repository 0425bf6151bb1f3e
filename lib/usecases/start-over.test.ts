import { describe, expect, it } from 'vitest'
import { newId } from './new-id'
import { planSession } from './plan-session'
import { queueDay } from './queue-day'
import { readItem } from './read-item'
import { recordReviews } from './record-reviews'
import { startOver, takeBackStartOver } from './start-over'
import {
  answer,
  DAY_MS,
  NOON,
  newVisit,
  ownItem,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'
import type { Visit } from './visit'

setUpBench()

const page = async (visit: Visit, itemId: string) => {
  return succeeded(await readItem(visit, itemId))
}
const cardsOf = async (visit: Visit, itemId: string) => (await page(visit, itemId)).item.cards

async function studied(visit: Visit) {
  const { itemId, cardIds } = await ownItem(visit)
  const [cardId = ''] = cardIds
  await recordReviews(visit, [
    answer(cardId, visit.now - 3 * DAY_MS, { grade: 4 }),
    answer(cardId, visit.now - DAY_MS, { grade: 1 }),
  ])
  return { itemId, cardId }
}

describe('starting over', () => {
  it('makes the item new, asks it again today, keeps its history, and is taken back to the bit', async () => {
    const visit = await newVisit()
    const { itemId } = await studied(visit)
    const before = await cardsOf(visit, itemId)
    expect(await startOver(visit, { itemId })).toEqual({ ok: true, value: { changed: 1 } })

    const anew = await page(visit, itemId)
    expect(anew.item.cards[0]?.state.memory).toEqual({ phase: 'new' })
    expect(anew.item.recall).toBeNull()
    expect(anew.startedOver).toBe(true)
    expect(anew.reviews.map((line) => line.kind)).toEqual(['reset', 'review', 'review'])
    const plan = await planSession(visit, {})
    expect(plan.ok && plan.value.questions.map((q) => q.itemId)).toContain(itemId)

    expect(await takeBackStartOver(visit, { itemId })).toMatchObject({ value: { changed: 1 } })
    const back = await page(visit, itemId)
    expect(back.item.cards).toEqual(before)
    expect(back.startedOver).toBe(false)
    expect(back.reviews[0]).toMatchObject({ kind: 'reset', undone: true })
  })

  it('counts only the answers that came later, and cannot be taken back after one', async () => {
    const visit = await newVisit()
    const { itemId, cardId } = await studied(visit)
    await startOver(visit, { itemId })
    const later = await visitOf(visit.learner.id, NOON + DAY_MS)
    await recordReviews(later, [answer(cardId, NOON + DAY_MS, { grade: 3 })])
    expect((await cardsOf(later, itemId))[0]?.state.memory).toMatchObject({ reps: 1, lapses: 0 })
    expect((await page(later, itemId)).startedOver).toBe(false)
    expect(await takeBackStartOver(later, { itemId })).toMatchObject({ value: { changed: 0 } })
    expect((await cardsOf(later, itemId))[0]?.state.memory).toMatchObject({ reps: 1 })
    // It was introduced a second time, and takes one of the day's places for new items.
    expect((await queueDay(later)).done).toEqual({ items: 1, introduced: 1 })
  })

  it('of what is new already, or twice, changes nothing', async () => {
    const visit = await newVisit()
    const { itemId } = await ownItem(visit)
    expect(await startOver(visit, { itemId })).toMatchObject({ value: { changed: 0 } })
    const once = await studied(visit)
    await startOver(visit, { itemId: once.itemId })
    expect(await startOver(visit, { itemId: once.itemId })).toMatchObject({ value: { changed: 0 } })
  })

  it('reaches every element of a list that was answered', async () => {
    const visit = await newVisit()
    const { itemId, cardIds } = await ownItem(visit, ['Danube', 'Inn', 'Enns'])
    await recordReviews(
      visit,
      cardIds.slice(0, 2).map((id) => answer(id, NOON, { form: 'list' })),
    )
    expect(await startOver(visit, { itemId })).toMatchObject({ value: { changed: 2 } })
    const phases = (await cardsOf(visit, itemId)).map((card) => card.state.memory.phase)
    expect(phases).toEqual(['new', 'new', 'new'])
  })

  it('is refused for what is not there and for what is somebody else’s', async () => {
    const visit = await newVisit()
    const other = await newVisit()
    const { itemId } = await studied(other)
    for (const id of [itemId, newId(), 'nothing']) {
      expect(await startOver(visit, { itemId: id })).toMatchObject({
        ok: false,
        problem: { code: 'notFound' },
      })
    }
    expect((await cardsOf(other, itemId))[0]?.state.memory.phase).not.toBe('new')
  })

  it('arrives over the wire too, once, however often it is sent', async () => {
    const visit = await newVisit()
    const { itemId, cardId } = await studied(visit)
    const { id, reviewedAt, timeZone } = answer(cardId, NOON)
    const reset = { id, cardId, reviewedAt, timeZone, kind: 'reset' }
    const sent = await recordReviews(visit, [reset, reset])
    expect(sent.ok && sent.value.results.map((r) => r.status)).toEqual(['stored', 'known'])
    expect((await cardsOf(visit, itemId))[0]?.state.memory).toEqual({ phase: 'new' })
  })
})
