/** Items that others could be mistaken for: what stands around them, and what has an answer that was given instead. */
import { groupBy } from '@/lib/core/group-by'
import { ItemId, type LearnerId } from '@/lib/core/ids'
import { ItemKind } from '@/lib/core/items/item'
import type { Mistakable } from '@/lib/core/session/confusion'
import type { Db } from './client'

/** Items looked at on each side in the text, and so many of the same decks by their answers. */
const AROUND = 60
const BY_ANSWER = 20

type Row = {
  forId: string
  id: string
  kind: string
  question: string
  answer: string
  accept: string[]
  textId: string | null
  start: number
}

/**
 * For each item: those kept around it in its text, and those of its decks whose answer is one of `answers`, in whatever
 * case. Lists are left out: nobody takes a whole list for another.
 */
export async function mistakableFor(
  db: Db,
  learnerId: LearnerId,
  wanted: readonly { readonly id: ItemId; readonly answers: readonly string[] }[],
): Promise<Map<ItemId, Mistakable[]>> {
  const answers = wanted.flatMap(({ id, answers }) =>
    answers.map((answer) => ({ id, answer: answer.toLowerCase() })),
  )
  const rows = await db.$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT i.id, i.text_id, i.position FROM item i
      WHERE i.owner_id = ${learnerId}::uuid AND i.id = ANY(${wanted.map(({ id }) => id)}::uuid[])
    ), given AS (
      SELECT g.id, g.answer FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS g (id uuid, answer text)
    ), found AS (
      SELECT w.id AS for_id, n.id FROM wanted w CROSS JOIN LATERAL (
        (SELECT i.id FROM item i WHERE i.owner_id = ${learnerId}::uuid AND i.text_id = w.text_id
          AND i.status = 'kept' AND i.kind <> 'list' AND i.position >= w.position AND i.id <> w.id
          ORDER BY i.position, i.id LIMIT ${AROUND}::int)
        UNION ALL
        (SELECT i.id FROM item i WHERE i.owner_id = ${learnerId}::uuid AND i.text_id = w.text_id
          AND i.status = 'kept' AND i.kind <> 'list' AND i.position < w.position
          ORDER BY i.position DESC, i.id LIMIT ${AROUND}::int)
        UNION ALL
        (SELECT i.id FROM deck_item own JOIN deck_item other ON other.deck_id = own.deck_id
          JOIN item i ON i.id = other.item_id AND i.status = 'kept' AND i.kind <> 'list' AND i.id <> w.id
          WHERE own.item_id = w.id AND EXISTS (SELECT 1 FROM given g
            WHERE g.id = w.id AND (g.answer = lower(i.answer) OR g.answer IN (SELECT lower(a) FROM unnest(i.accept) a)))
          ORDER BY i.id LIMIT ${BY_ANSWER}::int)
      ) n
    )
    SELECT DISTINCT f.for_id::text AS "forId", i.id::text AS id, i.kind, i.question, i.answer, i.accept,
      i.text_id::text AS "textId", i.position AS start
    FROM found f JOIN item i ON i.id = f.id`
  const grouped = groupBy(rows, (row) => ItemId.parse(row.forId))
  return new Map([...grouped].map(([id, of]) => [id, of.map(mistakableOf)]))
}

function mistakableOf({ id, kind, question, answer, accept, textId, start }: Row): Mistakable {
  return {
    id: ItemId.parse(id),
    kind: ItemKind.parse(kind),
    ...{ question, answer, accept, start },
    textId: textId ?? '',
  }
}
