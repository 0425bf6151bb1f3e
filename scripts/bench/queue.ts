/**
 * How long it takes to build today's session: the use case behind /review, from the database to the plan, for learners
 * with a thousand, ten thousand and a hundred thousand cards of whom the same number is due, in a table with ten million
 * reviews of these and others.
 */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { closeStore, openStore } from '@/lib/store/client'
import { applyMigrations } from '@/lib/store/migrations'
import { parametersOf } from '@/lib/usecases/parameters'
import { planSession } from '@/lib/usecases/plan-session'
import { openVisit, type Visit } from '@/lib/usecases/visit'
import { ensureDatabase } from '../database/server'
import { startTestServer } from '../test/ground'
import type { Bench, Setting } from './bench'
import { populate, type Size } from './population'
import { held, plain } from './report'
import { insertLearner, learnerIdOf } from './seed'
import { median } from './spread'

const DUE = 150
const FRESH = 0.2
const REVIEWS = 10_000_000
const PER_CARD = 10
/** Others, whose reviews fill the table. */
const OTHERS = 10
const CARDS_OF_OTHERS = 5_000
const WARM_UP = 3
const ROUNDS = 15
const AT_MOST = 2

const MEASURED = [
  { name: '1,000 cards', number: 1, cards: 1_000, due: DUE },
  { name: '10,000 cards', number: 2, cards: 10_000, due: DUE },
  { name: '100,000 cards', number: 3, cards: 100_000, due: DUE },
  // Of those with a memory one in a hundred: what steady study of a large collection comes to.
  { name: '100,000 cards, 800 of them due', number: 4, cards: 100_000, due: 800 },
] as const

export const queue: Bench = async (setting) => {
  const url = await open(setting)
  await fill(url, setting)
  openStore(url)
  const times = new Map<string, number[]>()
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const { name, number } of MEASURED) {
      const { ms, questions } = await build(number)
      if (round === 0) setting.say(`${name}: a session of ${questions} questions`)
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), ms])
    }
  }
  await closeStore()
  const of = (name: string) => median(times.get(name) ?? [])
  const [least, ...others] = MEASURED
  const limit = of(least.name)
  return [
    plain(least.name, limit, 'ms'),
    ...others.map(({ name, due }) =>
      due === DUE
        ? held(name, of(name), 'ms', limit, { atMost: AT_MOST })
        : plain(name, of(name), 'ms'),
    ),
  ]
}

async function open({ life }: Setting): Promise<string> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'passage-queue-')))
  chmodSync(home, 0o755)
  life.onEnd(() => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))
  const { server } = await startTestServer(life, home, { durable: true })
  await ensureDatabase(server, 'passage')
  const url = server.url('passage')
  await applyMigrations(url)
  return url
}

/** As many reviews as asked for: ten for each card of those who are measured, and the rest of others. */
async function fill(url: string, { say, number }: Setting): Promise<void> {
  const wanted = number('reviews', REVIEWS)
  const seen = MEASURED.reduce((sum, { cards }) => sum + cards * (1 - FRESH), 0)
  // At most half of the table is theirs.
  const perCard = Math.max(1, Math.min(PER_CARD, Math.floor(wanted / 2 / seen)))
  const measured = MEASURED.map((size) => ({ ...size, fresh: FRESH, reviewsPerCard: perCard }))
  const left = Math.max(0, wanted - seen * perCard)
  const reviewsPerCard = Math.max(1, Math.round(left / (OTHERS * CARDS_OF_OTHERS * (1 - FRESH))))
  const others: Size[] = Array.from({ length: OTHERS }, (_, n) => ({
    ...{ number: 100 + n, cards: CARDS_OF_OTHERS, due: DUE, fresh: FRESH, reviewsPerCard },
  }))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { today, foldedWith } = await nowOf(client, url)
  const begun = performance.now()
  await populate(client, [...measured, ...others], { today, foldedWith, say })
  say(`filled in ${Math.round((performance.now() - begun) / 1000)} s`)
  await client.end()
}

/** The day and the parameters as the app has them. */
async function nowOf(client: pg.Client, url: string) {
  await insertLearner(client, 0)
  openStore(url)
  const visit = await visitOf(0)
  await closeStore()
  return {
    today: formatStudyDay(visit.studyDay),
    foldedWith: parametersOf(visit.learner).foldedWith,
  }
}

const visitOf = (number: number): Promise<Visit> =>
  openVisit({ learnerId: learnerIdOf(number), timeZone: 'Europe/Vienna', now: Date.now() })

async function build(number: number): Promise<{ ms: number; questions: number }> {
  const visit = await visitOf(number)
  const begun = performance.now()
  const plan = await planSession(visit, {})
  const ms = performance.now() - begun
  if (!plan.ok) throw new Error(plan.problem.message)
  return { ms, questions: plan.value.questions.length }
}
