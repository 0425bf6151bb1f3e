/**
 * Ten classes of twenty students each study what they were assigned, all at once: every student opens the session, answers
 * a question, thinks for two seconds, and answers the next, for two minutes; every twentieth answer they open the session
 * anew, and each teacher looks at the class again and again. One production build, its PostgreSQL and all the senders
 * share this machine. A loop is closed: nobody answers before the last answer was acknowledged.
 */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startVictims } from '../crash/victims'
import { createReporter } from '../setup/reporter.mjs'
import { ensureBuilt } from '../start/build'
import { importShipped } from '../start/content'
import type { Bench } from './bench'
import { type Classroom, type Pupil, seedClassroom } from './classrooms'
import { open, post } from './posting'
import { reviewOf } from './recorded'
import { held, plain } from './report'
import { quantile } from './spread'

const CLASSES = 10
const STUDENTS = 20
const SECONDS = 120
const THINK_MS = 2_000
/** After so many answers a student opens the session again. */
const SESSION = 20
const TEACHER_LOOKS_MS = 15_000
const LIMIT_MS = 200

interface Seen {
  /** Milliseconds for each. */
  readonly stored: number[]
  readonly pages: number[]
  readonly looks: number[]
  readonly errors: string[]
}

export const classroom: Bench = async ({ life, say, number }) => {
  const seconds = number('seconds', SECONDS)
  const reporter = createReporter(process.stderr)
  const distDir = await ensureBuilt(life, reporter, 'start')
  const victims = await startVictims(life, distDir)
  await importShipped(life, reporter, victims.databaseUrl)
  const client = new pg.Client({ connectionString: victims.databaseUrl })
  await client.connect()
  say(`${CLASSES} classes of ${STUDENTS} students are given their decks`)
  const rooms: Classroom[] = []
  for (let n = 0; n < CLASSES; n++)
    rooms.push(await seedClassroom(client, victims.url, n, STUDENTS))
  await client.query('VACUUM ANALYZE')
  const before = await countReviews(client)
  say(`they study for ${seconds} s`)
  const seen = await study(victims.url, rooms, seconds)
  const kept = (await countReviews(client)) - before
  await client.end()
  for (const error of seen.errors.slice(0, 5)) say(error)
  return [
    plain('students at once', CLASSES * STUDENTS, 'students'),
    plain('reviews stored, as they were acknowledged', seen.stored.length, 'reviews'),
    held('reviews in the database', kept, 'reviews', seen.stored.length, { atLeast: 1 }),
    plain('requests refused or failed', seen.errors.length, 'requests'),
    plain('a review stored, p50', quantile(seen.stored, 0.5), 'ms'),
    held('a review stored, p95', quantile(seen.stored, 0.95), 'ms', LIMIT_MS, { atMost: 1 }),
    plain('a review stored, p99', quantile(seen.stored, 0.99), 'ms'),
    plain('the session opened, p95', quantile(seen.pages, 0.95), 'ms'),
    plain('a teacher’s look at the class, p95', quantile(seen.looks, 0.95), 'ms'),
  ]
}

async function countReviews(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM review')
  return rows[0]?.n ?? 0
}

async function study(url: string, rooms: readonly Classroom[], seconds: number): Promise<Seen> {
  const agent = new Agent({ keepAlive: true })
  const seen: Seen = { stored: [], pages: [], looks: [], errors: [] }
  const begun = performance.now()
  const until = begun + seconds * 1000
  const one = { url, agent, seen, until }
  const students = rooms.flatMap(({ pupils }) => pupils)
  await Promise.all([
    // They come in within the time of one thought, as a class does, and not in one instant.
    ...students.map((pupil, n) => studies(one, pupil, (n / students.length) * THINK_MS)),
    ...rooms.map((room, n) => looks(one, room, (n / rooms.length) * TEACHER_LOOKS_MS)),
  ])
  agent.destroy()
  return seen
}

interface Going {
  readonly url: string
  readonly agent: Agent
  readonly seen: Seen
  readonly until: number
}

async function studies({ url, agent, seen, until }: Going, pupil: Pupil, after: number) {
  await sleep(after)
  for (let at = 0; performance.now() < until; at++) {
    if (at % SESSION === 0)
      await timed(seen, seen.pages, () => open(agent, `${url}/review`, pupil.cookie))
    await sleep(THINK_MS)
    const cardId = pupil.cardIds[at % pupil.cardIds.length]
    if (!cardId) throw new Error('a student was given no cards')
    const events = [reviewOf(cardId)]
    await timed(seen, seen.stored, async () => {
      const body = JSON.stringify({ events })
      const stored = await post(agent, `${url}/api/reviews`, pupil.cookie, body)
      if (stored !== 1) throw new Error('an answer was refused')
    })
  }
}

async function looks({ url, agent, seen, until }: Going, room: Classroom, after: number) {
  await sleep(after)
  for (; performance.now() < until; await sleep(TEACHER_LOOKS_MS))
    await timed(seen, seen.looks, () => open(agent, `${url}${room.looksAt}`, room.teacher))
}

async function timed(seen: Seen, into: number[], work: () => Promise<void>): Promise<void> {
  const begun = performance.now()
  try {
    await work()
    into.push(performance.now() - begun)
  } catch (error) {
    seen.errors.push(error instanceof Error ? error.message : String(error))
  }
}
