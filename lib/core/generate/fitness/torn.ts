/** Sentences that a page break tears: the head of the next page, or the notes of this one, stand in their middle. */
import type { Block, SegmentedText } from '@/lib/core/passages/passage'

/** A paragraph that ends so goes on somewhere else. */
const UNENDED = /[\p{L}\p{N},-]$/u
/** "1 See the report.", "* In his letters." */
const NOTE = /^(?:[*†‡§]|\d{1,3}\s)/u

/** Where the torn sentences of a text begin: each last one before a page break, and the first one after it. */
export function tornSentences({ source, blocks, sentences }: SegmentedText): ReadonlySet<number> {
  const torn = new Set<number>()
  blocks.forEach((block, at) => {
    if (block.kind !== 'boilerplate' || !isPageHead(source.body, block)) return
    const before = nextProse(source.body, blocks, at, -1)
    const after = nextProse(source.body, blocks, at, 1)
    if (before === undefined || after === undefined) return
    if (!UNENDED.test(source.body.slice(before.start, before.end))) return
    const last = sentences.findLast((s) => s.block === before.index)
    const first = sentences.find((s) => s.block === after.index)
    if (last !== undefined) torn.add(last.start)
    if (first !== undefined) torn.add(first.start)
  })
  return torn
}

const isPageHead = (body: string, { start, end }: Block): boolean =>
  end - start < 100 && /\d/.test(body.slice(start, end))

/** The paragraph next to a page break, notes at the foot of the page left out. */
function nextProse(
  body: string,
  blocks: readonly Block[],
  from: number,
  step: 1 | -1,
): Block | undefined {
  for (let at = from + step; at >= 0 && at < blocks.length; at += step) {
    const block = blocks[at]
    if (block === undefined || block.kind === 'heading') return undefined
    if (block.kind === 'boilerplate') continue
    if (step > 0 || !NOTE.test(body.slice(block.start, block.start + 8))) return block
  }
  return undefined
}
