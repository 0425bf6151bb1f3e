/** Items and cards by the thousand, written straight into a database that nobody else uses. */
import type pg from 'pg'
import { CardId, LearnerId } from '@/lib/core/ids'

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** The ids of the n-th card of the learner with that number. */
export const cardIdOf = (learner: number, n: number): CardId =>
  CardId.parse(`${hex(learner, 7)}b-0000-7000-8000-${hex(n, 12)}`)

/**
 * A deck with `count` kept items, each with a new card. Answers the cards.
 * @param number of the learner, from 0 on: each has one of its own, so that no ids meet
 */
export async function seedCards(
  client: pg.Client,
  learnerId: LearnerId,
  count: number,
  number = 0,
): Promise<CardId[]> {
  const deckId = `${hex(number, 7)}d-0000-7000-8000-${hex(0, 12)}`
  const idOf = (kind: 'a' | 'b') =>
    `('${hex(number, 7)}${kind}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  await client.query(`INSERT INTO deck (id, owner_id, name) VALUES ($1, $2, 'Rivers')`, [
    deckId,
    learnerId,
  ])
  await client.query(
    `INSERT INTO item (id, owner_id, status, key, kind, question, answer, accept, elements, forms, section, position,
       construction, confidence)
     SELECT ${idOf('a')}, $1, 'kept', 'river-' || n, 'own', 'Which river is number ' || n || '?', 'River ' || n,
       '{}', '[]', jsonb_build_array(jsonb_build_object('form', 'typed', 'prompt', 'Which river is number ' || n || '?')),
       '', n, 'own', 1
     FROM generate_series(1, $2::int) n`,
    [learnerId, count],
  )
  await client.query(
    `INSERT INTO deck_item (owner_id, deck_id, item_id)
     SELECT $1, $2, ${idOf('a')} FROM generate_series(1, $3::int) n`,
    [learnerId, deckId, count],
  )
  await client.query(
    `INSERT INTO card (learner_id, id, item_id)
     SELECT $1, ${idOf('b')}, ${idOf('a')} FROM generate_series(1, $2::int) n`,
    [learnerId, count],
  )
  return Array.from({ length: count }, (_, n) => cardIdOf(number, n + 1))
}

export const learnerIdOf = (number: number): LearnerId =>
  LearnerId.parse(`${hex(number, 7)}e-0000-7000-8000-${hex(0, 12)}`)

/** A learner who never opened a page. */
export async function insertLearner(client: pg.Client, number: number): Promise<LearnerId> {
  const id = learnerIdOf(number)
  await client.query(`INSERT INTO learner (id, time_zone) VALUES ($1, 'Europe/Vienna')`, [id])
  return id
}

/** Somebody who opens the start page for the first time. */
export async function newLearner(url: string): Promise<{ id: LearnerId; cookie: string }> {
  const response = await fetch(url)
  await response.text()
  const [cookie = ''] = (response.headers.getSetCookie()[0] ?? '').split(';')
  // v1.<learner id>.<signature>
  return { id: LearnerId.parse(cookie.split('.')[1]), cookie }
}

/** As a browser keeps it. */
export function cookieOf(cookie: string): { name: string; value: string } {
  const [name = '', ...value] = cookie.split('=')
  return { name, value: value.join('=') }
}
