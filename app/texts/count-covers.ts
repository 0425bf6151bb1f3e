/** How much of their texts is asked about, of those that imports have brought. */
import type { ImportView } from '@/app/api/imports/import-view'
import { readCover } from '@/lib/usecases/read-cover'
import type { Visit } from '@/lib/usecases/visit'
import { countCover, coverageOf } from './[textId]/coverage'
import type { CoverCount } from './cover-words'
import { isUnderWay } from './import-words'

/** Null where the text is gone meanwhile. */
export async function coverCountOf(visit: Visit, textId: string): Promise<CoverCount | null> {
  const cover = await readCover(visit, textId)
  return cover.ok ? countCover(coverageOf(cover.value)) : null
}

/** By the import; of those that were gone through to the end and are not gone through again. */
export type BookCovers = Readonly<Record<string, CoverCount>>

export async function bookCovers(
  visit: Visit,
  imports: readonly Pick<ImportView, 'id' | 'state' | 'textId'>[],
): Promise<BookCovers> {
  const moving = new Set(imports.filter(isUnderWay).map(({ textId }) => textId))
  const covers: Record<string, CoverCount> = {}
  for (const { id, state, textId } of imports) {
    if (state !== 'done' || textId === null || moving.has(textId)) continue
    const cover = await coverCountOf(visit, textId)
    if (cover !== null) covers[id] = cover
  }
  return covers
}
