/** Rows of forecasts, never changed, and of what a forecast is learned from. */
import { z } from 'zod'
import {
  ForecastBasis,
  ForecastKind,
  type ForecastRecord,
  ForecastSections,
} from '@/lib/core/exam/forecast/record'
import { CardId, type ExamId, type LearnerId } from '@/lib/core/ids'
import { ItemKind } from '@/lib/core/items/item'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'

const Detail = z.object({ sections: ForecastSections, basis: ForecastBasis })

/** The forecasts of an exam, by their day. */
export async function forecastsOf(
  db: Db,
  ownerId: LearnerId,
  examId: ExamId,
): Promise<ForecastRecord[]> {
  const rows = await db.examForecast.findMany({
    where: { ownerId, examId },
    orderBy: [{ studyDay: 'asc' }, { kind: 'asc' }],
  })
  return rows.map((row) => ({
    madeOn: dayOfDate(row.studyDay),
    kind: ForecastKind.parse(row.kind),
    ...{ expected: row.expected, low: row.low, high: row.high },
    ...Detail.parse(row.detail),
  }))
}

/** The first of a study day stands: what comes later that day is left out. */
export async function insertForecasts(
  db: Db,
  ownerId: LearnerId,
  examId: ExamId,
  records: readonly ForecastRecord[],
): Promise<void> {
  await db.examForecast.createMany({
    data: records.map(({ madeOn, sections, basis, ...record }) => ({
      ...{ ownerId, examId, ...record, studyDay: dateOfDay(madeOn) },
      detail: { sections: [...sections], basis },
    })),
    skipDuplicates: true,
  })
}

const StudiedCard = z.object({
  id: CardId,
  kind: ItemKind,
  /** As the sections of an exam are named: see lib/core/exam/sections.ts */
  textId: z.string().nullable(),
  section: z.string(),
  deckId: z.string().nullable(),
})
export type StudiedCard = z.infer<typeof StudiedCard>

/** The cards that were answered last, at most `most`, with what their items are. */
export async function lastStudied(
  db: Db,
  learnerId: LearnerId,
  most: number,
): Promise<StudiedCard[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c.id::text AS id, i.kind, i.text_id::text AS "textId", i.section,
      (SELECT di.deck_id::text FROM deck_item di WHERE di.item_id = i.id ORDER BY di.added_at, di.deck_id LIMIT 1) AS "deckId"
    FROM (
      SELECT id, item_id FROM card WHERE learner_id = ${learnerId}::uuid AND phase <> 'new'
      ORDER BY last_study_day DESC, id LIMIT ${most}::int
    ) c JOIN item i ON i.id = c.item_id`
  return rows.map((row) => StudiedCard.parse(row))
}
