/** Own weights: found from a log whose true memory is known, taken only if better, and never mixed with what was in use. */
import { describe, expect, it } from 'vitest'
import { foldCard } from '@/lib/core/memory/fold'
import { FORGETFUL, logsOf } from '@/lib/core/memory/learner-fixture'
import { answeredOf, lossFrom, splitByTime } from '@/lib/core/memory/learner-log'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { ReviewEvent } from '@/lib/core/review/event'
import { addDays, type StudyDay } from '@/lib/core/time/study-day'
import { cardsOfItems, lockCards } from '@/lib/store/card'
import { inTransaction, store } from '@/lib/store/client'
import { parametersResults } from '@/lib/store/parameters'
import { appendReviews, reviewsOfLearner } from '@/lib/store/review'
import { fitParameters } from './fit-parameters'
import { foldCards } from './fold-cards'
import { parametersOf } from './parameters'
import { recordReviews } from './record-reviews'
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
import { countAndTry } from './try-parameters'
import type { Visit } from './visit'

setUpBench()

const DAYS = 200
type Truth = Parameters<typeof logsOf>[0]['truth']

/** A learner with a list of many elements, studied for 200 days up to yesterday. */
async function learnerWith(truth: (from: StudyDay) => Truth, cards = 280) {
  const visit = await newVisit()
  const { itemId, cardIds } = await ownItem(
    visit,
    Array.from({ length: cards }, (_, n) => `element ${n}`),
  )
  const from = addDays(visit.studyDay, -DAYS)
  const logs = logsOf({ seed: 'a', cards: cardIds.sort(), from, days: DAYS, truth: truth(from) })
  const reviews = [...logs.values()].flat()
  await inTransaction(async (db) => {
    const said = { timeZone: 'Europe/Vienna' }
    await appendReviews(
      db,
      visit.learner.id,
      reviews.map((event) => ({ event, ...said, clientReviewedAt: new Date(event.at) })),
    )
    await countAndTry(db, visit.learner.id, reviews.length)
    const locked = await lockCards(db, visit.learner.id, cardIds)
    await foldCards(db, visit.learner, locked.ids)
  })
  return { visit, itemId, cardIds, logs }
}

const again = (visit: Visit): Promise<Visit> => visitOf(visit.learner.id)

const cardsOf = async (visit: Visit, itemId: Parameters<typeof cardsOfItems>[2][number]) =>
  (await cardsOfItems(store(), visit.learner.id, [itemId])).sort((a, b) => (a.id < b.id ? -1 : 1))

type Logs = ReadonlyMap<ReviewEvent['cardId'], readonly ReviewEvent[]>

describe('a learner who forgets sooner than most', () => {
  it('gets weights that foretell later answers better, once, and all cards are folded with them', async () => {
    const { visit, itemId } = await learnerWith(() => FORGETFUL)
    const before = await cardsOf(visit, itemId)
    const job = { learnerId: visit.learner.id, occasion: 'at-2000' }
    const [result, twice] = await Promise.all([fitParameters(job, NOON), fitParameters(job, NOON)])
    expect(twice).toEqual(result)
    if (result?.outcome !== 'adopted') throw new Error('they were not taken')
    expect(await parametersResults(store(), visit.learner.id)).toHaveLength(1)

    // Checked again from outside, on the answers that were kept back.
    const logs: Logs = await reviewsOfLearner(store(), visit.learner.id)
    const split = splitByTime(answeredOf(logs))
    if (!split) throw new Error('nothing was kept back')
    const own = { ...DEFAULT_PARAMETERS, weights: result.weights }
    expect(result.trainedUntil).toBeLessThan(split.from)
    expect(result.heldBack).toBe(split.heldBack)
    expect(result.lossOwn).toBeCloseTo(lossFrom(logs, split.from, own), 12)
    expect(result.lossInUse).toBeCloseTo(lossFrom(logs, split.from, DEFAULT_PARAMETERS), 12)
    expect(result.lossOwn).toBeLessThan(result.lossInUse - 0.005)

    const after = await cardsOf(visit, itemId)
    const now = (await again(visit)).learner
    expect(now.ownWeights?.number).toBe(result.number)
    for (const [index, card] of after.entries()) {
      const { memory } = foldCard(card.id, logs.get(card.id) ?? [], own)
      const was = before[index]?.state.memory
      if (memory.phase === 'new' || was?.phase !== 'review') continue
      // The memory is another one; the day that was set stays.
      expect(card.state.memory).toEqual({ ...memory, dueDay: was.dueDay, dueAt: was.dueAt })
      expect(card.foldedWith).toBe(parametersOf(now).foldedWith)
    }
  })

  it('who answers while they are taken has no card folded with what was in use before', async () => {
    const { visit, itemId, cardIds } = await learnerWith(() => FORGETFUL)
    const early = await again(visit)
    const job = { learnerId: visit.learner.id, occasion: 'at-2000' }
    const answers = cardIds.slice(0, 60).map((id, n) =>
      // Each with a visit that was opened before.
      recordReviews(early, [
        answer(id, NOON + n, { grade: 1, scheduledWith: parametersOf(early.learner).name }),
      ]),
    )
    await Promise.all([fitParameters(job, NOON), ...answers])
    for (const id of cardIds.slice(60, 80)) await recordReviews(early, [answer(id, NOON)])
    const { learner } = await again(visit)
    expect(learner.ownWeights).not.toBeNull()
    const { parameters, foldedWith } = parametersOf(learner)
    const logs: Logs = await reviewsOfLearner(store(), visit.learner.id)
    for (const card of await cardsOf(visit, itemId)) {
      expect(card.foldedWith).toBe(foldedWith)
      const { memory } = foldCard(card.id, logs.get(card.id) ?? [], parameters)
      if (memory.phase === 'new' || card.state.memory.phase === 'new') continue
      expect(card.state.memory.stability).toBe(memory.stability)
    }
  })

  it('is answered with what the page counted with, until it has the new weights', async () => {
    const { visit, itemId, cardIds } = await learnerWith(() => FORGETFUL)
    const early = await again(visit)
    await fitParameters({ learnerId: visit.learner.id, occasion: 'at-2000' }, NOON)
    const { parameters: old, name } = parametersOf(early.learner)
    const [id] = cardIds
    if (!id) throw new Error('no card')
    const sent = answer(id, NOON, { grade: 4, scheduledWith: name })
    const [result] = succeeded(await recordReviews(early, [sent])).results
    const log = (await reviewsOfLearner(store(), visit.learner.id)).get(id) ?? []
    expect(result).toMatchObject({ status: 'stored', card: { state: foldCard(id, log, old) } })
    const kept = (await cardsOf(visit, itemId)).find((card) => card.id === id)
    const { memory } = foldCard(id, log, parametersOf((await again(visit)).learner).parameters)
    const said = foldCard(id, log, old).memory
    if (memory.phase !== 'review' || said.phase !== 'review') throw new Error('not in review')
    expect(kept?.state.memory).toEqual({ ...memory, dueDay: said.dueDay, dueAt: said.dueAt })
  })
})

