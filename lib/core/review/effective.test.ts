import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '../ids'
import { toStudyDay } from '../time/study-day'
import { effectiveEvents } from './effective'
import type { ReviewEvent } from './event'

const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const CARD = CardId.parse(uuid(1))
const OTHER = CardId.parse(uuid(2))
const id = (n: number) => ReviewId.parse(uuid(n))
const base = (n: number, at: number, cardId = CARD) => ({
  id: id(n),
  cardId,
  studyDay: toStudyDay(20_000),
  at,
})
const bury = (n: number, at = n, cardId = CARD): ReviewEvent => ({
  ...base(n, at, cardId),
  kind: 'bury',
})
const undo = (n: number, target: number, at = n, cardId = CARD): ReviewEvent => ({
  ...base(n, at, cardId),
  kind: 'undo',
  targetId: id(target),
})
const left = (...events: ReviewEvent[]) =>
  effectiveEvents(events).map((e) => Number(`0x${e.id.slice(-4)}`))

describe('effective events', () => {
  it('come once each, by time and then by id', () => {
    expect(left(bury(12, 5), bury(11, 5), bury(10, 9), bury(12, 5))).toEqual([11, 12, 10])
  })

  it('are without what was undone', () => {
    expect(left(bury(10), bury(11), undo(12, 10))).toEqual([11])
  })

  it('have back what an undone undo had taken', () => {
    expect(left(bury(10), undo(11, 10), undo(12, 11))).toEqual([10])
    expect(left(bury(10), undo(11, 10), undo(12, 11), undo(13, 12))).toEqual([])
  })

  it('stay undone while one of two undos stands', () => {
    expect(left(bury(10), undo(11, 10), undo(12, 10), undo(13, 12))).toEqual([])
    expect(left(bury(10), undo(11, 10), undo(12, 10), undo(13, 12), undo(14, 11))).toEqual([10])
  })

  it('do not heed an undo of something unknown or of another card', () => {
    expect(left(bury(10), undo(11, 99))).toEqual([10])
    expect(left(bury(10), undo(11, 10, 11, OTHER))).toEqual([10])
    expect(left(bury(10), undo(11, 10), undo(12, 11, 12, OTHER))).toEqual([])
  })

  it('heed an undo whose clock stood before its target', () => {
    expect(left(bury(10, 500), undo(11, 10, 3))).toEqual([])
  })

  it('do not heed undos that take back each other in a ring, nor what hangs on it', () => {
    expect(left(bury(10), undo(11, 11))).toEqual([10])
    expect(left(bury(10), undo(11, 12), undo(12, 11), undo(13, 12))).toEqual([10])
  })

  it('survive a chain of twenty thousand undos', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => undo(i + 11, i + 10))
    expect(effectiveEvents([bury(10), ...chain])).toHaveLength(1)
  })

  it('depend on the set of events alone', () => {
    const ids = fc.integer({ min: 10, max: 30 })
    const event = fc.oneof(
      fc.record({ n: ids, at: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ n: ids, at: fc.integer({ min: 0, max: 5 }), target: ids }),
    )
    const log = fc
      .uniqueArray(event, { selector: (e) => e.n, maxLength: 20 })
      .map((made) => made.map((e) => ('target' in e ? undo(e.n, e.target, e.at) : bury(e.n, e.at))))
    const arrivals = log.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.subarray(events),
      ),
    )
    fc.assert(
      fc.property(arrivals, ([events, shuffled, again]) => {
        expect(effectiveEvents([...again, ...shuffled, ...again])).toEqual(effectiveEvents(events))
      }),
    )
  })
})
