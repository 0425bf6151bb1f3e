/** Mock tests from the blueprint to what they teach. */
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { store } from '@/lib/store/client'
import type { TestRow } from '@/lib/store/mock-test'
import { beginSitting } from './begin-sitting'
import { makeExam } from './make-exam'
import { makeTest } from './make-test'
import { newId } from './new-id'
import { readItem } from './read-item'
import { readSitting } from './read-sitting'
import { listTests, readTest } from './read-test'
import { recordReviews } from './record-reviews'
import { recordSitting } from './record-sitting'
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
const MINUTE = 60_000

const later = (visit: Visit, ms: number) => visitOf(visit.learner.id, NOON + ms)

/** A learner with one item in a deck, and a test of it with 20 minutes on the clock. */
async function tested(elements: readonly string[] = [], minutes: number | null = 20) {
  const visit = await newVisit()
  const own = await ownItem(visit, elements)
  const parts = [{ kind: 'deck', deckId: own.deckId }]
  const { testId } = succeeded(await makeTest(visit, { parts, questions: 5, minutes }))
  const { sittingId } = succeeded(await beginSitting(visit, testId))
  let seq = 0
  const event = (body: object, at = NOON) => ({ id: newId(), seq: ++seq, at, ...body })
  const given = (...lines: string[]) => ({ kind: 'answer', question: 0, given: lines, ms: 5_000 })
  return { visit, ...own, testId, sittingId, event, given }
}

const reviewsOf = async (visit: Visit, itemId: string) => {
  const { reviews } = succeeded(await readItem(visit, itemId))
  return reviews.filter((line) => !line.undone)
}

describe('making a test', () => {
  it('keeps it as it was drawn, though its items change, and says what there was too little of', async () => {
    const { visit, testId } = await tested()
    const { test } = succeeded(await readTest(visit, testId))
    expect(test.drawn.questions).toHaveLength(1)
    expect(test.drawn.shortages).toMatchObject([{ found: 1, cell: { count: 5 } }])
    await store().item.updateMany({
      where: { ownerId: visit.learner.id },
      data: { answer: 'the Po' },
    })
    const again = succeeded(await readTest(visit, testId)).test
    expect(again.drawn).toEqual(test.drawn)
    expect(JSON.stringify(again.drawn)).toContain('the Danube')
  })

  it('refuses what cannot be drawn, in words', async () => {
    const visit = await newVisit()
    const { deckId } = await ownItem(visit)
    const parts = [{ kind: 'deck', deckId }]
    const words = async (input: unknown) => {
      const outcome = await makeTest(visit, input)
      return outcome.ok ? 'made' : outcome.problem.message
    }
    expect(await words({ parts: [], minutes: 20 })).toBe('Choose what the test is on.')
    expect(await words({ parts, minutes: 0 })).toBe('The clock needs at least a minute.')
    expect(await words({ parts, questions: 101, minutes: null })).toBe(
      'A test has at most 100 questions.',
    )
    expect(await words({ parts: [{ kind: 'deck', deckId: newId() }], minutes: null })).toMatch(
      /no such deck/,
    )
    await store().item.updateMany({
      where: { ownerId: visit.learner.id },
      data: { status: 'deleted' },
    })
    expect(await words({ parts, minutes: null })).toMatch(/nothing here to ask/)
    expect(await words(null)).not.toBe('made')
    expect(await listTests(visit)).toEqual([])
  })

  it('of an exam has its sections with their weights, and is scored by them', async () => {
    const visit = await newVisit()
    const [one, two] = [await ownItem(visit), await ownItem(visit)]
    const decks = [one.deckId, two.deckId]
    const { examId } = succeeded(
      await makeExam(visit, {
        ...{ name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'Europe/Vienna' },
        parts: decks.map((deckId) => ({ kind: 'deck', deckId })),
        weights: { [`deck:${two.deckId}`]: 3 },
        ...{ minutesPerDay: 20, weekdaysOff: Array(7).fill(false), daysOff: [] },
      }),
    )
    const parts = [{ kind: 'exam', examId }]
    const { testId } = succeeded(await makeTest(visit, { parts, questions: 2, minutes: null }))
    const { test } = succeeded(await readTest(visit, testId))
    expect(test.name).toBe('Finals')
    expect(test.drawn.sections.map(({ key, weight }) => [key, weight])).toEqual([
      [`deck:${one.deckId}`, 1],
      [`deck:${two.deckId}`, 3],
    ])
    const question = test.drawn.questions.findIndex(
      (each) => 'item' in each && each.item.section === `deck:${two.deckId}`,
    )
    const { sittingId } = succeeded(await beginSitting(visit, testId))
    const base = { at: NOON, ms: 1_000 }
    const given = { ...base, id: newId(), seq: 1, kind: 'answer', question, given: ['Danube'] }
    const handIn = { id: newId(), seq: 2, at: NOON, kind: 'handIn' }
    succeeded(await recordSitting(visit, sittingId, [given, handIn]))
    expect(succeeded(await readSitting(visit, sittingId))).toMatchObject({
      score: { points: 1, of: 2, share: 0.75 },
    })
  })

  it('is nobody else’s to see', async () => {
    const { testId, sittingId } = await tested()
    const other = await newVisit()
    for (const outcome of [
      await readTest(other, testId),
      await beginSitting(other, testId),
      await readSitting(other, sittingId),
      await recordSitting(other, sittingId, []),
    ])
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'notFound' } })
  })
})

