/**
 * A class in the room: devices that look every two seconds and a wall that looks every second, over HTTP against a
 * production build; in each round all of them answer within two seconds. All of it shares this machine.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { startVictims } from '../crash/victims'
import { createReporter } from '../setup/reporter.mjs'
import { ensureBuilt } from '../start/build'
import type { Bench } from './bench'
import { held, plain } from './report'
import { newLearner, seedCards } from './seed'
import { quantile } from './spread'

const DEVICES = 40
const ROUNDS = 5
const LOOK_MS = { device: 2_000, wall: 1_000 }

const View = z.object({
  state: z.object({ phase: z.string(), round: z.number() }),
  answered: z.number().optional(),
})
type View = z.infer<typeof View>

/** Milliseconds, by what was asked. */
type Times = { readonly same: number[]; readonly changed: number[]; readonly answers: number[] }

export const rooms: Bench = async ({ life, say, number }) => {
  const devices = number('devices', DEVICES)
  const distDir = await ensureBuilt(life, createReporter(process.stderr), 'start')
  const victims = await startVictims(life, distDir)
  const client = new pg.Client({ connectionString: victims.databaseUrl })
  await client.connect()
  say(`a class of ${devices}`)
  const leader = await newLearner(victims.url)
  await seedCards(client, leader.id, ROUNDS)
  const classId = randomUUID()
  await client.query(`INSERT INTO class (id, name, time_zone) VALUES ($1, 'Bench', 'UTC')`, [
    classId,
  ])
  const seat = (learnerId: string, role: string) =>
    client.query(
      `INSERT INTO class_member (id, class_id, learner_id, role, display_name, joined_at)
       VALUES ($1, $2, $3, $4::class_role, 'Somebody', now())`,
      [randomUUID(), classId, learnerId, role],
    )
  await seat(leader.id, 'owner')
  const cookies: string[] = []
  for (let n = 0; n < devices; n++) {
    const learner = await newLearner(victims.url)
    await seat(learner.id, 'student')
    await copyTo(client, leader.id, learner.id)
    cookies.push(learner.cookie)
  }
  const roomId = randomUUID()
  const { rows } = await client.query<{ deckId: string; itemIds: string[] }>(
    `SELECT d.id AS "deckId", array_agg(di.item_id) AS "itemIds" FROM deck d JOIN deck_item di ON di.deck_id = d.id
     WHERE d.owner_id = $1 AND d.name = 'Rivers' GROUP BY d.id`,
    [leader.id],
  )
  const [deck] = rows
  if (!deck) throw new Error('the leader has no deck')
  await client.query(`INSERT INTO room (id, class_id, deck_id) VALUES ($1, $2, $3)`, [
    ...[roomId, classId, deck.deckId],
  ])
  await client.query('VACUUM ANALYZE')
  await client.end()

  const times: Times = { same: [], changed: [], answers: [] }
  const over = new AbortController()
  const screen = { url: victims.url, roomId, times, signal: over.signal }
  const wall = openScreen({ ...screen, cookie: leader.cookie, every: LOOK_MS.wall })
  const watching = cookies.map((cookie, n) =>
    openScreen({ ...screen, cookie, every: LOOK_MS.device, after: (n * LOOK_MS.device) / devices }),
  )
  const step = (what: object) => {
    const { phase, round } = wall.view().state
    return wall.post({ deed: { kind: 'step', from: { phase, round }, step: what } })
  }
  const seen: number[] = []
  await pause(3 * LOOK_MS.device)
  for (const itemId of deck.itemIds) {
    await step({ kind: 'ask', itemId })
    await Promise.all(watching.map((device) => device.answer()))
    const last = performance.now()
    while (wall.view().answered !== devices) await pause(10)
    seen.push(performance.now() - last)
    await step({ kind: 'close' })
    await pause(LOOK_MS.device)
    await step({ kind: 'show' })
    await pause(LOOK_MS.device)
    say(`question ${wall.view().state.round}`)
  }
  over.abort()
  await Promise.all([wall, ...watching].map(({ done }) => done))
  const ms = (values: readonly number[], part: number) => quantile(values, part)
  return [
    plain(`${devices} devices: looks that found nothing new`, times.same.length, 'looks'),
    plain('nothing new, median', ms(times.same, 0.5), 'ms'),
    held('nothing new, 95 %', ms(times.same, 0.95), 'ms', 100, { atMost: 1 }),
    held('something new, 95 %', ms(times.changed, 0.95), 'ms', 200, { atMost: 1 }),
    held(`an answer, all within two seconds, 95 %`, ms(times.answers, 0.95), 'ms', 1_000, {
      atMost: 1,
    }),
    held('the last answer to the wall, longest', Math.max(...seen), 'ms', 1_500, { atMost: 1 }),
  ]
}

/** The items of a deck, as somebody's own copies with cards. */
async function copyTo(client: pg.Client, from: string, to: string): Promise<void> {
  await client.query(
    `WITH made AS (
       INSERT INTO item (id, owner_id, status, key, kind, question, answer, accept, elements, forms, section, position,
         construction, confidence, origin_id, origin_revision)
       SELECT gen_random_uuid(), $2, status, key, kind, question, answer, accept, elements, forms, section, position,
         construction, confidence, id, revision FROM item WHERE owner_id = $1 AND text_id IS NULL RETURNING id)
     INSERT INTO card (learner_id, id, item_id) SELECT $2, gen_random_uuid(), id FROM made`,
    [from, to],
  )
}

function openScreen({
  url,
  roomId,
  cookie,
  every,
  after = 0,
  times,
  signal,
}: {
  url: string
  roomId: string
  cookie: string
  every: number
  after?: number
  times: Times
  signal: AbortSignal
}) {
  let view: View = { state: { phase: 'waiting', round: 0 } }
  let tag: string | null = null
  const address = `${url}/api/rooms/${roomId}`

  async function take(response: Response): Promise<void> {
    if (!response.ok) throw new Error(`answered ${response.status}: ${await response.text()}`)
    tag = response.headers.get('etag')
    view = View.parse(await response.json())
  }
  async function look(): Promise<void> {
    const began = performance.now()
    const headers = { cookie, ...(tag !== null && { 'if-none-match': tag }) }
    const response = await fetch(address, { headers })
    if (response.status !== 304) await take(response)
    const of = response.status === 304 ? times.same : times.changed
    of.push(performance.now() - began)
  }
  async function watch(): Promise<void> {
    await pause(after)
    while (!signal.aborted) {
      await look()
      await pause(every)
    }
  }
  const json = { cookie, 'content-type': 'application/json' }
  return {
    done: watch(),
    view: () => view,
    post: async (body: object) =>
      take(await fetch(address, { method: 'POST', headers: json, body: JSON.stringify(body) })),
    /** As soon as the device knows what is asked. */
    answer: async () => {
      while (view.state.phase !== 'asking') await pause(5)
      const began = performance.now()
      const event = {
        ...{ kind: 'room', id: randomUUID(), roomId, round: view.state.round },
        ...{ response: 'River 1', durationMs: 2_000, timeZone: 'UTC' },
        reviewedAt: new Date().toISOString(),
      }
      const response = await fetch(`${url}/api/reviews`, {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ events: [event] }),
      })
      const answer = await response.text()
      if (!answer.includes('"stored"')) throw new Error(`an answer was not stored: ${answer}`)
      times.answers.push(performance.now() - began)
    },
  }
}
