/** Which learners have become part of another one, and what their cards and items are called since. */
import { CardId, ItemId, LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import { Prisma } from './generated/client'
import type { Sql } from './sql'

/** Old ids with the new ones; what is not in it is called as before. */
export type Renaming = ReadonlyMap<string, string>

/** The same as rows (old, new). */
export const renamings = (names: Renaming): Prisma.Sql =>
  Prisma.sql`unnest(${[...names.keys()]}::uuid[], ${[...names.values()]}::uuid[])`

export const renamed = (names: Renaming, id: string): string => names.get(id) ?? id

/** Who a learner has become part of; null for one who has not. */
export async function mergedInto(db: Sql, from: LearnerId): Promise<LearnerId | null> {
  const [row] = await db.$queryRaw<{ intoId: string }[]>`
    SELECT into_id::text AS "intoId" FROM learner_merge WHERE from_id = ${from}::uuid`
  return row ? LearnerId.parse(row.intoId) : null
}

/**
 * From now on `from` is part of `into`, and so is whoever had become part of `from`: their devices call things as before.
 */
export async function rememberMerge(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  names: { readonly cards: Renaming; readonly items: Renaming },
): Promise<void> {
  await db.learnerMerge.create({ data: { fromId: from, intoId: into } })
  await db.$executeRaw`
    UPDATE card_alias a SET card_id = r.new FROM ${renamings(names.cards)} AS r (old, new), learner_merge m
    WHERE m.into_id = ${from}::uuid AND a.from_id = m.from_id AND a.card_id = r.old`
  await db.$executeRaw`
    UPDATE item_alias a SET item_id = r.new FROM ${renamings(names.items)} AS r (old, new), learner_merge m
    WHERE m.into_id = ${from}::uuid AND a.from_id = m.from_id AND a.item_id = r.old`
  await db.$executeRaw`UPDATE learner_merge SET into_id = ${into}::uuid WHERE into_id = ${from}::uuid`
  await db.cardAlias.createMany({
    data: [...names.cards].map(([id, cardId]) => ({ fromId: from, id, cardId })),
  })
  await db.itemAlias.createMany({
    data: [...names.items].map(([id, itemId]) => ({ fromId: from, id, itemId })),
  })
}

/** The learner's own cards that are meant by ids of cards of those who have become part of them. */
export async function cardAliases(
  db: Sql,
  into: LearnerId,
  ids: readonly CardId[],
): Promise<Map<CardId, CardId>> {
  const found = await aliases(db, 'card', into, ids)
  return new Map(found.map(({ old, now }) => [CardId.parse(old), CardId.parse(now)]))
}

/** The same for items: those of items of theirs. */
export async function itemAliases(
  db: Sql,
  into: LearnerId,
  ids: readonly string[],
): Promise<Map<string, ItemId>> {
  const found = await aliases(db, 'item', into, ids)
  return new Map(found.map(({ old, now }) => [old, ItemId.parse(now)]))
}

function aliases(
  db: Sql,
  of: 'card' | 'item',
  into: LearnerId,
  ids: readonly string[],
): Promise<{ old: string; now: string }[]> {
  const [table, column] = [Prisma.raw(`${of}_alias`), Prisma.raw(`${of}_id`)]
  return db.$queryRaw`
    SELECT a.id::text AS old, a.${column}::text AS now FROM ${table} a JOIN learner_merge m ON m.from_id = a.from_id
    WHERE m.into_id = ${into}::uuid AND a.id = ANY(${[...ids]}::uuid[])`
}

/** Both learners, held until the transaction ends with all that answers of `from` are stored under; false where one is gone. */
export async function holdBoth(db: Db, from: LearnerId, into: LearnerId): Promise<boolean> {
  // As takeLearner does, always in the same order.
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM learner WHERE id IN (${from}::uuid, ${into}::uuid) ORDER BY id FOR UPDATE`
  if (rows.length < 2) return false
  await db.$queryRaw`SELECT 1 FROM exam WHERE owner_id = ${from}::uuid ORDER BY id FOR UPDATE`
  await db.$queryRaw`SELECT 1 FROM mock_test WHERE owner_id = ${from}::uuid ORDER BY id FOR UPDATE`
  await db.$queryRaw`SELECT 1 FROM sitting WHERE owner_id = ${from}::uuid ORDER BY id FOR UPDATE`
  return true
}