describe('a sitting', () => {
  it('begun twice at once is one; after it is handed in another can begin', async () => {
    const { visit, testId, sittingId, event } = await tested()
    const both = await Promise.all([beginSitting(visit, testId), beginSitting(visit, testId)])
    expect(both.map((one) => succeeded(one).sittingId)).toEqual([sittingId, sittingId])
    succeeded(await recordSitting(visit, sittingId, [event({ kind: 'handIn' })]))
    expect(succeeded(await beginSitting(visit, testId)).sittingId).not.toBe(sittingId)
  })

  it('does not say what is right while it is open', async () => {
    const { visit, sittingId } = await tested()
    const page = succeeded(await readSitting(visit, sittingId))
    expect(page.phase).toBe('open')
    expect(JSON.stringify(page)).not.toContain('Danube')
  })

  it('stores each event once, however often it comes, and refuses only what cannot be', async () => {
    const { visit, sittingId, event, given } = await tested()
    const good = event(given('the Danube'))
    const bad = [{ ...good, id: 'x' }, { ...event(given('a')), question: 7 }, 5]
    const receipt = succeeded(await recordSitting(visit, sittingId, [...bad, good]))
    expect(receipt.stored).toEqual([good.id])
    expect(receipt.refused.map(({ id }) => id)).toEqual(['x', expect.any(String), ''])
    succeeded(await recordSitting(visit, sittingId, [good, good]))
    const page = succeeded(await readSitting(visit, sittingId))
    expect(page.phase === 'open' ? page.events : []).toEqual([good])
  })

  it('is handed in by the clock for whoever looks later, with what was given in time', async () => {
    const { visit, sittingId, event, given, itemId } = await tested()
    succeeded(await recordSitting(visit, sittingId, [event(given('the Danube'), NOON)]))
    const after = await later(visit, 21 * MINUTE)
    const page = succeeded(await readSitting(after, sittingId))
    expect(page).toMatchObject({ phase: 'handedIn', by: 'clock', score: { points: 1, of: 1 } })
    expect(await reviewsOf(after, itemId)).toMatchObject([{ grade: 3, form: 'typed', at: NOON }])
  })

  it('counts an answer that waited elsewhere, and none from a clock that is wrong', async () => {
    const { visit, sittingId, event, given } = await tested()
    const after = await later(visit, 60 * MINUTE)
    const late = event(given('the Rhine'), NOON + 30 * MINUTE)
    const inTime = event(given('the Danube'), NOON + 19 * MINUTE)
    succeeded(await recordSitting(after, sittingId, [late]))
    succeeded(await recordSitting(after, sittingId, [inTime]))
    const page = succeeded(await readSitting(after, sittingId))
    expect(page).toMatchObject({ phase: 'handedIn', score: { points: 1 } })
  })
})

