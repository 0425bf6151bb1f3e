/** What a learner takes along, and what is left when they go. */
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import { readLog } from '@/lib/core/memory/replay/read-log'
import { replay } from '@/lib/core/memory/replay/replay'
import type { SchedulingParameters } from '@/lib/core/memory/state'
import type { ReviewEvent } from '@/lib/core/review/event'
import { formatStudyDay, parseStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { addJob, FIT_PARAMETERS, jobState } from '@/lib/store/jobs'
import { LIBRARY } from '@/lib/store/learner'
import { beginSitting } from './begin-sitting'
import { eraseLearner, readHoldings, refuseOfErased } from './erase-learner'
import { exportData } from './export-data'
import { makeExam } from './make-exam'
import { makeTest } from './make-test'
import { newId } from './new-id'
import { recordReviews } from './record-reviews'
import { recordSitting } from './record-sitting'
import {
  addText,
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

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911.
`

/** A learner with a text, items, decks, and answers of every kind. */
async function studied(): Promise<Visit> {
  const visit = await newVisit()
  await addText(visit, MILL)
  const own = await ownItem(visit)
  const list = await ownItem(visit, ['rye', 'oats', 'wheat'])
  const cards = [...own.cardIds, ...list.cardIds]
  const events: object[] = []
  for (const [n, card] of cards.entries()) {
    events.push(answer(card, NOON - 20 * DAY_MS), answer(card, NOON - 20 * DAY_MS + 900_000))
    events.push(answer(card, NOON - 9 * DAY_MS, { grade: n % 2 === 0 ? 1 : 4, form: 'flip' }))
    const slip = answer(card, NOON - DAY_MS, { grade: 1 })
    const { timeZone, reviewedAt } = slip
    const base = { cardId: card, timeZone, reviewedAt }
    events.push(slip, { ...base, id: newId(), kind: 'undo', targetId: slip.id })
    if (n === 1) events.push({ ...base, id: newId(), kind: 'suspend', reason: 'unclear' })
    if (n === 2) events.push({ ...base, id: newId(), kind: 'reset' })
  }
  const stored = succeeded(await recordReviews(visit, events))
  expect(stored.results.map((result) => result.status)).toEqual(events.map(() => 'stored'))
  succeeded(
    await makeExam(visit, {
      ...{ name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'Europe/Vienna' },
      parts: [
        { kind: 'deck', deckId: own.deckId },
        { kind: 'item', itemId: list.itemId },
      ],
      minutesPerDay: 20,
      weekdaysOff: [false, false, false, false, false, false, true],
      daysOff: ['2026-12-08'],
    }),
  )
  await sat(visit, own.deckId)
  return visitOf(visit.learner.id)
}

/** A mock test with one sitting, in which something was flagged. */
async function sat(visit: Visit, deckId: string): Promise<void> {
  const parts = [{ kind: 'deck', deckId }]
  const { testId } = succeeded(await makeTest(visit, { parts, questions: 1, minutes: 20 }))
  const { sittingId } = succeeded(await beginSitting(visit, testId))
  const flag = { id: newId(), seq: 1, at: NOON, kind: 'flag', question: 0, flagged: true }
  succeeded(await recordSitting(visit, sittingId, [flag]))
}

type Exported = SchedulingParameters & {
  version: number
  learner: { id: string }
  texts: { title: string; revisions: { body: string }[] }[]
  decks: { items: { itemId: string }[] }[]
  exams: { parts: object[] }[]
  items: { id: string; question: string }[]
  tests: { drawn: { questions: unknown[] }; sittings: { events: { kind: string }[] }[] }[]
  events: (Record<string, unknown> & {
    id: string
    cardId: string
    reviewedAt: string
    studyDay: string
  })[]
  cards: {
    id: string
    phase: string
    eventCount: number
    dueDay: string | null
    stability: number
    difficulty: number
    reps: number
    lapses: number
  }[]
}

async function exported(visit: Visit): Promise<Exported> {
  let text = ''
  for await (const piece of exportData(visit)) text += piece
  return JSON.parse(text)
}

function eventOf({ reviewedAt, studyDay, dueDay, ...sent }: Exported['events'][number]) {
  const day = parseStudyDay(studyDay)
  const due = typeof dueDay === 'string' ? { dueDay: parseStudyDay(dueDay) } : {}
  return { ...sent, ...due, at: Date.parse(reviewedAt), studyDay: day } as unknown as ReviewEvent
}

describe('the export', () => {
  it('has events that fold to the memories that are in it', async () => {
    const data = await exported(await studied())
    expect(data.version).toBe(1)
    expect(data.cards).toHaveLength(4)
    for (const { id, eventCount, ...card } of data.cards) {
      const own = data.events.filter((event) => event.cardId === id)
      expect(own).toHaveLength(eventCount)
      const { memory, suspended } = foldCard(CardId.parse(id), own.map(eventOf), data)
      if (memory.phase === 'new') {
        expect(card.phase).toBe('new')
        continue
      }
      const { lastStudyDay, dueDay, lastAt, dueAt, ...rest } = memory
      expect(card).toMatchObject({
        ...rest,
        lastStudyDay: formatStudyDay(lastStudyDay),
        dueDay: formatStudyDay(dueDay),
        lastAt: new Date(lastAt).toISOString(),
        dueAt: new Date(dueAt).toISOString(),
        suspended: suspended !== null,
      })
    }
    const answered = data.cards.filter((card) => card.eventCount > 0)
    expect(answered.map((card) => card.phase).sort()).toContain('new')
    expect(data.events.filter((event) => event.kind === 'undo')).toHaveLength(4)
  })

  it('is a log that the replay reads and folds to the same memories', async () => {
    const data = await exported(await studied())
    const read = readLog(data)
    if (!read.ok) throw new Error(read.problems.join('\n'))
    const cards = replay(read.log, data.fuzz)
    const known = data.cards.filter((card) => card.phase !== 'new')
    expect(Object.keys(cards).sort()).toEqual(known.map((card) => card.id).sort())
    for (const { id, dueDay, stability, difficulty, reps, lapses } of known) {
      expect(cards[id]).toEqual({ dueDay, stability, difficulty, reps, lapses })
    }
  })

  it('has what was written and read, with the words of one’s own texts and not of the library’s', async () => {
    const visit = await studied()
    const data = await exported(visit)
    expect(data.learner.id).toBe(visit.learner.id)
    expect(data.texts.map((text) => text.revisions.map((revision) => revision.body))).toEqual([
      [MILL],
    ])
    expect(data.tests).toMatchObject([
      { drawn: { questions: [{ form: 'typed' }] }, sittings: [{ events: [{ kind: 'flag' }] }] },
    ])
    const items = new Set(data.items.map((item) => item.id))
    expect([...items]).toHaveLength(
      await store().item.count({ where: { ownerId: visit.learner.id } }),
    )
    for (const deck of data.decks)
      for (const { itemId } of deck.items) expect(items).toContain(itemId)
    expect(data.exams).toEqual([
      expect.objectContaining({
        ...{ name: 'Finals', date: '2026-12-14', daysOff: ['2026-12-08'], forecasts: [] },
        parts: [
          { kind: 'deck', deckId: expect.any(String) },
          { kind: 'item', itemId: expect.any(String) },
        ],
      }),
    ])
  })

  it('of a newcomer is a whole document', async () => {
    const data = await exported(await newVisit())
    expect(data).toMatchObject({ texts: [], events: [] })
  })

  it('holds nothing of anybody else', async () => {
    const other = await studied()
    const data = await exported(await studied())
    expect(JSON.stringify(data)).not.toContain(other.learner.id)
  })
})

describe('deleting everything', () => {
  const word = { word: 'delete' }

  it('asks for the word', async () => {
    const visit = await studied()
    for (const input of [{}, { word: '' }, { word: 'yes' }, null]) {
      expect(await eraseLearner(visit, input)).toMatchObject({
        ok: false,
        problem: { code: 'invalid' },
      })
    }
    expect((await readHoldings(visit)).answers).toBeGreaterThan(0)
  })

  it('leaves no row of the learner in any table, and every row of everybody else', async () => {
    const other = await studied()
    const visit = await studied()
    const before = await rowsOf(other.learner.id)
    const library = await rowsOf(LIBRARY)
    expect(Object.keys(await rowsOf(visit.learner.id))).toEqual(
      expect.arrayContaining([
        'review',
        'card',
        'item',
        'deck',
        'deck_item',
        'text',
        'learner',
        'exam',
        'exam_part',
        'sitting_event',
      ]),
    )
    const job = (id: string) =>
      addJob(store(), FIT_PARAMETERS, { learnerId: id }, `${FIT_PARAMETERS}:${id}:at-1000`)
    await job(visit.learner.id)
    await job(other.learner.id)
    expect(await eraseLearner(visit, { word: ' Delete ' })).toMatchObject({ ok: true })
    expect(await jobState(store(), FIT_PARAMETERS, visit.learner.id)).toBeNull()
    expect(await jobState(store(), FIT_PARAMETERS, other.learner.id)).toBe('waiting')
    expect(await rowsOf(visit.learner.id)).toEqual({})
    expect(await rowsOf(other.learner.id)).toEqual(before)
    expect(await rowsOf(LIBRARY)).toEqual(library)
    const [orphans] = await query<{ n: number }>(
      `SELECT (SELECT count(*) FROM text_revision r WHERE NOT EXISTS (SELECT 1 FROM text t WHERE t.id = r.text_id))::int
         + (SELECT count(*) FROM evidence e WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.id = e.item_id))::int AS n`,
    )
    expect(orphans?.n).toBe(0)
  })

  it('is the one way in which a review goes, and changing one has none', async () => {
    const visit = await studied()
    const { id } = visit.learner
    const refused = /reviews are never changed and never deleted/
    await expect(query(`DELETE FROM review WHERE learner_id = '${id}'`)).rejects.toThrow(refused)
    const other = await newVisit()
    const erasing = (whose: string, sql: string) =>
      query(`BEGIN; SELECT set_config('passage.erasing', '${whose}', true); ${sql}; COMMIT`)
    const ofThis = `WHERE learner_id = '${id}'`
    await expect(erasing(other.learner.id, `DELETE FROM review ${ofThis}`)).rejects.toThrow(refused)
    await expect(erasing(id, `UPDATE review SET grade = 4 ${ofThis}`)).rejects.toThrow(refused)
    await expect(erasing(id, 'TRUNCATE review')).rejects.toThrow(refused)
    expect((await readHoldings(visit)).answers).toBeGreaterThan(0)
  })

  it('goes together with answers that arrive at the same moment: none is left over', async () => {
    const visit = await studied()
    const [card] = await store().card.findMany({ where: { learnerId: visit.learner.id }, take: 1 })
    const late = () => recordReviews(visit, [answer(card?.id ?? '', NOON)])
    const [erased, ...results] = await Promise.all([
      eraseLearner(visit, word),
      late(),
      late(),
      late(),
    ])
    expect(erased).toMatchObject({ ok: true })
    for (const result of results) expect(result).toMatchObject({ ok: true })
    expect(await rowsOf(visit.learner.id)).toEqual({})
  })

  it('refuses the answers that waited elsewhere, and says why', async () => {
    const visit = await studied()
    const event = { ...answer(newId(), NOON), id: ReviewId.parse(newId()) }
    expect(await refuseOfErased(visit.learner.id, [event])).toBeNull()
    await eraseLearner(visit, word)
    expect(await refuseOfErased(visit.learner.id, [event, 7])).toEqual({
      ok: true,
      value: {
        results: [
          { id: event.id, status: 'refused', reason: expect.stringContaining('has deleted') },
          { id: '', status: 'refused', reason: expect.stringContaining('has deleted') },
        ],
      },
    })
  })
})

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: bench.url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** In every table that names whose a row is, how many there are of this learner. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  const tables = await query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name IN ('owner_id', 'learner_id') OR (table_name = 'learner' AND column_name = 'id'))
     ORDER BY table_name`,
  )
  expect(tables.length).toBeGreaterThan(5)
  const counts: Record<string, number> = {}
  for (const { table, column } of tables) {
    const [row] = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${table}" WHERE "${column}" = '${id}'`,
    )
    if (row?.n) counts[table] = row.n
  }
  return counts
}
