import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import { addDays, formatStudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { cardsOfItems } from '@/lib/store/card'
import { isStoreUnavailable, openStore, store } from '@/lib/store/client'
import { reviewsOfCards } from '@/lib/store/review'
import { checkHealth } from './check-health'
import { newId } from './new-id'
import { parametersOf } from './parameters'
import { MAX_EVENTS, type ReviewResult, recordReviews } from './record-reviews'
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

const bench = setUpBench()

async function record(visit: Visit, events: unknown): Promise<ReviewResult[]> {
  return succeeded(await recordReviews(visit, events)).results
}

const memoryOf = async (visit: Visit, itemId: Parameters<typeof cardsOfItems>[2][number]) =>
  (await cardsOfItems(store(), visit.learner.id, [itemId])).map((card) => card.state)

const rowCount = () => store().review.count()

describe('a promised day', () => {
  it('is kept where the fuzz could have given it', async () => {
    const visit = await newVisit()
    const today = studyDayOf(NOON, 'Europe/Vienna', 4)
    // A first Easy is 8 days off, from 6 to 10 with its fuzz.
    const days = async (promised: number) => {
      const { cardIds } = await ownItem(visit)
      const dueDay = formatStudyDay(addDays(today, promised))
      const sent = answer(cardIds[0] ?? '', NOON, { grade: 4, dueDay })
      const bury = { ...answer(cardIds[0] ?? '', NOON), kind: 'bury' }
      const [result] = await record(visit, [sent, bury])
      if (result?.status !== 'stored' || result.card.state.memory.phase === 'new') return null
      return result.card.state.memory.dueDay - today
    }
    expect([await days(6), await days(7), await days(10)]).toEqual([6, 7, 10])
    expect([6, 7, 8, 9, 10]).toContain(await days(40))
  })

  it('that is no day of the calendar is refused', async () => {
    const visit = await newVisit()
    const { cardIds } = await ownItem(visit)
    const days = ['2026-02-30', 'soon', '0000-01-01', 7]
    const sent = days.map((dueDay) => ({ ...answer(cardIds[0] ?? '', NOON), dueDay }))
    const results = await record(visit, sent)
    expect(results.map((result) => result.status)).toEqual(days.map(() => 'refused'))
  })
})

describe('what is sent is stored once', () => {
  it('stores a review, folds the memory and says so', async () => {
    const visit = await newVisit()
    const { itemId, cardIds } = await ownItem(visit)
    const [result] = await record(visit, [answer(cardIds[0] ?? '', NOON)])
    expect(result?.status).toBe('stored')
    const [state] = await memoryOf(visit, itemId)
    expect(state?.memory).toMatchObject({ phase: 'learning', reps: 1 })
    expect(result).toMatchObject({ card: { state } })
  })

  it('knows a review that comes again, in another batch or the same, and changes nothing', async () => {
    const visit = await newVisit()
    const { itemId, cardIds } = await ownItem(visit)
    const event = answer(cardIds[0] ?? '', NOON)
    expect((await record(visit, [event, event])).map((r) => r.status)).toEqual(['stored', 'known'])
    const before = await memoryOf(visit, itemId)
    expect((await record(visit, [event])).map((r) => r.status)).toEqual(['known'])
    expect(await memoryOf(visit, itemId)).toEqual(before)
  })

  it('arrives at the memory of the log, whatever the order and the batches', async () => {
    const visit = await newVisit(NOON + 40 * DAY_MS)
    const { parameters } = parametersOf(visit.learner)
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            day: fc.integer({ min: 0, max: 30 }),
            grade: fc.integer({ min: 1, max: 4 }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.nat()),
        async (days, batch, lots) => {
          const { itemId, cardIds } = await ownItem(visit)
          const events = days.map(({ day, grade }, n) =>
            answer(cardIds[0] ?? '', NOON + day * DAY_MS + n * 60_000, { grade }),
          )
          const shuffled = events
            .map((event) => ({ event, lot: lots.next().value }))
            .sort((a, b) => a.lot - b.lot)
          for (let at = 0; at < shuffled.length; at += batch) {
            await record(visit, [
              ...shuffled.slice(at, at + batch).map((s) => s.event),
              shuffled[0]?.event,
            ])
          }
          const [card] = await cardsOfItems(store(), visit.learner.id, [itemId])
          if (!card) throw new Error('no card')
          const log =
            (await reviewsOfCards(store(), visit.learner.id, [card.id])).get(card.id) ?? []
          expect(log).toHaveLength(events.length)
          expect(card.state).toEqual(foldCard(card.id, log, parameters))
        },
      ),
      { numRuns: 15 },
    )
  })

  it('takes two tabs that answer the same card at the same time one after the other', async () => {
    const visit = await newVisit()
    const { itemId, cardIds } = await ownItem(visit)
    const tabs = [1, 3, 4, 2].map((grade, n) =>
      record(visit, [answer(cardIds[0] ?? '', NOON - n * 1000, { grade })]),
    )
    expect((await Promise.all(tabs)).flat().map((r) => r.status)).toEqual([
      'stored',
      'stored',
      'stored',
      'stored',
    ])
    const [card] = await cardsOfItems(store(), visit.learner.id, [itemId])
    if (!card) throw new Error('no card')
    const log = (await reviewsOfCards(store(), visit.learner.id, [card.id])).get(card.id) ?? []
    expect(log).toHaveLength(4)
    expect(card.state).toEqual(foldCard(card.id, log, parametersOf(visit.learner).parameters))
  })

  it('takes back by undo, to the bit', async () => {
    const visit = await newVisit(NOON + 10 * DAY_MS)
    const { itemId, cardIds } = await ownItem(visit)
    const [cardId = ''] = cardIds
    await record(visit, [answer(cardId, NOON)])
    const before = await memoryOf(visit, itemId)
    const second = answer(cardId, NOON + DAY_MS, { grade: 1 })
    await record(visit, [second])
    expect(await memoryOf(visit, itemId)).not.toEqual(before)
    const { id, reviewedAt, timeZone } = answer(cardId, NOON + DAY_MS + 5_000)
    await record(visit, [{ id, cardId, reviewedAt, timeZone, kind: 'undo', targetId: second.id }])
    expect(await memoryOf(visit, itemId)).toEqual(before)
  })
})

