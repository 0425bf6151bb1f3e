/** Keys say what an item is by what it says and where, so that generating again gives the same item. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ItemKind } from './item'

/** Sixteen hexadecimal digits: in a text of ten thousand items two meet by chance once in 10¹¹ texts. */
const LENGTH = 16

export type Keyed = {
  readonly kind: ItemKind
  readonly answer: string
  readonly elements: readonly { readonly text: string }[]
  /** The words of the first evidence, '' for an item without. */
  readonly quote: string
  /** Tells apart items that say the same of the same words: which one it is, or of what it says it. */
  readonly occurrence?: number | string
}

/** The key of an item, whatever the offsets, the case, the quotation marks and the spacing of its words. */
export function itemKey({ kind, answer, elements, quote, occurrence }: Keyed): string {
  const parts = elements.map((element) => elementKey(element.text)).sort()
  return digest([
    'item',
    kind,
    settle(answer),
    settle(quote),
    settle(`${occurrence ?? ''}`),
    ...parts,
  ])
}

/** The key of one element of a list. */
export const elementKey = (text: string): string => digest(['element', settle(text)])

/** The separator stands in no settled text, so that no two lists of parts run together. */
const digest = (parts: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(parts.join('\n')))).slice(0, LENGTH)

function settle(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
