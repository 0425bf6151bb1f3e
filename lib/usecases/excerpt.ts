/** The passage around an item's evidence: the whole blocks it stands in, with the evidence marked. */
import 'server-only'
import { groupBy } from '@/lib/core/group-by'
import type { ItemId, LearnerId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { store } from '@/lib/store/client'
import { blocksAround, type EvidencePlace } from '@/lib/store/evidence'

/** Longest excerpt, in characters: beyond it the passage is cut around the evidence. */
const MOST = 2400

/** Excerpts of many items at once; an item without a passage has none. */
export async function excerptsOf(
  learnerId: LearnerId,
  items: readonly Pick<StoredItem, 'id' | 'evidence' | 'section' | 'textTitle' | 'textLanguage'>[],
): Promise<Map<ItemId, PassageExcerpt>> {
  const places = groupBy(
    await blocksAround(
      store(),
      learnerId,
      items.map((item) => item.id),
    ),
    (place) => place.itemId,
  )
  const excerpts = new Map<ItemId, PassageExcerpt>()
  for (const item of items) {
    const of = places.get(item.id)
    if (of) excerpts.set(item.id, excerptOf(item, of))
  }
  return excerpts
}

function excerptOf(
  item: Pick<StoredItem, 'evidence' | 'section' | 'textTitle' | 'textLanguage'>,
  places: readonly EvidencePlace[],
): PassageExcerpt {
  const [first] = places
  if (!first) throw new Error('an excerpt needs a place')
  const { start, content } = cut(first, item.evidence)
  const marks = item.evidence
    .map((e) => ({
      start: Math.max(e.start - start, 0),
      end: Math.min(e.end - start, content.length),
    }))
    .filter((mark) => mark.start < mark.end)
  return {
    textId: first.textId,
    revisionId: first.revisionId,
    textTitle: item.textTitle ?? '',
    language: item.textLanguage,
    section: item.section,
    start,
    content,
    marks,
  }
}

/** The blocks' characters, or as many of them around the evidence as a page can take. */
function cut(
  place: EvidencePlace,
  evidence: StoredItem['evidence'],
): { start: number; content: string } {
  if (place.content.length <= MOST) return { start: place.start, content: place.content }
  const [first] = evidence
  const at = (first?.start ?? place.start) - place.start
  const length = Math.max(MOST, (first?.end ?? 0) - (first?.start ?? 0) + 200)
  const spare = Math.max(0, length - ((first?.end ?? 0) - (first?.start ?? 0))) / 2
  const from = Math.max(0, Math.min(at - Math.floor(spare), place.content.length - length))
  return { start: place.start + from, content: place.content.slice(from, from + length) }
}
