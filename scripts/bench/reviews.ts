/**
 * Reviews stored a second over HTTP, by a production build, against the same statements without it: what pgbench does
 * with them in one transaction, on the same server. All three (the senders, the app, PostgreSQL) share this machine.
 */
import pg from 'pg'
import { startVictims, type Victims } from '../crash/victims'
import { createReporter } from '../setup/reporter.mjs'
import { ensureBuilt } from '../start/build'
import type { Bench, Setting } from './bench'
import { postFor, type Sender } from './posting'
import { type Recorded, recordStatements } from './recorded'
import { pgbenchPath, type Replay, runPgbench, runWithDriver } from './replayed'
import { type Figure, held, plain } from './report'
import { insertLearner, newLearner, seedCards } from './seed'
import { median } from './spread'

const LEARNERS = [1, 16, 64]
const BATCHES = [1, 20]
const CARDS = 1_000
const ROUNDS = 3
const SECONDS = 4
const AT_LEAST = 0.4

/** Numbers of learners: those of the page, those of pgbench, and the one who is listened to. */
const FIRST_SENDER = 0
const FIRST_REPLAYED = 1_000
const RECORDED = 2_000

interface Ground {
  readonly victims: Victims
  readonly senders: readonly Sender[]
  readonly recorded: ReadonlyMap<number, Recorded>
  readonly replay: (replay: Replay) => Promise<number>
  readonly seconds: number
}

export const reviews: Bench = async (setting) => {
  const { say, number } = setting
  const ground = await prepare(setting, number('seconds', SECONDS))
  const figures: Figure[] = []
  for (const batch of BATCHES) {
    for (const learners of LEARNERS) {
      const name = `${learners} ${learners === 1 ? 'learner' : 'learners'}, ${batch} a batch`
      const { http, alone } = await inTurn(ground, learners, batch)
      figures.push(
        plain(
          `${name}: ${pgbenchPath() ? 'pgbench' : 'our own driver, no pgbench here'}`,
          alone,
          UNIT,
        ),
        held(`${name}: over HTTP`, http, UNIT, alone, { atLeast: AT_LEAST }),
      )
      say(`${name}: ${Math.round(http)} of ${Math.round(alone)} ${UNIT}`)
    }
  }
  return figures
}

const UNIT = 'reviews/s'

async function prepare({ life, say }: Setting, seconds: number): Promise<Ground> {
  const distDir = await ensureBuilt(life, createReporter(process.stderr), 'start')
  const victims = await startVictims(life, distDir)
  const most = Math.max(...LEARNERS)
  say(`making ${2 * most} learners with ${CARDS} cards each`)
  const client = new pg.Client({ connectionString: victims.databaseUrl })
  await client.connect()
  const senders: Sender[] = []
  for (let n = 0; n < most; n++) {
    const { id, cookie } = await newLearner(victims.url)
    senders.push({ cookie, cardIds: await seedCards(client, id, CARDS, FIRST_SENDER + n) })
    const replayed = await insertLearner(client, FIRST_REPLAYED + n)
    await seedCards(client, replayed, CARDS, FIRST_REPLAYED + n)
  }
  const recorded = new Map<number, Recorded>()
  for (const batch of BATCHES) {
    const id = await insertLearner(client, RECORDED + batch)
    const cardIds = await seedCards(client, id, batch, RECORDED + batch)
    recorded.set(batch, await recordStatements(victims.databaseUrl, id, cardIds))
  }
  await client.query('VACUUM ANALYZE')
  await client.end()
  const path = pgbenchPath()
  if (!path) say('There is no pgbench here: our own driver runs the same statements instead.')
  const replay = (one: Replay) => (path ? runPgbench(life, path, one) : runWithDriver(one))
  return { victims, senders, recorded, replay, seconds }
}

/** Each a round, then the other, so that both meet the same machine; the first round of each only warms up. */
async function inTurn(
  { victims, senders, recorded, replay, seconds }: Ground,
  learners: number,
  batch: number,
): Promise<{ http: number; alone: number }> {
  const statements = recorded.get(batch)
  if (!statements) throw new Error(`nothing was recorded for ${batch} a batch`)
  const http: number[] = []
  const alone: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const within = round === 0 ? seconds / 2 : seconds
    const here = await postFor(victims.url, senders.slice(0, learners), batch, within)
    const transactions = await replay({
      ...{ url: victims.databaseUrl, recorded: statements, clients: learners, seconds: within },
      ...{ firstLearner: FIRST_REPLAYED, cards: CARDS, folder: victims.home },
    })
    if (round === 0) continue
    http.push(here)
    alone.push(transactions * batch)
  }
  return { http: median(http), alone: median(alone) }
}
