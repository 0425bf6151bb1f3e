/** Two histories of one person become one, and it is as if there had been one all along. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import type { ReviewEvent } from '@/lib/core/review/event'
import { store } from '@/lib/store/client'
import { dateOfDay } from '@/lib/store/day'
import { LIBRARY } from '@/lib/store/learner'
import { reviewsOfLearner } from '@/lib/store/review'
import { tallyOf } from '@/lib/store/tally'
import { refuseOfErased } from './erase-learner'
import { cardsByKey, memoriesOf, shipped } from './merge-fixture'
import { mergeLearners } from './merge-learners'
import { newId } from './new-id'
import { parametersOf } from './parameters'
import { recordOfMerged } from './record-of-merged'
import { recordReviews } from './record-reviews'
import {
  answer,
  DAY_MS,
  NOON,
  newTeacher,
  newVisit,
  setUpBench,
  succeeded,
  visitOf,
} from './test-bench'
import type { Visit } from './visit'

setUpBench()

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

describe('becoming one', () => {
  it('is refused where it cannot be', async () => {
    const [visit, account] = [await newVisit(), await newTeacher()]
    const tries = [
      [visit.learner.id, 'invalid'],
      [LIBRARY, 'invalid'],
      [account.learner.id, 'conflict'],
      [newId(), 'notFound'],
      ['nobody', 'notFound'],
    ]
    for (const [from, code] of tries)
      expect(await mergeLearners(visit, from)).toMatchObject({ ok: false, problem: { code } })
  })

  it('twice at once, and with answers on their way, loses none and doubles none', async () => {
    const textId = await shipped()
    const [from, into] = [await newVisit(), await newVisit()]
    const theirs = [...(await cardsByKey(from, textId)).values()]
    const batches = Array.from({ length: 12 }, (_, n) => [
      answer(theirs[n % theirs.length] ?? '', NOON - n * 60_000),
    ])
    const [one, two, ...stored] = await Promise.all([
      mergeLearners(into, from.learner.id),
      mergeLearners(into, from.learner.id),
      ...batches.map((batch) => recordReviews(from, batch)),
    ])
    expect([one, two]).toMatchObject([{ ok: true }, { ok: true }])
    const waiting = batches.filter((_, n) => !stored[n]?.ok)
    for (const outcome of stored) if (!outcome.ok) expect(outcome.problem.code).toBe('conflict')
    // What was told to wait is sent again, in the old name.
    succeeded(await recordOfMerged(into, from.learner.id, waiting.flat()))
    const rows = await store().review.findMany({ where: { learnerId: into.learner.id } })
    expect(rows.map((row) => row.id).sort()).toEqual(
      batches
        .flat()
        .map(({ id }) => id)
        .sort(),
    )
    expect(await tallyOf(store(), into.learner.id)).toBe(12)
    expect(await refuseOfErased(from.learner.id, batches.flat())).toBeNull()
  })

  it('goes on to whoever that one becomes', async () => {
    const textId = await shipped()
    const [first, second, third] = [await newVisit(), await newVisit(), await newVisit()]
    const cardOf = async (visit: Visit) => [...(await cardsByKey(visit, textId)).values()][0] ?? ''
    const [a, b, c] = [await cardOf(first), await cardOf(second), await cardOf(third)]
    succeeded(await mergeLearners(second, first.learner.id))
    succeeded(await mergeLearners(third, second.learner.id))
    for (const [from, card] of [
      [first, a],
      [second, b],
    ] as const) {
      const late = succeeded(await recordOfMerged(third, from.learner.id, [answer(card, NOON)]))
      expect(late.results).toMatchObject([{ status: 'stored', card: { id: card } }])
    }
    const [row] = await memoriesOf(third, [CardId.parse(c)])
    expect(row?.eventCount).toBe(2)
    expect((await visitOf(first.learner.id)).learner.id).toBe(third.learner.id)
  })

  it('that fails in the middle has done nothing', async () => {
    const textId = await shipped()
    const [from, into] = [await newVisit(), await newVisit()]
    const [card] = [...(await cardsByKey(from, textId)).values()]
    succeeded(await recordReviews(from, [answer(card ?? '', NOON)]))
    await store().$executeRaw`
      CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the power is gone'; END $$`
    await store()
      .$executeRaw`CREATE TRIGGER breaks BEFORE DELETE ON learner FOR EACH ROW EXECUTE FUNCTION breaks()`
    await expect(mergeLearners(into, from.learner.id)).rejects.toThrow('the power is gone')
    await store().$executeRaw`DROP TRIGGER breaks ON learner`
    expect(await store().review.count({ where: { learnerId: into.learner.id } })).toBe(0)
    expect(await store().review.count({ where: { learnerId: from.learner.id } })).toBe(1)
    expect(succeeded(await mergeLearners(into, from.learner.id)).answers).toBe(1)
  })
})
