/**
 * A mock test that is sat while the web server and PostgreSQL are killed between any two answers, and handed in twice: what was
 * acknowledged must be there once, and each card must have learned of its answer once.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { newLearner, seedCards } from '../bench/seed'
import { KILLS, killAndStart, onDatabase } from './kills'
import type { Seeded } from './seeded'
import type { Victims } from './victims'

export interface SittingReport {
  readonly kills: number
  /** Requests that had to be sent again. */
  readonly failures: number
  /** All the ways in which the promise was broken, in words. Empty is what is hoped for. */
  readonly broken: readonly string[]
}

interface Asked {
  readonly itemId: string
  readonly cardId: string
  readonly question: string
  readonly answer: string
}

/** Milliseconds after an answer is sent in which something dies. */
const LATEST_MS = 25
const RETRY_MS = 40

export async function sitThroughKills(
  victims: Victims,
  questions: number,
  chance: Seeded,
): Promise<SittingReport> {
  const learner = await newLearner(victims.url)
  const client = new pg.Client({ connectionString: victims.databaseUrl })
  await client.connect()
  await seedCards(client, learner.id, questions, 1)
  const asked = await askedOf(client, learner.id)
  const sittingId = await beginTest(client, learner.id, asked)
  await client.end()
  const acknowledged = new Set<string>()
  const broken: string[] = []
  let failures = 0
  let seq = 0
  const send = async (body: object): Promise<void> => {
    const event = { id: randomUUID(), seq: ++seq, at: Date.now(), ...body }
    for (; !(await post(victims.url, learner, sittingId, event)); failures++) await sleep(RETRY_MS)
    acknowledged.add(event.id)
  }
  const doings = [
    ...asked.map(({ answer }, question) => ({
      kind: 'answer',
      question,
      given: [answer],
      ms: 900,
    })),
    ...[1, 2].map(() => ({ kind: 'handIn' })),
  ]
  for (const [n, doing] of doings.entries()) {
    const sent = send(doing)
    await sleep(chance.whole(0, LATEST_MS))
    await killAndStart(victims, KILLS[n % KILLS.length] ?? 'web')
    await sent
    broken.push(...(await differences(victims, learner.id, sittingId, acknowledged)))
  }
  broken.push(...(await lessonsMissing(victims, learner.id, asked)))
  return { kills: doings.length, failures, broken }
}

async function askedOf(client: pg.Client, ownerId: string): Promise<Asked[]> {
  const { rows } = await client.query<Asked>(
    `SELECT i.id::text AS "itemId", c.id::text AS "cardId", i.question, i.answer
     FROM item i JOIN card c ON c.item_id = i.id AND c.learner_id = i.owner_id WHERE i.owner_id = $1 ORDER BY i.id`,
    [ownerId],
  )
  return rows
}

/** As the app stores a drawn test and a sitting of it. */
async function beginTest(
  client: pg.Client,
  ownerId: string,
  asked: readonly Asked[],
): Promise<string> {
  const [testId, sittingId] = [randomUUID(), randomUUID()]
  const drawn = { questions: asked.map(questionOf), sections: [], shortages: [], filled: 0 }
  const cell = { section: null, kind: null, form: null, count: asked.length }
  const values = [
    JSON.stringify([{ kind: 'deck', deckId: randomUUID() }]),
    JSON.stringify({ cells: [cell], minutes: null, seed: 'a bad day' }),
    JSON.stringify(drawn),
  ]
  await client.query(
    `INSERT INTO mock_test (owner_id, id, name, parts, blueprint, drawn) VALUES ($1, $2, 'Rivers', $3, $4, $5)`,
    [ownerId, testId, ...values],
  )
  await client.query(
    `INSERT INTO sitting (owner_id, id, test_id, time_zone, started_at) VALUES ($1, $2, $3, 'UTC', now())`,
    [ownerId, sittingId, testId],
  )
  return sittingId
}

function questionOf({ itemId, cardId, question, answer }: Asked) {
  const content = {
    ...{ kind: 'own', question, answer, accept: [], elements: [], evidence: [], section: '' },
    forms: [{ form: 'typed', prompt: question }],
  }
  const item = { itemId, section: '', textId: null, textTitle: '', content }
  return {
    form: 'typed',
    prompt: question,
    item: { ...item, cards: [{ id: cardId, elementKey: '' }] },
  }
}

/** True when the server says that it has the event. */
async function post(
  url: string,
  { id, cookie }: { id: string; cookie: string },
  sittingId: string,
  event: { id: string },
): Promise<boolean> {
  const response = await fetch(`${url}/api/sittings`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ learnerId: id, sittingId, events: [event] }),
    signal: AbortSignal.timeout(60_000),
  }).catch(() => null)
  if (!response || response.status >= 500) return false
  const text = await response.text().catch(() => '')
  if (response.status !== 200) throw new Error(`an event was answered ${response.status}: ${text}`)
  return text.includes(event.id)
}

async function rowsOf<T extends pg.QueryResultRow>(
  victims: Victims,
  sql: string,
  values: readonly unknown[],
): Promise<T[]> {
  return onDatabase(victims, async (client) => (await client.query<T>(sql, [...values])).rows)
}

/** Everything that was acknowledged is there; the key of the table holds that it is there once. */
async function differences(
  victims: Victims,
  ownerId: string,
  sittingId: string,
  acknowledged: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    victims,
    'SELECT id::text AS id FROM sitting_event WHERE owner_id = $1 AND sitting_id = $2',
    [ownerId, sittingId],
  )
  const there = new Set(rows.map((row) => row.id))
  return [...acknowledged]
    .filter((id) => !there.has(id))
    .map((id) => `${id} was acknowledged and did not outlive a kill`)
}

async function lessonsMissing(
  victims: Victims,
  learnerId: string,
  asked: readonly Asked[],
): Promise<string[]> {
  const rows = await rowsOf<{ cardId: string; reviews: number }>(
    victims,
    `SELECT card_id::text AS "cardId", count(*) FILTER (WHERE grade = 3)::int AS reviews FROM review
     WHERE learner_id = $1 GROUP BY card_id`,
    [learnerId],
  )
  const reviews = new Map(rows.map((row) => [row.cardId, row.reviews]))
  return asked
    .filter(({ cardId }) => reviews.get(cardId) !== 1)
    .map(({ cardId }) => `card ${cardId} has ${reviews.get(cardId) ?? 0} reviews, not 1`)
}
