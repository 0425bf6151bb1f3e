/** Compares what the database holds in the end with what the devices sent. */
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { groupBy } from '@/lib/core/group-by'
import type { CardId, LearnerId } from '@/lib/core/ids'
import { foldCard } from '@/lib/core/memory/fold'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { CardState } from '@/lib/core/memory/state'
import { dated } from '@/lib/core/review/dated'
import type { ReviewEvent, ReviewEventInput } from '@/lib/core/review/event'
import { studyDayOf } from '@/lib/core/time/study-day'

/** Of the ids that were acknowledged, those that are not there. */
export async function missingReviews(
  client: pg.Client,
  learnerId: LearnerId,
  acknowledged: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id::text AS id FROM unnest($2::uuid[]) AS a (id)
     LEFT JOIN review r ON r.learner_id = $1 AND r.id = a.id WHERE r.id IS NULL`,
    [learnerId, acknowledged],
  )
  return rows.map(({ id }) => id)
}

/** Cards whose memory was not kept together with their reviews. One statement, which sees one moment of the database. */
export async function tornCards(client: pg.Client, learnerId: LearnerId): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT c.id::text AS id FROM card c
     LEFT JOIN (SELECT card_id, count(*) AS events FROM review WHERE learner_id = $1 GROUP BY card_id) r ON r.card_id = c.id
     WHERE c.learner_id = $1 AND c.event_count <> coalesce(r.events, 0)`,
    [learnerId],
  )
  return rows.map(({ id }) => id)
}

interface Found {
  readonly learner: { readonly rolloverHour: number; readonly desiredRetention: number }
  readonly cardIds: readonly CardId[]
}

/** What is not as it must be, in words. Nothing is taken from the app but the fold itself. */
export async function findDifferences(
  client: pg.Client,
  learnerId: LearnerId,
  cardIds: readonly CardId[],
  sent: readonly ReviewEventInput[],
): Promise<string[]> {
  const { rows } = await client.query<Found['learner']>(
    `SELECT rollover_hour AS "rolloverHour", desired_retention AS "desiredRetention" FROM learner WHERE id = $1`,
    [learnerId],
  )
  const [learner] = rows
  if (!learner) return ['the learner is gone']
  const events = sent.map((event) => asEvent(event, learner.rolloverHour))
  return [
    ...(await differencesOfReviews(client, learnerId, sent, events)),
    ...(await differencesOfCards(client, learnerId, { learner, cardIds }, events)),
  ]
}

function asEvent(sent: ReviewEventInput, rolloverHour: number): ReviewEvent {
  const at = Date.parse(sent.reviewedAt)
  return dated(sent, at, studyDayOf(at, sent.timeZone, rolloverHour))
}

/** As its row should be: what a kind does not carry is null. */
function rowOf(sent: ReviewEventInput, event: ReviewEvent): Record<string, unknown> {
  const none = { grade: null, form: null, typed: null, overruled: null, durationMs: null }
  const carried = { ...none, dueDay: null, targetId: null, reason: null, ...event }
  return {
    ...{ id: carried.id, cardId: carried.cardId, kind: carried.kind },
    ...{ grade: carried.grade, form: carried.form, typed: carried.typed },
    ...{ overruled: carried.overruled, durationMs: carried.durationMs },
    ...{
      dueDay: carried.dueDay,
      targetId: carried.targetId,
      reason: carried.reason,
      timeZone: sent.timeZone,
    },
    ...{ at: event.at, clientAt: event.at, studyDay: Number(event.studyDay) },
  }
}

const REVIEWS = `
  SELECT id::text AS id, card_id::text AS "cardId", kind::text AS kind, grade, form, typed, overruled,
    duration_ms AS "durationMs", due_day - DATE 'epoch' AS "dueDay", target_id::text AS "targetId", reason, time_zone AS "timeZone",
    (extract(epoch FROM reviewed_at) * 1000)::float8 AS at,
    (extract(epoch FROM client_reviewed_at) * 1000)::float8 AS "clientAt", study_day - DATE 'epoch' AS "studyDay"
  FROM review WHERE learner_id = $1`

async function differencesOfReviews(
  client: pg.Client,
  learnerId: LearnerId,
  sent: readonly ReviewEventInput[],
  events: readonly ReviewEvent[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(REVIEWS, [learnerId])
  const stored = groupBy(rows, (row) => row.id)
  const differences: string[] = []
  sent.forEach((one, n) => {
    const event = events[n]
    const found = stored.get(one.id) ?? []
    stored.delete(one.id)
    if (found.length !== 1) differences.push(`${one.id} is stored ${found.length} times`)
    else if (event && !isDeepStrictEqual({ ...found[0] }, rowOf(one, event))) {
      differences.push(`${one.id} was sent as ${json(one)} and is stored as ${json(found[0])}`)
    }
  })
  for (const id of stored.keys()) differences.push(`${id} is stored and was never sent`)
  return differences
}

const CARDS = `
  SELECT id::text AS id, phase::text AS phase, step, stability, difficulty, reps, lapses,
    last_study_day - DATE 'epoch' AS "lastStudyDay", due_day - DATE 'epoch' AS "dueDay",
    (extract(epoch FROM last_at) * 1000)::float8 AS "lastAt", (extract(epoch FROM due_at) * 1000)::float8 AS "dueAt",
    buried_on - DATE 'epoch' AS "buriedOn", suspended, suspend_reason AS reason, event_count AS events
  FROM card WHERE learner_id = $1 AND id = ANY($2::uuid[])`

async function differencesOfCards(
  client: pg.Client,
  learnerId: LearnerId,
  { learner, cardIds }: Found,
  events: readonly ReviewEvent[],
): Promise<string[]> {
  const parameters = { ...DEFAULT_PARAMETERS, desiredRetention: learner.desiredRetention }
  const logs = groupBy(events, (event) => event.cardId)
  const { rows } = await client.query<{ id: string }>(CARDS, [learnerId, cardIds])
  const cached = new Map(rows.map((row) => [row.id, row]))
  return cardIds.flatMap((id) => {
    const log = logs.get(id) ?? []
    const folded = columnsOf(id, foldCard(id, log, parameters), log.length)
    const found = cached.get(id)
    // The same numbers to the last bit: doubles come back from PostgreSQL as they went in.
    if (found && isDeepStrictEqual({ ...found }, folded)) return []
    return [`card ${id} holds ${json(found)}, and its log folds to ${json(folded)}`]
  })
}

function columnsOf(id: CardId, { memory, buriedOn, suspended }: CardState, events: number) {
  const unseen = { stability: null, difficulty: null, lastStudyDay: null, dueDay: null }
  const seen =
    memory.phase === 'new'
      ? { ...unseen, step: 0, reps: 0, lapses: 0, lastAt: null, dueAt: null }
      : memory
  return {
    ...{ id, phase: memory.phase, step: seen.step },
    ...{ stability: seen.stability, difficulty: seen.difficulty },
    ...{ reps: seen.reps, lapses: seen.lapses },
    ...{ lastStudyDay: seen.lastStudyDay, dueDay: seen.dueDay },
    ...{ lastAt: seen.lastAt, dueAt: seen.dueAt, buriedOn },
    ...{ suspended: suspended !== null, reason: suspended?.reason ?? '', events },
  }
}

const json = (value: unknown) => JSON.stringify(value)
