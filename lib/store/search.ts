/** Full-text search in PostgreSQL, over questions, answers and the words of texts. */
import { type ItemId, ItemId as ItemIdSchema, type LearnerId, TextId } from '@/lib/core/ids'
import type { Db } from './client'
import { isReadable } from './text'

/** What marks a hit in a headline: characters that no text holds, since control characters are refused at the door. */
const START = '\u0002'
const STOP = '\u0003'

export type Fragment = { readonly text: string; readonly hit: boolean }

/** Cuts a headline at its marks. */
function fragmentsOf(headline: string): Fragment[] {
  return headline.split(START).flatMap((piece, at) => {
    const [hit = '', ...rest] = at === 0 ? ['', piece] : piece.split(STOP)
    return [
      { text: hit, hit: true },
      { text: rest.join(''), hit: false },
    ].filter((fragment) => fragment.text !== '')
  })
}

const OPTIONS = `StartSel=${START}, StopSel=${STOP}, MaxWords=30, MinWords=12`

export type ItemHit = { readonly itemId: ItemId; readonly headline: Fragment[] }

/** The learner's items that hold the words of the query (as typed into a search engine), the best first. */
export async function searchItems(
  db: Db,
  ownerId: LearnerId,
  query: string,
  limit: number,
): Promise<ItemHit[]> {
  const rows = await db.$queryRaw<{ id: string; headline: string }[]>`
    SELECT i.id::text AS id,
      ts_headline('english', i.question || ' — ' || i.answer, q, ${OPTIONS} || ', HighlightAll=true') AS headline
    FROM item i, websearch_to_tsquery('english', ${query}) q
    WHERE i.owner_id = ${ownerId}::uuid AND i.status IN ('kept', 'proposed', 'retired') AND i.search @@ q
    ORDER BY (i.status = 'kept') DESC, ts_rank(i.search, q) DESC, i.position, i.id LIMIT ${limit}`
  return rows.map((row) => ({
    itemId: ItemIdSchema.parse(row.id),
    headline: fragmentsOf(row.headline),
  }))
}

export type PassageHit = {
  readonly textId: TextId
  readonly textTitle: string
  readonly section: string
  readonly start: number
  readonly end: number
  readonly headline: Fragment[]
}

/** Passages of the newest revisions of the texts that the learner can read. */
export async function searchPassages(
  db: Db,
  learnerId: LearnerId,
  query: string,
  limit: number,
): Promise<PassageHit[]> {
  type Row = {
    textId: string
    textTitle: string
    section: string | null
    start: number
    end: number
    headline: string
  }
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id::text AS "textId", t.title AS "textTitle", s.content AS section, p.start_offset AS start, p.end_offset AS end,
      ts_headline('english', left(p.content, 100000), q, ${OPTIONS}) AS headline
    FROM websearch_to_tsquery('english', ${query}) q, text t
    JOIN LATERAL (SELECT id FROM text_revision WHERE text_id = t.id ORDER BY number DESC LIMIT 1) r ON true
    JOIN passage p ON p.revision_id = r.id AND p.kind NOT IN ('section', 'boilerplate')
    LEFT JOIN passage s ON s.revision_id = r.id AND s.kind = 'section' AND s.ordinal = p.section_index
    WHERE ${isReadable(learnerId)} AND p.search @@ q
    ORDER BY ts_rank(p.search, q) DESC, t.id, p.start_offset LIMIT ${limit}`
  return rows.map(({ headline, ...row }) => ({
    ...row,
    textId: TextId.parse(row.textId),
    section: row.section ?? '',
    headline: fragmentsOf(headline),
  }))
}
