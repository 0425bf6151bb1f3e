/** The rules that the database itself keeps, whatever the code above it does. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from './new-id'
import { recordReviews } from './record-reviews'
import { answer, NOON, newVisit, ownItem, setUpBench } from './test-bench'
import type { Visit } from './visit'

const bench = setUpBench()
let sql: pg.Client
let visit: Visit
let cardId: string
let itemId: string

beforeAll(async () => {
  sql = new pg.Client({ connectionString: bench.url })
  await sql.connect()
  visit = await newVisit()
  const own = await ownItem(visit)
  itemId = own.itemId
  cardId = own.cardIds[0] ?? ''
  await recordReviews(visit, [answer(cardId, NOON)])
})
afterAll(() => sql.end())

describe('reviews are append-only', () => {
  it.each([
    'UPDATE review SET grade = 4',
    'DELETE FROM review',
    'TRUNCATE review',
    'TRUNCATE review CASCADE',
  ])('refuses %s', async (statement) => {
    await expect(sql.query(statement)).rejects.toThrow(
      'reviews are never changed and never deleted',
    )
    expect((await sql.query('SELECT grade FROM review')).rows).toEqual([{ grade: 3 }])
  })

  it('also for a card or a learner that has reviews', async () => {
    await expect(sql.query(`DELETE FROM card WHERE id = '${cardId}'`)).rejects.toThrow(
      'foreign key',
    )
    await expect(sql.query(`DELETE FROM learner WHERE id = '${visit.learner.id}'`)).rejects.toThrow(
      'foreign key',
    )
  })
})

describe('rows that cannot be', () => {
  const learner = () => visit.learner.id
  const review = (columns: string, values: string) =>
    `INSERT INTO review (learner_id, id, card_id, reviewed_at, client_reviewed_at, time_zone, study_day, ${columns})
     VALUES ('${learner()}', '${newId()}', '${cardId}', now(), now(), 'UTC', '2026-11-22', ${values})`

  it.each([
    [
      'a grade of 7',
      () =>
        review(
          'kind, grade, form, typed, overruled, duration_ms',
          `'review', 7, 'typed', '', false, 1`,
        ),
    ],
    [
      'a review without a grade',
      () => review('kind, form, typed, overruled, duration_ms', `'review', 'typed', '', false, 1`),
    ],
    ['an undo without a target', () => review('kind', `'undo'`)],
    ['a bury with a grade', () => review('kind, grade', `'bury', 3`)],
    [
      'a card with reviews but no memory',
      () => `UPDATE card SET stability = NULL WHERE id = '${cardId}'`,
    ],
    ['a new card with a memory', () => `UPDATE card SET phase = 'new' WHERE id = '${cardId}'`],
    ['a difficulty of 11', () => `UPDATE card SET difficulty = 11 WHERE id = '${cardId}'`],
    [
      'a retention of 1.5',
      () => `UPDATE learner SET desired_retention = 1.5 WHERE id = '${learner()}'`,
    ],
    ['an item with no way to ask it', () => `UPDATE item SET forms = '[]' WHERE id = '${itemId}'`],
    ['a list without elements', () => `UPDATE item SET kind = 'list' WHERE id = '${itemId}'`],
    [
      'a second card for the same memory',
      () =>
        `INSERT INTO card (learner_id, id, item_id) VALUES ('${learner()}', '${newId()}', '${itemId}')`,
    ],
    [
      'a reason on a card that is not suspended',
      () => `UPDATE card SET suspend_reason = 'why' WHERE id = '${cardId}'`,
    ],
  ])('refuses %s', async (_, statement) => {
    await expect(sql.query(statement())).rejects.toThrow(/violates|duplicate key/)
  })

  it('refuses a review of somebody else’s card', async () => {
    const other = await newVisit()
    const statement = review('kind', `'bury'`).replace(learner(), other.learner.id)
    await expect(sql.query(statement)).rejects.toThrow('foreign key')
  })

  it('refuses an item in somebody else’s deck', async () => {
    const other = await newVisit()
    const { deckId } = await ownItem(other)
    await expect(
      sql.query(
        `INSERT INTO deck_item (owner_id, deck_id, item_id) VALUES ('${learner()}', '${deckId}', '${itemId}')`,
      ),
    ).rejects.toThrow('foreign key')
  })

  it('refuses evidence in a text that the item is not from', async () => {
    const [textId, revisionId] = [newId(), newId()]
    await sql.query(`INSERT INTO text (id, owner_id, origin, title, author, language, licence, based_on)
      VALUES ('${textId}', '${learner()}', 'added', 'Rivers', '', 'en', '', '')`)
    await sql.query(`INSERT INTO text_revision (id, text_id, number, body, sha256, format, words)
      VALUES ('${revisionId}', '${textId}', 1, 'The Danube.', '${'a'.repeat(64)}', 'plain', 2)`)
    await expect(
      sql.query(`INSERT INTO evidence (item_id, ordinal, revision_id, start_offset, end_offset, quote, before, after)
        VALUES ('${itemId}', 0, '${revisionId}', 0, 3, 'The', '', '')`),
    ).rejects.toThrow('another text')
  })
})

describe('what is due is found by index', () => {
  it.each([
    [
      'due cards of a learner',
      `SELECT item_id FROM card WHERE learner_id = $1 AND due_day <= '2026-11-22' AND live AND phase <> 'new' AND NOT suspended`,
      /card_due/,
    ],
    [
      'new cards of a learner, in the order of their texts',
      `SELECT item_id FROM card WHERE learner_id = $1 AND live AND phase = 'new' AND NOT suspended
        ORDER BY text_id NULLS FIRST, position, item_id LIMIT 20`,
      /card_new/,
    ],
    [
      'reviews of a card',
      `SELECT id FROM review WHERE learner_id = $1 AND card_id = '00000000-0000-7000-8000-000000000001' ORDER BY reviewed_at, id`,
      /review_learner_id_card_id_reviewed_at/,
    ],
  ])('%s', async (_, query, index) => {
    await sql.query('SET enable_seqscan = off')
    const { rows } = await sql.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN ${query.replace('$1', `'${visit.learner.id}'`)}`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(index)
  })
})