describe('what a test teaches', () => {
  it('is a review of each card, once, however often it is handed in or looked at', async () => {
    const { visit, sittingId, itemId, event, given } = await tested(['rye', 'oats', 'wheat'])
    const events = [event(given('oats', 'rye')), event({ kind: 'handIn' })]
    await Promise.all([1, 2, 3].map(() => recordSitting(visit, sittingId, events)))
    succeeded(await recordSitting(visit, sittingId, [event({ kind: 'handIn' })]))
    await readSitting(visit, sittingId)
    const lines = await reviewsOf(visit, itemId)
    expect(lines.map(({ grade, form, typed }) => [grade, form, typed]).sort()).toEqual([
      [1, 'list', ''],
      [3, 'list', 'oats'],
      [3, 'list', 'rye'],
    ])
  })

  it('is nothing for a card that was answered earlier that day, and all for one answered the day before', async () => {
    const aided = await tested()
    const record = (given: Awaited<ReturnType<typeof tested>>, at: number) =>
      recordReviews(given.visit, [answer(given.cardIds[0] ?? '', at)])
    succeeded(await record(aided, NOON - MINUTE))
    const unaided = await tested()
    succeeded(await record(unaided, NOON - DAY_MS))
    for (const one of [aided, unaided]) {
      const { visit, sittingId, event, given } = one
      const events = [event(given('the Rhine')), event({ kind: 'handIn' })]
      succeeded(await recordSitting(visit, sittingId, events))
    }
    expect(await reviewsOf(aided.visit, aided.itemId)).toHaveLength(1)
    expect(await reviewsOf(unaided.visit, unaided.itemId)).toHaveLength(2)
  })

  it('is nothing before it is handed in, and nothing of what was left open', async () => {
    const { visit, sittingId, itemId, event, given } = await tested()
    succeeded(await recordSitting(visit, sittingId, [event(given('the Rhine'))]))
    expect(await reviewsOf(visit, itemId)).toEqual([])
    succeeded(await recordSitting(visit, sittingId, [event(given('')), event({ kind: 'handIn' })]))
    expect(await reviewsOf(visit, itemId)).toEqual([])
    expect(succeeded(await readSitting(visit, sittingId))).toMatchObject({ score: { points: 0 } })
  })

  it('is turned into a pass where the learner contests the mark, once', async () => {
    const { visit, sittingId, itemId, event, given } = await tested()
    const handedIn = [event(given('Donau')), event({ kind: 'handIn' })]
    succeeded(await recordSitting(visit, sittingId, handedIn))
    expect(await reviewsOf(visit, itemId)).toMatchObject([{ grade: 1 }])
    const contest = event({ kind: 'contest', question: 0, reason: 'Its German name.' })
    succeeded(await recordSitting(visit, sittingId, [contest]))
    succeeded(await recordSitting(visit, sittingId, [contest]))
    expect(await reviewsOf(visit, itemId)).toMatchObject([{ grade: 3, typed: 'Donau' }])
    expect(succeeded(await readSitting(visit, sittingId))).toMatchObject({
      score: { points: 1, contested: 1 },
    })
  })
})

it('the list of tests says how often each was sat, and results stay by test', async () => {
  const { visit, testId, sittingId, event, given } = await tested([], null)
  expect(await listTests(visit)).toMatchObject([
    { id: testId, sat: 1, questions: 1, minutes: null },
  ])
  succeeded(
    await recordSitting(visit, sittingId, [event(given('Danube')), event({ kind: 'handIn' })]),
  )
  const page: { test: TestRow; sittings: unknown } = succeeded(await readTest(visit, testId))
  expect(page.sittings).toMatchObject([{ id: sittingId, result: { points: 1, of: 1, share: 1 } }])
})

it('what was drawn and done is refused every change by the database', async () => {
  const { visit, sittingId, event, given } = await tested()
  succeeded(await recordSitting(visit, sittingId, [event(given('Danube'))]))
  const owner = `owner_id = '${visit.learner.id}'`
  for (const sql of [
    `UPDATE mock_test SET drawn = '{}' WHERE ${owner}`,
    `UPDATE sitting SET minutes = 99 WHERE ${owner}`,
    `DELETE FROM sitting WHERE ${owner}`,
    `UPDATE sitting_event SET seq = 9 WHERE ${owner}`,
    `DELETE FROM sitting_event WHERE ${owner}`,
    'TRUNCATE sitting_event',
  ])
    await expect(query(sql), sql).rejects.toThrow(/never changed/)
  await query(`UPDATE mock_test SET archived_at = now() WHERE ${owner}`)
})

async function query(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: bench.url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
