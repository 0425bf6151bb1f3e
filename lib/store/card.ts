/** Rows of cards: one learner's memory of one item or list element, cached from the fold. */
import { CardId, ItemId, type LearnerId } from '@/lib/core/ids'
import type { CardState, MemoryState } from '@/lib/core/memory/state'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import type { CardModel } from './generated/models'
import type { Sql } from './sql'

export type CardRow = {
  readonly id: CardId
  readonly itemId: ItemId
  readonly elementKey: string
  readonly state: CardState
  /** The name of what the memory was folded with; '' for a new card. */
  readonly foldedWith: string
}

function memoryOf(row: CardModel): MemoryState {
  if (row.phase === 'new') return { phase: 'new' }
  const { stability, difficulty, lastStudyDay, dueDay, lastAt, dueAt } = row
  // The check card_new_or_reviewed holds these together.
  if (stability === null || difficulty === null || !lastStudyDay || !dueDay || !lastAt || !dueAt) {
    throw new Error(`card ${row.id} is ${row.phase} but has no memory`)
  }
  return {
    phase: row.phase,
    step: row.step,
    stability,
    difficulty,
    reps: row.reps,
    lapses: row.lapses,
    lastStudyDay: dayOfDate(lastStudyDay),
    dueDay: dayOfDate(dueDay),
    lastAt: lastAt.getTime(),
    dueAt: dueAt.getTime(),
  }
}

const cardOf = (row: CardModel): CardRow => ({
  id: CardId.parse(row.id),
  itemId: ItemId.parse(row.itemId),
  elementKey: row.elementKey,
  state: {
    memory: memoryOf(row),
    buriedOn: row.buriedOn && dayOfDate(row.buriedOn),
    suspended: row.suspended ? { reason: row.suspendReason } : null,
  },
  foldedWith: row.foldedWith,
})

export async function cardsOfItems(
  db: Db,
  learnerId: LearnerId,
  itemIds: readonly ItemId[],
): Promise<CardRow[]> {
  const rows = await db.card.findMany({ where: { learnerId, itemId: { in: [...itemIds] } } })
  return rows.map(cardOf)
}

/** Makes the cards that are missing; those that are there keep their memory. */
export async function ensureCards(
  db: Db,
  learnerId: LearnerId,
  wanted: readonly { itemId: ItemId; elementKey: string }[],
  newId: () => string,
): Promise<void> {
  for (let at = 0; at < wanted.length; at += 1000) {
    await db.card.createMany({
      data: wanted.slice(at, at + 1000).map((w) => ({ ...w, learnerId, id: newId() })),
      skipDuplicates: true,
    })
  }
}

export type LockedCards = {
  readonly ids: CardId[]
  /** What tells which weights they are to be folded with, true until the transaction ends: see Learner. */
  readonly fold: { readonly parametersNumber: number | null; readonly rescheduledAt: number | null }
}

/**
 * The learner's cards among `ids`, locked until the transaction ends and always in the same order, so that two tabs
 * that answer the same card are folded one after the other. The learner is held with them, so that no card is folded with
 * weights that have just been replaced.
 */
export async function lockCards(
  db: Sql,
  learnerId: LearnerId,
  ids: readonly CardId[],
): Promise<LockedCards> {
  const rows = await db.$queryRaw<
    { id: CardId; parametersNumber: number | null; rescheduledAt: Date | null }[]
  >`
    SELECT c.id::text AS id, l.parameters_number AS "parametersNumber", l.rescheduled_at AS "rescheduledAt"
    FROM card c JOIN learner l ON l.id = c.learner_id
    WHERE c.learner_id = ${learnerId}::uuid AND c.id = ANY(${[...ids]}::uuid[])
    ORDER BY c.id FOR UPDATE OF c FOR KEY SHARE OF l`
  const [first] = rows
  return {
    ids: rows.map((row) => row.id),
    fold: {
      parametersNumber: first?.parametersNumber ?? null,
      rescheduledAt: first?.rescheduledAt?.getTime() ?? null,
    },
  }
}

/** Cards after `after` whose memory was folded with something else, in the order of their ids. */
export async function cardsFoldedOtherwise(
  db: Db,
  learnerId: LearnerId,
  foldedWith: string,
  { after, limit }: { after: CardId | null; limit: number },
): Promise<CardId[]> {
  const rows = await db.card.findMany({
    where: {
      learnerId,
      phase: { not: 'new' },
      foldedWith: { not: foldedWith },
      ...(after && { id: { gt: after } }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.map((row) => CardId.parse(row.id))
}

/** How many cards have a memory, and how many of them one folded with what is named. */
export async function countFolded(
  db: Db,
  learnerId: LearnerId,
  foldedWith: string,
): Promise<{ all: number; folded: number }> {
  const known = { learnerId, phase: { not: 'new' as const } }
  const [all, folded] = await Promise.all([
    db.card.count({ where: known }),
    db.card.count({ where: { ...known, foldedWith } }),
  ])
  return { all, folded }
}

/** What a card's events were folded to. */
export type FoldedCard = {
  readonly id: CardId
  readonly state: CardState
  /** How many events there are. */
  readonly events: number
}

/** As columns, in values that JSON holds. */
function cachedOf({ id, state: { memory, buriedOn, suspended }, events }: FoldedCard) {
  const seen =
    memory.phase === 'new'
      ? { step: 0, reps: 0, lapses: 0 }
      : {
          ...memory,
          lastStudyDay: dateOfDay(memory.lastStudyDay),
          dueDay: dateOfDay(memory.dueDay),
          lastAt: new Date(memory.lastAt),
          dueAt: new Date(memory.dueAt),
        }
  return {
    ...seen,
    ...{ id, phase: memory.phase, events },
    buriedOn: buriedOn === null ? null : dateOfDay(buriedOn),
    suspended: suspended !== null,
    suspendReason: suspended?.reason ?? '',
  }
}

/** Keeps on each card what its events amount to; `foldedWith` names the parameters. One statement, for any number. */
export async function saveCardStates(
  db: Sql,
  learnerId: LearnerId,
  cards: readonly FoldedCard[],
  foldedWith: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE card SET phase = f.phase, step = f.step, stability = f.stability, difficulty = f.difficulty,
      reps = f.reps, lapses = f.lapses, last_study_day = f."lastStudyDay", due_day = f."dueDay",
      last_at = f."lastAt", due_at = f."dueAt", buried_on = f."buriedOn", suspended = f.suspended,
      suspend_reason = f."suspendReason", folded_with = ${foldedWith}, event_count = f.events
    FROM jsonb_to_recordset(${JSON.stringify(cards.map(cachedOf))}::jsonb) AS f (
      id uuid, phase card_phase, step smallint, stability float8, difficulty float8, reps int, lapses int,
      "lastStudyDay" date, "dueDay" date, "lastAt" timestamptz, "dueAt" timestamptz, "buriedOn" date,
      suspended boolean, "suspendReason" text, events int)
    WHERE card.learner_id = ${learnerId}::uuid AND card.id = f.id`
}
