/** Rows of cards: one learner's memory of one item or list element, cached from the fold. */
import { CardId, ItemId, type LearnerId } from '@/lib/core/ids'
import type { CardState, MemoryState } from '@/lib/core/memory/state'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import type { CardModel } from './generated/models'

export type CardRow = {
  readonly id: CardId
  readonly itemId: ItemId
  readonly elementKey: string
  readonly state: CardState
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

/**
 * The learner's cards among `ids`, locked until the transaction ends and always in the same order, so that two tabs
 * that answer the same card are folded one after the other.
 */
export async function lockCards(
  db: Db,
  learnerId: LearnerId,
  ids: readonly CardId[],
): Promise<CardId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM card
    WHERE learner_id = ${learnerId}::uuid AND id = ANY(${[...ids]}::uuid[])
    ORDER BY id FOR UPDATE`
  return rows.map((row) => CardId.parse(row.id))
}

export async function saveCardState(
  db: Db,
  learnerId: LearnerId,
  id: CardId,
  state: CardState,
  folded: { with: string; events: number },
): Promise<void> {
  const { memory, buriedOn, suspended } = state
  const cached =
    memory.phase === 'new'
      ? {
          phase: memory.phase,
          step: 0,
          stability: null,
          difficulty: null,
          reps: 0,
          lapses: 0,
          lastStudyDay: null,
          dueDay: null,
          lastAt: null,
          dueAt: null,
        }
      : {
          ...memory,
          lastStudyDay: dateOfDay(memory.lastStudyDay),
          dueDay: dateOfDay(memory.dueDay),
          lastAt: new Date(memory.lastAt),
          dueAt: new Date(memory.dueAt),
        }
  await db.card.update({
    where: { learnerId_id: { learnerId, id } },
    data: {
      ...cached,
      buriedOn: buriedOn === null ? null : dateOfDay(buriedOn),
      suspended: suspended !== null,
      suspendReason: suspended?.reason ?? '',
      foldedWith: folded.with,
      eventCount: folded.events,
    },
  })
}
