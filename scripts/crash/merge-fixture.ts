/**
 * A guest's history is brought into an account while the web server and PostgreSQL are killed amid it: it is there whole
 * or not at all, nothing acknowledged is lost on either side, and done again it is as done once. A device of the guest goes
 * on sending all the while.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { LearnerId } from '@/lib/core/ids'
import { newLearner, seedCards } from '../bench/seed'
import { type Action, actionsOf, call } from '../walk/http'
import { type Batch, makeEvents } from './events'
import { KILLS, killAndStart, onDatabase } from './kills'
import type { Seeded } from './seeded'
import { findDifferences, missingReviews, tornCards } from './verify'
import type { Victims } from './victims'

export interface MergeReport {
  readonly kills: number
  /** After so many kills everything of the guest was the account's, after the others nothing. */
  readonly whole: number
  /** Requests that had to be sent again. */
  readonly failures: number
  /** All the ways in which the promise was broken, in words. Empty is what is hoped for. */
  readonly broken: readonly string[]
}

const CARDS = 60
const EVENTS = 240
const BATCH = 40
const RETRY_MS = 40
const ACTIONS = 'app/account/actions.ts#'
/** Milliseconds after the merge is asked for in which something dies: about as long as it takes. */
const LATEST_MS = 400

interface Person {
  readonly id: LearnerId
  readonly cookie: string
  readonly cardIds: Awaited<ReturnType<typeof seedCards>>
  readonly events: Batch
  /** Ids of what a device has been told is there. */
  readonly acknowledged: Set<string>
}

export async function mergeThroughKills(
  victims: Victims,
  build: string,
  chance: Seeded,
): Promise<MergeReport> {
  const actions = actionsOf(build)
  const report = { kills: 0, whole: 0, failures: 0, broken: [] as string[] }
  for (const [round, kill] of KILLS.entries()) {
    const account = await openAccount(victims, actionOf(actions, 'signUpAction'), 2 * round, chance)
    const guest = await newPerson(victims, 2 * round + 1, chance)
    await Promise.all([
      send(victims, account, [account.cookie], account.events),
      send(victims, guest, [guest.cookie], guest.events.slice(0, EVENTS / 2)),
    ])
    const bringIn = actionOf(actions, 'bringInAction')
    const cookie = `${account.cookie}; ${guest.cookie}`
    const rest = guest.events.slice(EVENTS / 2)
    const sending = send(victims, guest, [guest.cookie, account.cookie], rest)
    const asked = bring(victims, bringIn, cookie)
    await sleep(chance.whole(0, LATEST_MS))
    await killAndStart(victims, kill)
    const acknowledged = await asked
    const whole = await stateOf(victims, account, guest)
    if (whole === null) report.broken.push(`round ${round}: the guest is merged by half`)
    if (acknowledged && whole !== true) report.broken.push(`round ${round}: a merge was lost`)
    report.kills++
    report.whole += Number(whole === true)
    for (; !(await bring(victims, bringIn, cookie)); report.failures++) await sleep(RETRY_MS)
    report.failures += Number(!acknowledged) + (await sending)
    report.broken.push(...(await differencesAfter(victims, account, guest)))
  }
  return report
}

function actionOf(actions: readonly Action[], name: string): Action {
  const action = actions.find((each) => each.name === `${ACTIONS}${name}`)
  if (!action) throw new Error(`the build has no ${name}`)
  return action
}

async function newPerson(victims: Victims, number: number, chance: Seeded): Promise<Person> {
  const { id, cookie } = await newLearner(victims.url)
  // Numbers that no other test of crashes has given.
  const cardIds = await onDatabase(victims, async (client) => {
    const cards = await seedCards(client, id, CARDS, 100 + number)
    // Each person's own: items with the same key would become one.
    await client.query('UPDATE item SET key = id::text WHERE owner_id = $1 AND text_id IS NULL', [
      id,
    ])
    return cards
  })
  const events = makeEvents(EVENTS, cardIds, Date.now(), chance, EVENTS * number)
  return { id, cookie, cardIds, events, acknowledged: new Set() }
}