describe('a log that says nothing of what comes later', () => {
  it('keeps the weights in use, and the result is kept as well', async () => {
    const { visit, itemId } = await learnerWith(
      (from) => (day) => (day < from + 110 ? 0.5 : DEFAULT_PARAMETERS),
      100,
    )
    const before = await cardsOf(visit, itemId)
    const result = await fitParameters({ learnerId: visit.learner.id, occasion: 'at-2000' }, NOON)
    if (result?.outcome !== 'kept') throw new Error('they were taken')
    expect(result.lossOwn).toBeGreaterThan(result.lossInUse)
    expect((await again(visit)).learner.ownWeights).toBeNull()
    expect(await cardsOf(visit, itemId)).toEqual(before)
  })

  it('of one afternoon is too little', async () => {
    const visit = await newVisit()
    const { cardIds } = await ownItem(visit)
    const [id = ''] = cardIds
    await recordReviews(visit, [answer(id, NOON), answer(id, NOON - DAY_MS)])
    const result = await fitParameters({ learnerId: visit.learner.id, occasion: 'at-1000' }, NOON)
    expect(result).toMatchObject({ outcome: 'tooFew', reviews: 2 })
  })
})

describe('a try is queued with the reviews', () => {
  const jobsOf = (visit: Visit) =>
    store().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`%${visit.learner.id}%`} ORDER BY id`

  it('at 1,000 and at each doubling, once each, whatever the batches', async () => {
    const visit = await newVisit()
    const { cardIds } = await ownItem(visit)
    const [id = ''] = cardIds
    await inTransaction((db) => countAndTry(db, visit.learner.id, 990))
    const sent = Array.from({ length: 20 }, (_, n) => answer(id, NOON - 3_600_000 + n * 1000))
    // Twice, and side by side: a review counts once.
    await Promise.all(
      [sent.slice(0, 12), sent.slice(8), sent].map((batch) => recordReviews(visit, batch)),
    )
    const key = (count: number) => `fit-parameters:${visit.learner.id}:at-${count}`
    expect(await jobsOf(visit)).toEqual([{ key: key(1000) }])
    await inTransaction((db) => countAndTry(db, visit.learner.id, 3000))
    expect(await jobsOf(visit)).toEqual([{ key: key(1000) }, { key: key(4000) }])
  })

  it('not where the reviews were not stored', async () => {
    const visit = await newVisit()
    const failing = inTransaction(async (db) => {
      await countAndTry(db, visit.learner.id, 1000)
      throw new Error('the power is gone')
    })
    await expect(failing).rejects.toThrow('the power is gone')
    expect(await jobsOf(visit)).toEqual([])
  })
})
