/** Two histories of one person become one, and it is as if there had been one all along. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CardId, ItemId, ReviewId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import type { ReviewEvent } from '@/lib/core/review/event'
import { cardsOfItems } from '@/lib/store/card'
import { store } from '@/lib/store/client'
import { dateOfDay } from '@/lib/store/day'
import { reviewsOfLearner } from '@/lib/store/review'
import { tallyOf } from '@/lib/store/tally'
import { importForEveryone } from './import-for-everyone'
import { mergeLearners } from './merge-learners'
import { newId } from './new-id'
import { parametersOf } from './parameters'
import { recordOfMerged } from './record-of-merged'
import { recordReviews } from './record-reviews'
import { answer, DAY_MS, NOON, newVisit, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911.

The flood of 1921 destroyed the lower weir. The weir was built again by Josef Klamm in 1926.
`

/** The library's text is shipped once; whoever comes after has copies of its items. */
const shipped = async () =>
  succeeded(
    await importForEveryone(
      { bytes: new TextEncoder().encode(MILL), fileName: 'mill.txt' },
      { learner: null, keep: true },
    ),
  ).textId

/** The learner's cards of the items of a text, by what is the same for everybody. */
async function cardsByKey(visit: Visit, textId: string): Promise<Map<string, CardId>> {
  const items = await store().item.findMany({
    where: { ownerId: visit.learner.id, textId, status: 'kept' },
    orderBy: { key: 'asc' },
  })
  const cards = await cardsOfItems(
    store(),
    visit.learner.id,
    items.map((item) => ItemId.parse(item.id)),
  )
  return new Map(
    cards.map((card) => [
      `${items.find((item) => item.id === card.itemId)?.key}/${card.elementKey}`,
      card.id,
    ]),
  )
}

/** Something that was done with the card `at`; an undo takes back the event `back` places before. */
const Done = fc.record({
  card: fc.nat(2),
  minute: fc.nat(60 * 24 * 60),
  grade: fc.constantFrom(1, 2, 3, 4),
  form: fc.constantFrom('typed', 'choice', 'flip'),
  kind: fc.constantFrom('review', 'review', 'review', 'undo', 'bury', 'suspend', 'resume', 'reset'),
  back: fc.nat(5),
  /** Which of the two it was done as; late: it comes after the merge, in the old name. */
  as: fc.constantFrom('from', 'into', 'late'),
  /** Sent under both names. */
  twice: fc.boolean(),
  order: fc.nat(1000),
})
type Done = typeof Done extends fc.Arbitrary<infer T> ? T : never

/** As events of cards that are called by their places. */
function eventsOf(acts: readonly Done[]) {
  const ids = acts.map(() => newId())
  return acts.map((done, n) => {
    // An undo is of the card of what it takes back, whoever did that.
    const target = Math.max(0, n - 1 - done.back)
    const isUndo = done.kind === 'undo' && n > 0
    const cardAt = isUndo ? (acts[target]?.card ?? 0) : done.card
    const base = {
      id: ids[n] ?? '',
      reviewedAt: new Date(NOON - 61 * DAY_MS + done.minute * 60_000).toISOString(),
      timeZone: 'Europe/Vienna',
    }
    const event = isUndo
      ? { ...base, kind: 'undo', targetId: ids[target] }
      : done.kind === 'suspend'
        ? { ...base, kind: 'suspend', reason: 'unclear' }
        : done.kind === 'review' || done.kind === 'undo'
          ? { ...answer(newId(), NOON), ...base, grade: done.grade, form: done.form }
          : { ...base, kind: done.kind }
    return { done, cardAt, event }
  })
}

async function memoriesOf(visit: Visit, cards: readonly CardId[]) {
  const rows = await store().card.findMany({
    where: { learnerId: visit.learner.id, id: { in: [...cards] } },
  })
  return cards.map((id) => rows.find((row) => row.id === id))
}

