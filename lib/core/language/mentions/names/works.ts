/** Titles of works: what is set in italics, and what quotation marks set off after "a book called". */

import type { Reading, Sentence } from '@/lib/core/language/tree'
import type { Span } from '@/lib/core/text/source'
import { findItalics } from './italics'

export interface Title extends Span {
  readonly sentence: Sentence
  /** A case before a court ("Clinton v. City of New York") is set in italics too. */
  readonly isCase: boolean
}

const QUOTED = /[“"]([^“”"\n]{2,80})[”"]/g
const LEAD =
  /\b(?:newspaper|journal|magazine|book|novel|pamphlet|poem|play|essay|treatise|article|tract|opera|song|film|entitled|titled|paper|weekly|daily|monthly)(?: (?:called|named|was|is|entitled|titled),?)?(?: the)?,? $/
/** “…” by Joan Teale, “…,” a painting by her. */
const TAIL =
  /^,? (?:by (?:\p{Lu}|the )|(?:an?|the|his|her|their) (?:\p{Ll}[\p{L}-]{0,30} ){0,2}(?:painting|portrait|landscape|sculpture|statue|engraving|etching|drawing|novel|novella|book|poem|play|pamphlet|essay|tract|treatise|opera|song|symphony|hymn|ballad|film|series|comedy|tragedy|satire|memoir|sermon)(?!\p{L}))/u
/** Of few words, so that the time grows with the length of the text alone. */
const PARTY = "\\p{Lu}[\\p{L}.’'-]{0,40}(?: (?:of |the |& ){0,2}\\p{Lu}[\\p{L}’'-]{0,40}){0,7}"
/** "Clinton v. City of New York". */
const CASE = new RegExp(`${PARTY} vs?\\. ${PARTY}`, 'gu')
const SMALL = /^(?:a|an|the|of|on|in|and|to|for|or|at|by|with|from|as|v\.?|de|la)$/

export function findTitles(reading: Reading): Title[] {
  const { text } = reading
  const italics = findItalics(text).filter((range) => isTitle(text.slice(range.start, range.end)))
  const quoted = [...text.matchAll(QUOTED)]
    .filter(
      (match) =>
        LEAD.test(text.slice(Math.max(0, match.index - 40), match.index)) ||
        TAIL.test(text.slice(match.index + match[0].length, match.index + match[0].length + 60)),
    )
    .map((match) => ({ start: match.index + 1, end: match.index + match[0].length - 1 }))
    .map((range) => ({
      ...range,
      end: range.end - (/[,.]$/.test(text.slice(0, range.end)) ? 1 : 0),
    }))
    .filter((range) => isTitle(text.slice(range.start, range.end)))
  const sentences = reading.blocks.flatMap((block) => block.sentences)
  const cases = [...text.matchAll(CASE)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((range) => !italics.some((i) => i.start < range.end && range.start < i.end))
  return [...italics, ...quoted, ...cases].flatMap((range) => {
    const sentence = sentences.find((s) => s.start <= range.start && range.end <= s.end)
    if (sentence === undefined) return []
    return [{ ...range, sentence, isCase: / v\.? /.test(text.slice(range.start, range.end)) }]
  })
}

/** Capitals on all words but the small ones. */
function isTitle(words: string): boolean {
  const all = words.split(/\s+/)
  return all.every((word, at) => /^[\p{Lu}\d]/u.test(word) || (at > 0 && SMALL.test(word)))
}
