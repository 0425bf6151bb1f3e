/** From what somebody selected on the page to offsets into the text. */
import type { Span } from '@/lib/core/text/source'

/** The stretch of the text that a range covers, white space at its ends left out; null where it covers no words. */
export function selectedSpan(range: Range, root: Element): Span | null {
  let start: number | null = null
  let end = 0
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue
    const base = offsetOf(node)
    if (base === null) continue
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : node.data.length
    const words = node.data.slice(from, to)
    if (words.trim() === '') continue
    start ??= base + from + (words.length - words.trimStart().length)
    end = base + from + words.trimEnd().length
  }
  return start === null ? null : { start, end }
}

/** Offset of a text node's first character in the text; null for what does not belong to it (marks, list numbers). */
function offsetOf(node: Text): number | null {
  const parent = node.parentElement
  const row = parent?.closest<HTMLElement>('.reading-row')
  if (!parent || !row || parent.closest('button, .reading-marker')) return null
  const piece = parent.closest<HTMLElement>('[data-o]')
  const offset = Number(piece ? piece.dataset.o : row.dataset.content)
  return Number.isInteger(offset) ? offset : null
}
