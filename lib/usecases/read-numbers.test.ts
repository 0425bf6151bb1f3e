/** The numbers of a learner are counted from their log: from all of it, or from what is in a deck or a text. */
import { describe, expect, it } from 'vitest'
import { archiveDeck } from './archive-deck'
import { suspendItems } from './change-items'
import { itemViews } from './item-view'
import { newId } from './new-id'
import { readNumbers } from './read-numbers'
import { recordReviews } from './record-reviews'
import {
  addText,
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

async function numbers(visit: Visit, scope: { deck?: string; text?: string } = {}) {
  return succeeded(await readNumbers(visit, { ...scope, ahead: 30 }))
}

/** Two items, each learned on the first day; one answered again ten days later, and one forgotten. */
async function studied() {
  const visit = await newVisit()
  const [first, second] = [await ownItem(visit), await ownItem(visit)]
  const [one = '', two = ''] = [...first.cardIds, ...second.cardIds]
  const slip = answer(two, NOON + 10 * DAY_MS, { grade: 4 })
  const { timeZone, reviewedAt } = slip
  await recordReviews(await visitOf(visit.learner.id, NOON + 11 * DAY_MS), [
    answer(one, NOON, { grade: 4 }),
    answer(two, NOON, { grade: 4, durationMs: 8_000 }),
    answer(one, NOON + 10 * DAY_MS),
    slip,
    { id: newId(), kind: 'undo', cardId: two, targetId: slip.id, timeZone, reviewedAt },
    answer(two, NOON + 10 * DAY_MS + 1, { grade: 1 }),
  ])
  return { visit: await visitOf(visit.learner.id, NOON + 11 * DAY_MS), first, second }
}

describe('numbers', () => {
  it('are counted from what was answered and not taken back', async () => {
    const { visit } = await studied()
    const found = await numbers(visit)
    expect(found).toMatchObject({
      answers: 4,
      streak: { studied: 2 },
      time: { answers: 4, ms: 20_000, studied: 2 },
      calibration: { of: 2, recalled: 1, picked: 0 },
      memories: { cards: 2, retrievability: { cards: 2 } },
    })
    expect(found.retention.at(-1)?.all).toEqual({ of: 2, recalled: 1 })
    // The forgotten one waits since yesterday, in its relearning step.
    expect(found.forecast).toMatchObject({ backlog: 1, cards: 2 })
    expect(found.calibration.said).toBeGreaterThan(0.8)
  })

  it('of a deck are those of what is in it', async () => {
    const { visit, first, second } = await studied()
    const ofFirst = await numbers(visit, { deck: first.deckId })
    expect(ofFirst).toMatchObject({ answers: 2, scope: { kind: 'deck', id: first.deckId } })
    expect(ofFirst.retention.at(-1)?.all).toEqual({ of: 1, recalled: 1 })
    const ofSecond = await numbers(visit, { deck: second.deckId })
    expect(ofSecond.retention.at(-1)?.all).toEqual({ of: 1, recalled: 0 })
  })

  it('of a text are those of its items', async () => {
    const { visit } = await studied()
    const mill = 'The mill was built by Rosa Lindt in 1874. The flood of 1921 destroyed the weir.\n'
    const { textId } = await addText(visit, mill)
    expect(await numbers(visit, { text: textId })).toMatchObject({ answers: 0 })
    expect(await itemViews(visit, { textId })).not.toEqual([])
  })

  it('ask for nothing that is suspended or archived, and keep what was answered', async () => {
    const { visit, first, second } = await studied()
    await suspendItems(visit, { itemIds: [second.itemId], reason: '' })
    expect((await numbers(visit)).forecast).toMatchObject({ backlog: 0, cards: 1 })
    await archiveDeck(visit, { deckId: first.deckId, archived: true })
    const found = await numbers(visit)
    expect(found.forecast.cards).toBe(0)
    expect(found).toMatchObject({ answers: 4, calibration: { of: 2 } })
  })

  it('of what is not there, or another’s, are not found', async () => {
    const { visit } = await studied()
    const other = await studied()
    for (const scope of [{ deck: other.first.deckId }, { text: newId() }, { deck: 'all' }]) {
      expect(await readNumbers(visit, { ...scope, ahead: 30 })).toMatchObject({
        ok: false,
        problem: { code: 'notFound' },
      })
    }
  })

  it('of a newcomer are empty', async () => {
    const found = await numbers(await newVisit())
    expect(found).toMatchObject({ answers: 0, streak: { current: 0, since: null } })
    expect(found.retention.every((row) => row.all.of === 0)).toBe(true)
  })
})
