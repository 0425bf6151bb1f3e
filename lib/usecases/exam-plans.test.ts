import { describe, expect, it } from 'vitest'
import { ReviewEventInput } from '@/lib/core/review/event'
import { planFrom } from '@/lib/core/session/provisions'
import { cardsOfItems } from '@/lib/store/card'
import { store } from '@/lib/store/client'
import { deleteExam } from './delete-exam'
import { getToday } from './get-today'
import { listLibrary } from './list-library'
import { makeExam } from './make-exam'
import { packProvisions } from './pack-provisions'
import { planSession } from './plan-session'
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
import type { Visit } from './visit'

setUpBench()

const draft = (deckId: string, change: Record<string, unknown> = {}) => ({
  ...{ name: 'Finals', date: '2026-11-26', time: '09:00', timeZone: 'Europe/Vienna' },
  parts: [{ kind: 'deck', deckId }],
  ...{ minutesPerDay: 20, weekdaysOff: Array(7).fill(false), daysOff: [] },
  ...change,
})

const asked = async (visit: Visit) =>
  succeeded(await planSession(visit, {})).questions.map((question) => question.itemId)

const dayAfter = (visit: Visit, days: number) => visitOf(visit.learner.id, NOON + days * DAY_MS)

const memoryOf = async (visit: Visit, itemId: string) => {
  const item = itemId as Parameters<typeof cardsOfItems>[2][number]
  const [card] = await cardsOfItems(store(), visit.learner.id, [item])
  return card?.state.memory
}

/** An item that was known well two days ago, and is not due for days. */
async function wellKnown(learner: Visit) {
  const item = await ownItem(learner)
  const [card] = item.cardIds
  const event = answer(card ?? '', NOON - 2 * DAY_MS, { grade: 4 })
  await recordReviews(await dayAfter(learner, -2), [event])
  return item
}

describe('the plan of an exam, over what is due by itself', () => {
  it('asks everything once more on the days before, and changes no due day', async () => {
    const visit = await newVisit()
    const { itemId, deckId } = await wellKnown(visit)
    const before = await memoryOf(visit, itemId)
    expect(await asked(visit)).toEqual([])
    succeeded(await makeExam(visit, draft(deckId, { date: '2026-11-24' })))

    const days = []
    for (const n of [0, 1]) {
      const then = await dayAfter(visit, n)
      if ((await asked(then)).includes(itemId)) days.push(n)
    }
    expect(days.length).toBeGreaterThan(0)
    expect(await memoryOf(visit, itemId)).toEqual(before)
    // When the exam has begun, and after it, nothing of the plan is left.
    expect(await asked(await dayAfter(visit, 2))).toEqual([])
    expect(await asked(await dayAfter(visit, 3))).toEqual([])
  })

  it('is counted on Today and by deck as it is asked, and not again once answered', async () => {
    const visit = await newVisit()
    const { itemId, deckId, cardIds } = await wellKnown(visit)
    const exam = succeeded(await makeExam(visit, draft(deckId, { date: '2026-11-23' })))
    expect(await asked(visit)).toEqual([itemId])
    expect(await getToday(visit)).toMatchObject({
      ...{ counts: { new: 0, learning: 0, due: 1 }, session: { questions: 1 } },
      catchUp: { state: 'none' },
    })
    const { decks } = await listLibrary(visit)
    expect(decks.find(({ id }) => id === deckId)?.counts).toEqual({ new: 0, learning: 0, due: 1 })

    await deleteExam(visit, { examId: exam.examId, deleted: true })
    expect(await asked(visit)).toEqual([])
    await deleteExam(visit, { examId: exam.examId, deleted: false })
    await recordReviews(visit, [answer(cardIds[0] ?? '', NOON)])
    const after = await visitOf(visit.learner.id, NOON + 60_000)
    expect(await asked(after)).toEqual([])
    expect((await getToday(after)).counts).toEqual({ new: 0, learning: 0, due: 0 })
  })

  it('leaves a day off alone, also for what would be due or new', async () => {
    const visit = await newVisit()
    const { itemId, deckId } = await ownItem(visit)
    expect(await asked(visit)).toEqual([itemId])
    const off = { daysOff: ['2026-11-22'], date: '2026-12-14' }
    succeeded(await makeExam(visit, draft(deckId, off)))
    expect(await asked(visit)).toEqual([])
    expect((await getToday(visit)).counts.new).toBe(0)
    expect(await asked(await dayAfter(visit, 1))).toEqual([itemId])
  })

  it('is none for who gives no minutes, and leaves other decks as they are', async () => {
    const visit = await newVisit()
    const known = await wellKnown(visit)
    const other = await ownItem(visit)
    const none = { minutesPerDay: 0, date: '2026-11-23' }
    succeeded(await makeExam(visit, draft(known.deckId, none)))
    expect(await asked(visit)).toEqual([other.itemId])
    succeeded(await makeExam(visit, draft(known.deckId, { date: '2026-11-23' })))
    expect((await asked(visit)).sort()).toEqual([known.itemId, other.itemId].sort())
  })

  it('goes along with a device, for the day it was made for', async () => {
    const visit = await newVisit()
    const { itemId, deckId, cardIds } = await wellKnown(visit)
    succeeded(await makeExam(visit, draft(deckId, { date: '2026-11-23' })))
    const packed = await packProvisions(visit)
    const provisions = JSON.parse(JSON.stringify(packed)) as typeof packed
    const at = { now: NOON + 1000, timeZone: 'Europe/Vienna' }
    const offline = (events: Parameters<typeof planFrom>[1], moment = at) =>
      planFrom(provisions, events, moment).questions.map((question) => question.itemId)
    expect(offline([])).toEqual([itemId])
    expect(offline([ReviewEventInput.parse(answer(cardIds[0] ?? '', NOON))])).toEqual([])
    expect(offline([], { ...at, now: NOON + DAY_MS })).toEqual([])
  })
})
