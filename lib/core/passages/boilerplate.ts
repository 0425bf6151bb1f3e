/** Boilerplate is what a library, a printer or a website put around and between the words of a text. */
import { isRecordLine } from '@/lib/core/text/opening'

const NO_WORDS = /^[^\p{L}\p{N}]*$/u
const PAGE_NUMBER = /^[[({–—\-\s]*(?:(?:page|pg|p)\.?\s*)?(?:\d{1,3}|[ivxlc]{2,7})[\])}–—\-\s]*$/
const PAGE_LABEL = /^[[({]?\s*(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*[\])}]?$/i
/** "42          THE HISTORY OF BEES", "BEES]          43": the head of a page, in capitals and set apart from its number. */
const PAGE_HEAD = /^(?:\d{1,4}\s{3,}[^\p{Ll}\d]{3,70}|[^\p{Ll}\d]{3,70}\s{3,}\d{1,4})$/u
const URL_LINE = /^[<([]?(?:https?:\/\/|www\.)\S+$/i
const CONTENTS_LINE = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/i
const PICTURE = /^\[(?:illustration|image|picture|figure|footnotes?|blank page)\b[^\]]{0,300}\]$/i
const MARKDOWN_PICTURE = /^!\[[^\]]{0,300}\]\([^)]{0,600}\)$/
/** An entry of a table of contents in Markdown. */
const INNER_LINK = /^(?:[-*+]|\d{1,3}[.)])\s+\[[^\]]{1,300}\]\(#[^)]{0,300}\)$/
const SOURCE_NOTE = /^(?:source|photo|image|credit|credits)\s*:\s*\S.{0,160}$/i
const TAIL =
  /^(?:last (?:updated|modified|edited|revised)|most recently updated|updated on|top of (?:the )?page|(?:back|return|go|up) to (?:the )?(?:top|contents|index|table|main|archive)|(?:next|previous)(?: chapter| section| page)?\s*[:»›>|←→]|table of contents$|copyright\b|©|\(c\)\s*\d{4}|all rights reserved|(?:this (?:work|text|page|document|chapter|file) is )?(?:licensed|released|published|available) under|(?:access|download) (?:it )?for free at|creative commons|transcriber['’]s notes?|the end\.?$|finis\.?$|end of (?:the )?(?:text|chapter|book|document))/i

/** Longer than this it is prose, whatever it begins with. */
const MAX_CHARS = 600

/** Boilerplate wherever it stands. */
export function isBoilerplate(words: string): boolean {
  if (words.length > MAX_CHARS) return false
  return [
    NO_WORDS,
    PAGE_NUMBER,
    PAGE_LABEL,
    PAGE_HEAD,
    URL_LINE,
    CONTENTS_LINE,
    PICTURE,
    MARKDOWN_PICTURE,
    INNER_LINK,
    SOURCE_NOTE,
  ].some((pattern) => pattern.test(words))
}

/** Boilerplate where nothing but boilerplate follows. */
export function isTail(words: string): boolean {
  if (words.length > MAX_CHARS) return false
  return isBoilerplate(words) || isRecordLine(words) || TAIL.test(words)
}

export const isContentsHeading = (words: string): boolean =>
  /^(?:#{1,6}\s*)?(?:table of )?contents\s*:?$/i.test(words)
