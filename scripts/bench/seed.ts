/** Items and cards by the thousand, written straight into a database that nobody else uses. */
import type pg from 'pg'
import { CardId, LearnerId } from '@/lib/core/ids'

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** A deck with `count` kept items, each with a new card. Answers the cards. */
export async function seedCards(
  client: pg.Client,
  learnerId: LearnerId,
  count: number,
): Promise<CardId[]> {
  const deckId = `${hex(1, 8)}-0000-7000-8000-${hex(0, 12)}`
  const idOf = (kind: string) => `('${kind}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  await client.query(`INSERT INTO deck (id, owner_id, name) VALUES ($1, $2, 'Rivers')`, [
    deckId,
    learnerId,
  ])
  await client.query(
    `INSERT INTO item (id, owner_id, status, key, kind, question, answer, accept, elements, forms, section, position,
       construction, confidence)
     SELECT ${idOf('0000000a')}, $1, 'kept', 'river-' || n, 'own', 'Which river is number ' || n || '?', 'River ' || n,
       '{}', '[]', '[{"form":"typed","prompt":"Which river?"}]', '', n, 'own', 1
     FROM generate_series(1, $2::int) n`,
    [learnerId, count],
  )
  await client.query(
    `INSERT INTO deck_item (owner_id, deck_id, item_id)
     SELECT $1, $2, ${idOf('0000000a')} FROM generate_series(1, $3::int) n`,
    [learnerId, deckId, count],
  )
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO card (learner_id, id, item_id)
     SELECT $1, ${idOf('0000000b')}, ${idOf('0000000a')} FROM generate_series(1, $2::int) n RETURNING id::text AS id`,
    [learnerId, count],
  )
  return rows.map(({ id }) => CardId.parse(id))
}

/** Somebody who opens the start page for the first time. */
export async function newLearner(url: string): Promise<{ id: LearnerId; cookie: string }> {
  const response = await fetch(url)
  await response.text()
  const [cookie = ''] = (response.headers.getSetCookie()[0] ?? '').split(';')
  // v1.<learner id>.<signature>
  return { id: LearnerId.parse(cookie.split('.')[1]), cookie }
}
