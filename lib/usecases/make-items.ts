/** All items of a text at once, for whoever waits for them: of a book part by part, so that little of it is held at a time. */
import type { PassedOver } from '@/lib/core/generate/fitness/unfit'
import { addPassedOver } from '@/lib/core/generate/fitness/unfit'
import type { PassageDropped } from '@/lib/core/generate/why-none'
import type { ProposedItem } from '@/lib/core/items/item'
import { partsOf, textOfPart } from '@/lib/core/passages/parts'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { isBook, longestPart } from './book-size'
import { generator, type Made } from './generator'

type OnProgress = (progress: { readonly done: number; readonly total: number }) => void

export async function makeItems(
  text: SegmentedText,
  onProgress: OnProgress = () => undefined,
  off: ReadonlySet<string> = new Set(),
): Promise<Made> {
  if (!isBook(text.words)) return generator().make(text, { onProgress, off })
  // What is said twice, in two parts, is one item.
  const items = new Map<string, ProposedItem>()
  let passedOver: readonly PassedOver[] = []
  const passages: PassageDropped[] = []
  let before = 0
  for (const part of partsOf(text, longestPart())) {
    const made = await generator().make(textOfPart(text, part), {
      off,
      onProgress: ({ done, total }) =>
        onProgress({ done: before + (part.words * done) / total, total: text.words }),
    })
    if (made.kind !== 'made') return made
    for (const item of made.items) if (!items.has(item.key)) items.set(item.key, item)
    passedOver = addPassedOver(passedOver, made.passedOver)
    passages.push(...made.passages)
    before += part.words
  }
  return { kind: 'made', items: [...items.values()], passedOver, passages }
}