const place = ({
  phase,
  reps,
  lapses,
  stability,
  difficulty,
  dueDay,
  buriedOn,
  suspended,
}: {
  phase: string
  reps: number
  lapses: number
  stability: number | null
  difficulty: number | null
  dueDay: Date | null
  buriedOn: Date | null
  suspended: boolean
}) => ({ phase, reps, lapses, stability, difficulty, dueDay, buriedOn, suspended })

describe('the memories of two histories', () => {
  it('are those of one learner who did all of it, in any order, however it was split', async () => {
    const textId = await shipped()
    await fc.assert(
      fc.asyncProperty(fc.array(Done, { minLength: 1, maxLength: 24 }), async (acts) => {
        const [from, into] = [await newVisit(), await newVisit()]
        const cards = {
          from: [...(await cardsByKey(from, textId)).values()].slice(0, 3),
          into: [...(await cardsByKey(into, textId)).values()].slice(0, 3),
        }
        expect(cards.into).toHaveLength(3)
        const events = eventsOf(acts).sort((a, b) => a.done.order - b.done.order)
        const named = (as: 'from' | 'into', late: boolean) =>
          events
            .filter(({ done }) => done.as === (late ? 'late' : as) || (!late && done.twice))
            .map(({ cardAt, event }) => ({ ...event, cardId: cards[as][cardAt] }))
        for (const [visit, batch] of [
          [from, named('from', false)],
          [into, named('into', false)],
        ] as const) {
          const { results } = succeeded(await recordReviews(visit, batch))
          expect(results.every((result) => result.status === 'stored')).toBe(true)
        }
        succeeded(await mergeLearners(into, from.learner.id))
        const late = named('from', true)
        const heard = succeeded(await recordOfMerged(into, from.learner.id, late))
        expect(heard.results.map(({ id, status }) => ({ id, status }))).toEqual(
          late.map(({ id }, n) => ({
            id,
            status: events.filter(({ done }) => done.as === 'late')[n]?.done.twice
              ? 'known'
              : 'stored',
          })),
        )
        const log = await reviewsOfLearner(store(), into.learner.id)
        const all = [...log.values()].flat()
        expect(all.map((event) => event.id).sort()).toEqual(
          events.map(({ event }) => ReviewId.parse(event.id)).sort(),
        )
        const { parameters } = parametersOf(into.learner)
        const rows = await memoriesOf(into, cards.into)
        cards.into.forEach((id, n) => {
          const union = all.filter((event: ReviewEvent) => event.cardId === id).reverse()
          const { memory, buriedOn, suspended } = foldCard(id, union, parameters)
          const row = rows[n]
          expect(row && place(row)).toMatchObject({
            phase: memory.phase,
            suspended: suspended !== null,
            ...(memory.phase !== 'new' && {
              reps: memory.reps,
              lapses: memory.lapses,
              stability: memory.stability,
              difficulty: memory.difficulty,
              dueDay: dateOfDay(memory.dueDay),
            }),
          })
          expect(row?.buriedOn === null).toBe(buriedOn === null)
          expect(row?.eventCount).toBe(union.length)
        })
        // Once more as one learner, all in one batch: the very same memories.
        const one = await newVisit()
        const whole = [...(await cardsByKey(one, textId)).values()].slice(0, 3)
        const batch = eventsOf(acts).map(({ cardAt, event }) => ({
          ...event,
          cardId: whole[cardAt],
        }))
        succeeded(await recordReviews(one, batch))
        const alone = await memoriesOf(one, whole)
        rows.forEach((row, n) => {
          const other = alone[n]
          if (!row || !other) throw new Error('a card is missing')
          // The fuzz of a due day follows from the card's id, which is another one.
          const { dueDay: _, ...is } = place(row)
          expect(is).toEqual((({ dueDay: __, ...rest }) => rest)(place(other)))
        })
        expect(await tallyOf(store(), into.learner.id)).toBe(
          all.filter((event) => event.kind === 'review').length,
        )
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})
