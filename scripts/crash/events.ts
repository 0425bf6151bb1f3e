/** What three devices of one learner do with the same cards, and in which order it reaches the network. */
import { type CardId, ReviewId } from '@/lib/core/ids'
import type { ReviewEventInput } from '@/lib/core/review/event'
import type { Seeded } from './seeded'

const DEVICES = 3
const ZONES = ['Europe/Vienna', 'Asia/Tokyo', 'America/New_York']
const DAY_MS = 86_400_000
const LONGEST_BATCH = 60

/**
 * @param until milliseconds since 1970; all that is done lies in the half year before, so that no clock is capped
 * @param first of the numbers that their ids are made of
 */
export function makeEvents(
  count: number,
  cardIds: readonly CardId[],
  until: number,
  seeded: Seeded,
  first = 0,
): ReviewEventInput[] {
  const ofCard = new Map<CardId, ReviewEventInput[]>()
  return Array.from({ length: count }, (_, n) => {
    const cardId = seeded.oneOf(cardIds)
    const before = ofCard.get(cardId) ?? []
    const event = makeEvent(first + n, cardId, before, until, seeded)
    ofCard.set(cardId, [...before, event])
    return event
  })
}

function makeEvent(
  n: number,
  cardId: CardId,
  before: readonly ReviewEventInput[],
  until: number,
  seeded: Seeded,
): ReviewEventInput {
  const base = {
    id: idOf(n),
    cardId,
    reviewedAt: new Date(until - seeded.whole(60_000, 180 * DAY_MS)).toISOString(),
    timeZone: seeded.oneOf(ZONES),
  }
  const lot = seeded.whole(1, 100)
  // Also of what is an undo itself, or was done on another device.
  if (lot <= 10 && before.length > 0)
    return { ...base, kind: 'undo', targetId: seeded.oneOf(before).id }
  if (lot <= 14) return { ...base, kind: 'bury' }
  if (lot <= 17) return { ...base, kind: 'suspend', reason: `unclear, ${n}` }
  if (lot <= 20) return { ...base, kind: 'resume' }
  if (lot <= 21) return { ...base, kind: 'reset' }
  // Some days that fit and some that do not: the fold takes those within the fuzz of the interval.
  const promised = Date.parse(base.reviewedAt) + seeded.whole(1, 30) * DAY_MS
  return {
    ...base,
    kind: 'review',
    grade: seeded.oneOf([1, 2, 3, 3, 3, 4] as const),
    form: seeded.oneOf(['typed', 'cloze', 'choice', 'flip'] as const),
    typed: seeded.oneOf(['', `answer ${n}`, `the “Wörthersee” ${n}; it's 19 km², \\x27 🏞`]),
    overruled: seeded.chance(0.05),
    durationMs: seeded.whole(300, 59_000),
    ...(seeded.chance(0.3) && { dueDay: new Date(promised).toISOString().slice(0, 10) }),
  }
}

const idOf = (n: number) =>
  ReviewId.parse(`0192c0de-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)

export type Batch = readonly ReviewEventInput[]

/**
 * Every event twice, in no order, in batches of 1 to 60, for each device its share. Either delivery may fall to any of
 * them, so that two send the same event at the same moment now and then, and an undo may come before what it takes back.
 */
export function dealOut(events: readonly ReviewEventInput[], seeded: Seeded): Batch[][] {
  const deliveries = seeded.shuffled([...events, ...events])
  const hands: ReviewEventInput[][] = Array.from({ length: DEVICES }, () => [])
  for (const event of deliveries) seeded.oneOf(hands).push(event)
  return hands.map((hand) => {
    const batches: Batch[] = []
    for (let at = 0; at < hand.length; ) {
      const size = seeded.whole(1, LONGEST_BATCH)
      batches.push(hand.slice(at, at + size))
      at += size
    }
    return batches
  })
}
