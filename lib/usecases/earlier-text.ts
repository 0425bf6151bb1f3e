/** Whether a text that comes in is an edited state of one that is there. */
import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import { likeness } from '@/lib/core/passages/likeness'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import type { Db } from '@/lib/store/client'
import { readBody, type TextRow, textsSharingBlocks } from '@/lib/store/text'

/** From this share of sentences in common on, a text is taken for a revision of one that is there. */
const REVISION_LIKENESS = 0.5

export async function earlierText(
  db: Db,
  ownerId: LearnerId,
  text: SegmentedText,
): Promise<TextRow | null> {
  const contents = text.blocks
    .filter((b) => b.kind === 'paragraph' || b.kind === 'listItem')
    .map((b) => text.source.body.slice(b.contentStart, b.end))
  for (const candidate of await textsSharingBlocks(db, ownerId, contents, 3)) {
    const { body } = await readBody(db, candidate.revision.id)
    const before = segment(readSource(body, { fileName: candidate.slug }))
    if (likeness(before, text) >= REVISION_LIKENESS) return candidate
  }
  return null
}
