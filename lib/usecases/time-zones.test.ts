import { describe, expect, it } from 'vitest'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { cardsOfItems } from '@/lib/store/card'
import { store } from '@/lib/store/client'
import { changeSettings } from './change-settings'
import { recordReviews } from './record-reviews'
import { answer, newVisit, ownItem, setUpBench, visitOf } from './test-bench'
import type { Visit } from './visit'

setUpBench()

async function studied(
  visit: Visit,
  given: readonly { at: string; timeZone: string; grade?: number }[],
) {
  const { itemId, cardIds } = await ownItem(visit)
  const events = given.map(({ at, ...rest }) => answer(cardIds[0] ?? '', Date.parse(at), rest))
  const sent = await recordReviews(visit, events)
  expect(sent.ok && sent.value.results.map((r) => r.status)).toEqual(events.map(() => 'stored'))
  return { itemId, cardId: cardIds[0] ?? '' }
}

async function memoryOf(
  visit: Visit,
  { itemId }: { itemId: Parameters<typeof cardsOfItems>[2][number] },
) {
  const [card] = await cardsOfItems(store(), visit.learner.id, [itemId])
  if (!card || card.state.memory.phase === 'new') throw new Error('it was answered')
  return card.state.memory
}
const storedDays = async (cardId: string) =>
  (await store().review.findMany({ where: { cardId }, orderBy: { reviewedAt: 'asc' } })).map(
    (row) => row.studyDay.toISOString().slice(0, 10),
  )

describe('the study day of an answer', () => {
  it('is stored with it, by the zone it was given in, on both sides of a flight', async () => {
    const visit = await newVisit(Date.parse('2026-06-01T00:00:00Z'))
    const flown = await studied(visit, [
      { at: '2026-05-10T01:00:00Z', timeZone: 'Asia/Tokyo' },
      { at: '2026-05-10T02:30:00Z', timeZone: 'America/New_York' },
    ])
    expect(await storedDays(flown.cardId)).toEqual(['2026-05-10', '2026-05-09'])
    const stayed = await studied(visit, [
      { at: '2026-05-10T01:00:00Z', timeZone: 'Asia/Tokyo' },
      { at: '2026-05-10T02:30:00Z', timeZone: 'Asia/Tokyo' },
    ])
    expect((await memoryOf(visit, flown)).stability).toBe((await memoryOf(visit, stayed)).stability)
  })

  it('stays what it was when the learner moves house or begins the day at another hour', async () => {
    const visit = await newVisit(Date.parse('2026-01-20T12:00:00Z'))
    const moved = await studied(visit, [
      { at: '2026-01-15T02:00:00Z', timeZone: 'Europe/Lisbon', grade: 4 },
    ])
    expect(await storedDays(moved.cardId)).toEqual(['2026-01-14'])
    const before = await memoryOf(visit, moved)
    await changeSettings(visit, { rolloverHour: 0, timeZone: 'Pacific/Kiritimati' })
    const later = await visitOf(visit.learner.id, Date.parse('2026-01-24T12:00:00Z'))
    // Anything done to the card folds it again: nothing of what was moves.
    const { id, reviewedAt, timeZone } = answer(moved.cardId, Date.parse('2026-01-24T11:00:00Z'))
    await recordReviews(later, [{ id, reviewedAt, timeZone, cardId: moved.cardId, kind: 'bury' }])
    expect(await memoryOf(later, moved)).toEqual(before)
    // The next answer counts by the new day: the 24th from midnight on, ten days after the 14th.
    await recordReviews(later, [
      answer(moved.cardId, Date.parse('2026-01-23T11:00:00Z'), { timeZone: 'Pacific/Kiritimati' }),
    ])
    expect((await storedDays(moved.cardId))[0]).toBe('2026-01-14')
    const after = await memoryOf(later, moved)
    expect(formatStudyDay(after.lastStudyDay)).toBe('2026-01-24')
  })

  it('is that of the wall on the nights when the clock is set', async () => {
    const visit = await newVisit(Date.parse('2026-11-01T00:00:00Z'))
    const timeZone = 'Europe/Berlin'
    const { cardId } = await studied(
      visit,
      [
        '2026-03-29T01:59:00Z', // 03:59 summer time
        '2026-03-29T02:01:00Z', // 04:01
        '2026-10-25T02:59:00Z', // 03:59 winter time
        '2026-10-25T03:01:00Z', // 04:01
      ].map((at) => ({ at, timeZone })),
    )
    expect(await storedDays(cardId)).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-10-24',
      '2026-10-25',
    ])
  })

  it('is a day ahead at UTC+14, and so is the due day', async () => {
    const visit = await newVisit(Date.parse('2026-01-20T00:00:00Z'))
    const early = await studied(visit, [
      { at: '2026-01-14T14:30:00Z', timeZone: 'Pacific/Kiritimati', grade: 4 },
    ])
    expect(await storedDays(early.cardId)).toEqual(['2026-01-15'])
    const memory = await memoryOf(visit, early)
    expect(formatStudyDay(memory.lastStudyDay)).toBe('2026-01-15')
    // Eight days, give or take the fuzz.
    expect(Math.abs(memory.dueDay - memory.lastStudyDay - 8)).toBeLessThanOrEqual(2)
  })
})
