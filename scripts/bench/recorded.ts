/**
 * The statements that the app sends to PostgreSQL for a batch of reviews, as it sends them: listened to at the driver
 * while the use case stores one batch. So what pgbench runs is never a copy that has fallen behind.
 */
import pg from 'pg'
import type { CardId, LearnerId } from '@/lib/core/ids'
import { closeStore, openStore } from '@/lib/store/client'
import { newId } from '@/lib/usecases/new-id'
import { recordReviews } from '@/lib/usecases/record-reviews'
import { openVisit } from '@/lib/usecases/visit'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export interface Recorded {
  readonly statements: readonly Statement[]
  readonly learnerId: string
  readonly cardIds: readonly string[]
  readonly eventIds: readonly string[]
}

/** A review as a page sends it. */
export function reviewOf(cardId: CardId, id = newId()) {
  return {
    id,
    cardId,
    kind: 'review',
    grade: 3,
    form: 'typed',
    typed: 'the river Danube',
    overruled: false,
    durationMs: 4_000,
    reviewedAt: new Date().toISOString(),
    timeZone: 'Europe/Vienna',
  }
}

export async function recordStatements(
  url: string,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
): Promise<Recorded> {
  openStore(url)
  const store = async (events: readonly object[]) => {
    const visit = await openVisit({ learnerId, timeZone: 'Europe/Vienna', now: Date.now() })
    const outcome = await recordReviews(visit, events)
    if (!outcome.ok) throw new Error(outcome.problem.message)
    if (outcome.value.results.some(({ status }) => status !== 'stored'))
      throw new Error('the batch that was listened to was not stored')
  }
  // The cards have a past already, as most have; and what a pool does once is done.
  await store(cardIds.map((cardId) => reviewOf(cardId)))
  const events = cardIds.map((cardId) => reviewOf(cardId))
  const statements = await listen(() => store(events))
  await closeStore()
  return { statements, learnerId, cardIds, eventIds: events.map(({ id }) => id) }
}

async function listen(work: () => Promise<void>): Promise<Statement[]> {
  const heard: Statement[] = []
  const { query } = pg.Client.prototype
  const listening = function (this: pg.Client, ...args: unknown[]) {
    const statement = statementOf(args)
    if (statement) heard.push(statement)
    return Reflect.apply(query, this, args)
  }
  Object.assign(pg.Client.prototype, { query: listening })
  try {
    await work()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  return heard
}

function statementOf([first, second]: readonly unknown[]): Statement | null {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] }
  if (typeof first !== 'object' || first === null || !('text' in first)) return null
  const given = 'values' in first ? first.values : second
  return { text: String(first.text), values: Array.isArray(given) ? given : [] }
}