async function openAccount(
  victims: Victims,
  signUp: Action,
  number: number,
  chance: Seeded,
): Promise<Person> {
  const person = await newPerson(victims, number, chance)
  const input = {
    ...{ name: 'Ada Lund', email: `${randomUUID()}@example.org` },
    password: `a password of ${randomUUID()}`,
  }
  const { headers, status } = await call(victims.url, '/sign-up', signUp, [input], person.cookie)
  const signIn = headers.getSetCookie().find((line) => line.startsWith('sign-in='))
  if (!signIn) throw new Error(`no account was opened: ${status}`)
  return { ...person, cookie: signIn.split(';')[0] ?? '' }
}

/** True when the server says that it is done. */
async function bring(victims: Victims, action: Action, cookie: string): Promise<boolean> {
  const answer = await call(victims.url, '/sign-in/bring-in', action, [true], cookie).catch(
    () => null,
  )
  return z.looseObject({ ok: z.literal(true) }).safeParse(answer?.result).success
}

const Answer = z.object({ results: z.array(z.object({ id: z.string(), status: z.string() })) })

/** Until all are taken, in the guest's own name; with the other cookie where the browser has become the account's. */
async function send(
  { url }: Victims,
  { id: learnerId, acknowledged }: Person,
  cookies: readonly string[],
  events: Batch,
): Promise<number> {
  let failures = 0
  for (let at = 0; at < events.length; at += BATCH) {
    const batch = events.slice(at, at + BATCH)
    for (let tries = 0; ; tries++) {
      const cookie = cookies[tries % cookies.length] ?? ''
      const taken = await post(url, cookie, { learnerId, events: batch })
      for (const id of taken) acknowledged.add(id)
      if (taken.length === batch.length) break
      failures++
      await sleep(RETRY_MS)
    }
  }
  return failures
}

async function post(url: string, cookie: string, body: object): Promise<string[]> {
  const response = await fetch(`${url}/api/reviews`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  }).catch(() => null)
  const text = await response?.text().catch(() => '')
  if (response?.status !== 200 || !text) return []
  const { results } = Answer.parse(JSON.parse(text))
  return results.flatMap(({ id, status }) =>
    status === 'stored' || status === 'known' ? [id] : [],
  )
}

interface Standing {
  readonly guests: number
  readonly merges: number
  /** Cards and decks, under the name of either. */
  readonly held: number
  readonly given: number
}

/** Whether the merge is done; null where it is neither done nor not. One statement, which sees one moment of the database. */
async function stateOf(victims: Victims, account: Person, guest: Person): Promise<boolean | null> {
  const [found] = await onDatabase(victims, async (client) => {
    const { rows } = await client.query<Standing>(
      `SELECT (SELECT count(*)::int FROM learner WHERE id = $1) AS guests,
         (SELECT count(*)::int FROM learner_merge WHERE from_id = $1 AND into_id = $2) AS merges,
         (SELECT count(*)::int FROM card WHERE learner_id = $1 AND id = ANY($3::uuid[])) AS held,
         (SELECT count(*)::int FROM card WHERE learner_id = $2 AND id = ANY($3::uuid[])) AS given`,
      [guest.id, account.id, guest.cardIds],
    )
    return rows
  })
  if (!found) return null
  const { guests, merges, held, given } = found
  if (guests === 0 && merges === 1 && held === 0 && given === CARDS) return true
  return guests === 1 && merges === 0 && held === CARDS && given === 0 ? false : null
}

/** What is not as if one learner had given all answers, in words. */
async function differencesAfter(
  victims: Victims,
  account: Person,
  guest: Person,
): Promise<string[]> {
  const cardIds = [...account.cardIds, ...guest.cardIds]
  const events = [...account.events, ...guest.events]
  const acknowledged = [...account.acknowledged, ...guest.acknowledged]
  return onDatabase(victims, async (client) => {
    const missing = await missingReviews(client, account.id, acknowledged)
    const torn = await tornCards(client, account.id)
    return [
      ...missing.map((id) => `${id} was acknowledged and is not the account’s`),
      ...torn.map((id) => `card ${id} was kept without all of its reviews`),
      ...(await findDifferences(client, account.id, cardIds, events)),
    ]
  })
}