describe('what cannot be is refused with its reason, and the rest is stored', () => {
  it('refuses a grade of 7, an unknown form, a missing card and somebody else’s card, each by itself', async () => {
    const visit = await newVisit()
    const other = await newVisit()
    const { cardIds } = await ownItem(visit)
    const theirs = await ownItem(other)
    const [mine = ''] = cardIds
    const before = await rowCount()
    const results = await record(visit, [
      answer(mine, NOON, { grade: 7 }),
      answer(mine, NOON, { form: 'essay' }),
      answer(newId(), NOON),
      answer(theirs.cardIds[0] ?? '', NOON),
      answer(mine, NOON, { timeZone: 'Mars/Olympus' }),
      answer(mine, NOON, { reviewedAt: 'yesterday' }),
      answer(mine, Date.UTC(1970, 0, 2)),
      'a string',
      answer(mine, NOON),
    ])
    expect(results.map((r) => r.status)).toEqual([...Array<string>(8).fill('refused'), 'stored'])
    expect(results.slice(0, 8).map((r) => ('reason' in r ? r.reason : ''))).toEqual([
      expect.stringMatching(/^grade: /),
      expect.stringMatching(/^form: /),
      'cardId: there is no such card',
      'cardId: there is no such card',
      expect.stringMatching(/^timeZone: /),
      expect.stringMatching(/^reviewedAt: /),
      expect.stringMatching(/^reviewedAt: /),
      expect.stringMatching(/^event: /),
    ])
    expect(await rowCount()).toBe(before + 1)
    expect(await memoryOf(other, theirs.itemId)).toMatchObject([{ memory: { phase: 'new' } }])
  })

  it('refuses an id that already stands for a review of another card', async () => {
    const visit = await newVisit()
    const one = await ownItem(visit)
    const two = await ownItem(visit)
    const event = answer(one.cardIds[0] ?? '', NOON)
    await record(visit, [event])
    const [result] = await record(visit, [{ ...event, cardId: two.cardIds[0] }])
    expect(result).toMatchObject({ status: 'refused', reason: expect.stringMatching(/^id: /) })
  })

  it('caps a clock that runs ahead, and a duration beyond a minute', async () => {
    const visit = await newVisit()
    const { cardIds } = await ownItem(visit)
    const event = answer(cardIds[0] ?? '', NOON + 3 * DAY_MS, { durationMs: 500_000 })
    expect(await record(visit, [event])).toMatchObject([{ status: 'stored', capped: true }])
    const row = await store().review.findFirst({ where: { id: event.id } })
    expect(row?.reviewedAt.getTime()).toBe(NOON)
    expect(row?.clientReviewedAt.getTime()).toBe(NOON + 3 * DAY_MS)
    expect(row?.durationMs).toBe(60_000)
  })

  it('stores what was typed as it was, and half a character as a sign for one', async () => {
    const visit = await newVisit()
    const { cardIds } = await ownItem(visit)
    const [cardId = ''] = cardIds
    const sent = ['🏞 \\ud83d "Wörthersee"\n', 'half \ud83d', '', 'a\u0000b']
    const events = sent.map((typed, n) => answer(cardId, NOON - n * 1000, { typed }))
    const results = await record(visit, events)
    expect(results.map((r) => r.status)).toEqual(Array(4).fill('stored'))
    const log = await reviewsOfCards(store(), visit.learner.id, [CardId.parse(cardId)])
    const kept = new Map([...log.values()].flat().map((e) => [e.id, 'typed' in e && e.typed]))
    expect(events.map(({ id }) => kept.get(id))).toEqual([sent[0], 'half \ufffd', '', 'ab'])
  })

  it('takes no batch that is none, and none that is too long', async () => {
    const visit = await newVisit()
    expect(await recordReviews(visit, { events: [] })).toMatchObject({
      ok: false,
      problem: { code: 'invalid' },
    })
    const many = Array.from({ length: MAX_EVENTS + 1 }, () => ({}))
    expect(await recordReviews(visit, many)).toMatchObject({
      ok: false,
      problem: { code: 'tooLarge' },
    })
  })
})

