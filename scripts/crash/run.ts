/**
 * The crash test: three devices of one learner send every review twice, in no order, while the web server and PostgreSQL
 * are killed under them. What was acknowledged must be there once, as it was sent, and nothing else; and the memory of
 * each card must be the fold of its log.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { newLearner, seedCards } from '../bench/seed'
import { noPromises, type Promises, sendAll } from './device'
import { dealOut, makeEvents } from './events'
import { KILLS, type Kill, killAndStart, killsDatabase, onDatabase } from './kills'
import { type Seeded, seeded } from './seeded'
import { findDifferences, missingReviews, tornCards } from './verify'
import type { Victims } from './victims'

export interface CrashOptions {
  readonly reviews: number
  readonly cards: number
  readonly kills: number
  readonly seed: string
  readonly say: (line: string) => void
}

export interface CrashReport {
  readonly seconds: number
  readonly kills: Readonly<Record<Kill, number>>
  readonly requests: number
  /** Requests that had to be sent again. */
  readonly failures: number
  readonly acknowledged: number
  /** What must never be: all the ways in which the promise was broken, in words. Empty is what is hoped for. */
  readonly broken: readonly string[]
}

/** How long a victim stays down, and how long after its moment has come it falls: so that it falls amid a request. */
const LONGEST_DOWN_MS = 300
const LATEST_MS = 40

export async function crash(victims: Victims, options: CrashOptions): Promise<CrashReport> {
  const { reviews, cards, seed, say } = options
  const chance = seeded(seed)
  const learner = await newLearner(victims.url)
  const cardIds = await onDatabase(victims, (client) => seedCards(client, learner.id, cards))
  const events = makeEvents(reviews, cardIds, Date.now(), chance)
  const hands = dealOut(events, chance)
  const promises = noPromises()
  const progress = watch(reviews * 2, say)
  const post = { url: victims.url, cookie: learner.cookie }
  const begun = performance.now()
  const check = () => checkKept(victims, learner.id, promises)
  const killing = killAll(victims, planKills(options, chance), progress, check)
  await Promise.all(hands.map((hand) => sendAll(post, hand, promises, progress.add)))
  progress.end()
  const kills = await killing
  const seconds = (performance.now() - begun) / 1000
  say('comparing what is stored with what was sent')
  const differences = await onDatabase(victims, (client) =>
    findDifferences(client, learner.id, cardIds, events),
  )
  const twice = [...promises.storedNow]
    .filter(([, times]) => times > 1)
    .map(([id, times]) => `${id} was said to be stored now ${times} times`)
  const { requests, failures, acknowledged, broken } = promises
  return {
    ...{ seconds, kills, requests, failures, acknowledged: acknowledged.size },
    broken: [...broken, ...twice, ...differences],
  }
}

/**
 * Whatever was acknowledged up to now outlived the kill, and no card's memory was kept without its reviews. Asked after
 * each kill, lest a second delivery mends what was lost.
 */
async function checkKept(
  victims: Victims,
  learnerId: Parameters<typeof missingReviews>[1],
  { acknowledged, broken }: Promises,
): Promise<void> {
  const ids = [...acknowledged]
  await onDatabase(victims, async (client) => {
    for (const id of await missingReviews(client, learnerId, ids))
      broken.push(`${id} was acknowledged and did not outlive a kill`)
    for (const id of await tornCards(client, learnerId))
      broken.push(`card ${id} was kept without all of its reviews`)
  })
}

interface Progress {
  readonly add: (events: number) => void
  /** Resolves when so many deliveries were taken, or no more come: then with false. */
  readonly reached: (deliveries: number) => Promise<boolean>
  readonly end: () => void
}

function watch(total: number, say: (line: string) => void): Progress {
  let taken = 0
  let said = 0
  let waiting: { deliveries: number; go: (reached: boolean) => void } | null = null
  return {
    add: (events) => {
      taken += events
      const tenth = Math.floor((taken / total) * 10)
      if (tenth > said) say(`${taken} of ${total} deliveries taken`)
      said = tenth
      if (waiting && taken >= waiting.deliveries) waiting.go(true)
    },
    reached: (deliveries) =>
      new Promise((go) => {
        if (taken >= deliveries) go(true)
        else waiting = { deliveries, go }
      }),
    end: () => waiting?.go(false),
  }
}

interface Planned {
  /** After so many deliveries … */
  readonly after: number
  /** … and so many milliseconds … */
  readonly delayMs: number
  readonly kill: Kill
  /** … for so many milliseconds. */
  readonly downMs: number
}

/** Each kind as often as the others, at moments spread at random over the run. */
function planKills({ reviews, kills }: CrashOptions, chance: Seeded): Planned[] {
  const kinds = chance.shuffled(Array.from({ length: kills }, (_, n) => KILLS[n % KILLS.length]))
  return kinds
    .map((kill = 'web') => ({
      after: chance.whole(1, Math.floor(reviews * 1.9)),
      delayMs: chance.whole(0, LATEST_MS),
      downMs: chance.whole(0, LONGEST_DOWN_MS),
      kill,
    }))
    .sort((a, b) => a.after - b.after)
}

async function killAll(
  victims: Victims,
  plan: readonly Planned[],
  progress: Progress,
  check: () => Promise<void>,
): Promise<Record<Kill, number>> {
  const done = { web: 0, SIGKILL: 0, SIGQUIT: 0, both: 0 }
  for (const { after, delayMs, kill, downMs } of plan) {
    if (!(await progress.reached(after))) return done
    await sleep(delayMs)
    await killAndStart(victims, kill, downMs)
    if (killsDatabase(kill)) await check()
    done[kill]++
  }
  return done
}
