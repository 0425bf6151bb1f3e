/** What a learner does with the memory model: asks for own weights, sees what a change would do, makes it, takes it back. */
import { describe, expect, it } from 'vitest'
import type { CardId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import { FORGETFUL, logsOf } from '@/lib/core/memory/learner-fixture'
import type { CardState } from '@/lib/core/memory/state'
import { addDays } from '@/lib/core/time/study-day'
import { cardsOfItems, lockCards } from '@/lib/store/card'
import { inTransaction, store } from '@/lib/store/client'
import { insertResult } from '@/lib/store/parameters'
import { appendReviews, reviewsOfLearner } from '@/lib/store/review'
import { changeSettings } from './change-settings'
import { foldAgain } from './fold-again'
import { foldCards } from './fold-cards'
import { forecastRetentions } from './forecast-retention'
import { changeMemoryModel, previewChange, readMemoryModel } from './memory-model'
import { parametersOf } from './parameters'
import { planSession } from './plan-session'
import { NOON, newVisit, ownItem, setUpBench, succeeded, visitOf } from './test-bench'
import { countAndTry, tryNow } from './try-parameters'
import type { Visit } from './visit'

setUpBench()

const again = (visit: Visit): Promise<Visit> => visitOf(visit.learner.id)

/** A learner with studied cards, and with own weights that were found but are not in use. */
async function studied() {
  const visit = await newVisit()
  const { itemId, cardIds } = await ownItem(
    visit,
    Array.from({ length: 40 }, (_, n) => `element ${n}`),
  )
  const from = addDays(visit.studyDay, -100)
  const logs = logsOf({ seed: 'm', cards: cardIds.sort(), from, days: 100, truth: FORGETFUL })
  const { id } = visit.learner
  const { name } = parametersOf(visit.learner)
  await inTransaction(async (db) => {
    await appendReviews(
      db,
      id,
      [...logs.values()].flat().map((event) => ({
        event: event.kind === 'review' ? { ...event, scheduledWith: name } : event,
        ...{ timeZone: 'Europe/Vienna', clientReviewedAt: new Date(event.at) },
      })),
    )
    await foldCards(db, visit.learner, (await lockCards(db, id, cardIds)).ids)
    await insertResult(db, id, {
      ...{ occasion: 'at-1000', outcome: 'kept', weights: FORGETFUL.weights, reviews: 1000 },
      ...{ trainedOn: 800, trainedUntil: NOON - 1, heldBack: 100, madeAt: NOON },
      ...{ lossOwn: 0.4, lossInUse: 0.3, comparedWith: null },
    })
  })
  return { visit, itemId, cardIds }
}

async function statesOf(visit: Visit, itemId: Parameters<typeof cardsOfItems>[2][number]) {
  const cards = await cardsOfItems(store(), visit.learner.id, [itemId])
  return new Map(cards.map((card) => [card.id, card.state]))
}

const dueOf = (states: ReadonlyMap<CardId, CardState>) =>
  new Map(
    [...states].map(([id, { memory }]) => [id, memory.phase === 'new' ? null : memory.dueDay]),
  )

describe('other weights', () => {
  it('give other memories and leave the days; set anew, the days are theirs; and back', async () => {
    const { visit, itemId } = await studied()
    const before = await statesOf(visit, itemId)
    succeeded(await changeMemoryModel(visit, { number: 1, reschedule: false }))
    const mine = await again(visit)
    expect(mine.learner.ownWeights?.weights).toEqual(FORGETFUL.weights)
    const kept = await statesOf(visit, itemId)
    expect(dueOf(kept)).toEqual(dueOf(before))
    expect([...kept].map(([, state]) => state.memory)).not.toEqual(
      [...before].map(([, state]) => state.memory),
    )

    const preview = succeeded(await previewChange(mine, { number: 1 }))
    expect(preview).toMatchObject({ items: 1, moved: 1 })
    succeeded(await changeMemoryModel(mine, { number: 1, reschedule: true }))
    const logs = await reviewsOfLearner(store(), visit.learner.id)
    const { parameters } = parametersOf((await again(visit)).learner)
    const anew = await statesOf(visit, itemId)
    for (const [id, state] of anew)
      expect(state).toEqual(foldCard(id, logs.get(id) ?? [], parameters))
    // What the preview counted is what came.
    const due = [...dueOf(anew).values()].flatMap((day) => day ?? [])
    expect(preview.after.today).toBe(Math.min(...due) <= visit.studyDay ? 1 : 0)

    succeeded(await changeMemoryModel(await again(visit), { number: null, reschedule: false }))
    expect(dueOf(await statesOf(visit, itemId))).toEqual(dueOf(anew))
    succeeded(await changeMemoryModel(await again(visit), { number: null, reschedule: true }))
    expect(dueOf(await statesOf(visit, itemId))).toEqual(dueOf(before))
  })

  it('that are not there are refused, and nothing changes', async () => {
    const { visit, itemId } = await studied()
    const before = await statesOf(visit, itemId)
    for (const number of [2, 0, 1.5, 'x'])
      expect(await changeMemoryModel(visit, { number, reschedule: true })).toMatchObject({
        ok: false,
      })
    expect(await previewChange(visit, { number: 7 })).toMatchObject({ ok: false })
    expect(await statesOf(visit, itemId)).toEqual(before)
  })

  it('reach a plan at once, whatever the worker has folded so far', async () => {
    const { visit } = await studied()
    const { id } = visit.learner
    await store().learner.update({ where: { id }, data: { parametersNumber: 1 } })
    const plan = succeeded(await planSession(await again(visit), {}))
    const logs = await reviewsOfLearner(store(), id)
    expect(plan.parametersName).toBe('own-1/0.9')
    for (const card of plan.questions.flatMap((question) => question.cards)) {
      const { memory } = foldCard(card.id, logs.get(card.id) ?? [], plan.parameters)
      if (memory.phase === 'new' || card.state.memory.phase === 'new') continue
      expect(card.state.memory.stability).toBe(memory.stability)
    }
    await foldAgain(id)
    const { folded } = await readMemoryModel(await again(visit))
    expect(folded.folded).toBe(folded.all)
  })
})

it('another desired retention leaves the days that are set, however often they are folded', async () => {
  const { visit, itemId, cardIds } = await studied()
  const before = dueOf(await statesOf(visit, itemId))
  succeeded(await changeSettings(visit, { desiredRetention: 0.8 }))
  const { learner } = await again(visit)
  await inTransaction(async (db) => {
    await foldCards(db, learner, (await lockCards(db, learner.id, cardIds)).ids)
  })
  expect(dueOf(await statesOf(visit, itemId))).toEqual(before)
})

describe('a try', () => {
  it('is asked for from 1,000 reviews on, and once', async () => {
    const visit = await newVisit()
    const refused = await tryNow(visit)
    expect(refused).toMatchObject({ ok: false })
    await inTransaction((db) => countAndTry(db, visit.learner.id, 1500))
    await store().$executeRaw`DELETE FROM graphile_worker._private_jobs`
    expect(await readMemoryModel(visit)).toMatchObject({ reviews: 1500, nextTry: 2000, job: null })
    succeeded(await tryNow(visit))
    succeeded(await tryNow(visit))
    expect((await readMemoryModel(visit)).job).toBe('waiting')
    const [jobs] = await store().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key LIKE ${`%${visit.learner.id}%`}`
    expect(jobs?.n).toBe(1)
  })
})

it('the forecast of retentions says what it rests on, and is the same each time', async () => {
  const { visit } = await studied()
  const forecast = await forecastRetentions(visit)
  expect(forecast.rows.map((row) => row.retention)).toEqual([0.8, 0.85, 0.9, 0.92, 0.95])
  expect(forecast).toMatchObject({ cards: 40, simulated: 40, newItems: 0, present: 0.9 })
  expect(forecast.answers).toBeGreaterThan(50)
  // One item in forty parts.
  for (const row of forecast.rows) expect(row.known[30]).toBeLessThanOrEqual(1)
  expect(await forecastRetentions(visit)).toEqual(forecast)
})