describe('the study day', () => {
  it('is the one of the zone the review was given in, before the rollover still yesterday', async () => {
    const visit = await visitOf((await newVisit()).learner.id, Date.UTC(2026, 10, 23, 6))
    const { cardIds } = await ownItem(visit)
    const threeAtNight = answer(cardIds[0] ?? '', Date.UTC(2026, 10, 23, 2))
    await record(visit, [threeAtNight])
    const row = await store().review.findFirst({ where: { id: threeAtNight.id } })
    expect(row?.studyDay.toISOString().slice(0, 10)).toBe('2026-11-22')
  })
})

describe('a database that is gone', () => {
  it('is told apart from every other error, and stores nothing by halves', async () => {
    const visit = await newVisit()
    const { itemId, cardIds } = await ownItem(visit)
    const before = await memoryOf(visit, itemId)
    const away = new URL(bench.url)
    away.port = '1'
    openStore(away.href)
    const failure = await recordReviews(visit, [answer(cardIds[0] ?? '', NOON)]).catch(
      (error: unknown) => error,
    )
    expect(isStoreUnavailable(failure)).toBe(true)
    expect(isStoreUnavailable(new Error('question: too long'))).toBe(false)
    expect(await checkHealth()).toMatchObject({ ok: false, database: 'unreachable' })
    openStore(bench.url)
    expect(await memoryOf(visit, itemId)).toEqual(before)
  })
})
