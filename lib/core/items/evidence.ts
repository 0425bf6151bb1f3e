/** Evidence is anchored by its words, not only by its offsets, so that it is found again in an edited text. */
import type { Span } from '@/lib/core/text/source'
import { EVIDENCE_CONTEXT, type Evidence } from './item'

/** The evidence at a span of a text, with what stands around it. Throws where the span is empty or outside the text. */
export function evidenceAt(body: string, { start, end }: Span): Evidence {
  if (!(start >= 0 && start < end && end <= body.length)) {
    throw new RangeError(`no evidence at ${start}–${end} of a text of ${body.length} characters`)
  }
  const from = splitsPair(body, start - EVIDENCE_CONTEXT) ? 1 : 0
  const to = splitsPair(body, end + EVIDENCE_CONTEXT) ? 1 : 0
  return {
    start,
    end,
    quote: body.slice(start, end),
    before: body.slice(Math.max(0, start - EVIDENCE_CONTEXT) + from, start),
    after: body.slice(end, end + EVIDENCE_CONTEXT - to),
  }
}

/** Does a cut at this offset part the two halves of a character? */
function splitsPair(body: string, at: number): boolean {
  if (at <= 0 || at >= body.length) return false
  return /[\uD800-\uDBFF]/.test(body.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(body.charAt(at))
}

/** More places than this are not weighed: words that stand so often are no evidence of one place. */
const MAX_PLACES = 500
/** A quote this long is found by itself; a shorter one needs some of its surroundings too. In characters. */
const TELLING_QUOTE = 40
/** The least of its surroundings that a short quote must keep. In characters, both sides together. */
const TELLING_CONTEXT = 10

/**
 * The same evidence in another text, or null where its words are gone. White space, quotation marks and dashes may have
 * changed: the new evidence has the new text's own characters.
 */
export function findEvidence(evidence: Evidence, body: string): Evidence | null {
  const exact = bestPlace(evidence, body, placesOf(evidence.quote, body))
  const span = exact ?? bestPlace(evidence, body, likePlacesOf(evidence.quote, body))
  return span && evidenceAt(body, span)
}

/** The place whose surroundings are most like what they were; of equals the one nearest to where it was. */
function bestPlace(evidence: Evidence, body: string, places: readonly Span[]): Span | null {
  const known = [...settle(evidence.before).trim(), ...settle(evidence.after).trim()].length
  const needed = evidence.quote.length >= TELLING_QUOTE ? 0 : Math.min(TELLING_CONTEXT, known)
  const distance = (span: Span): number => Math.abs(span.start - evidence.start)
  const weighed = places
    .map((span) => ({ span, context: contextShared(evidence, body, span) }))
    .filter(({ context }) => context >= needed)
    .sort((a, b) => b.context - a.context || distance(a.span) - distance(b.span))
  return weighed[0]?.span ?? null
}

function placesOf(quote: string, body: string): Span[] {
  const places: Span[] = []
  let at = body.indexOf(quote)
  while (at >= 0 && places.length < MAX_PLACES) {
    places.push({ start: at, end: at + quote.length })
    at = body.indexOf(quote, at + 1)
  }
  return places
}

/** Places that differ from the quote in white space, quotation marks and dashes alone. */
function likePlacesOf(quote: string, body: string): Span[] {
  const places: Span[] = []
  if (quote.trim() === '') return places
  const pattern = new RegExp(tolerant(quote), 'g')
  let found = pattern.exec(body)
  while (found && places.length < MAX_PLACES) {
    places.push({ start: found.index, end: found.index + found[0].length })
    pattern.lastIndex = found.index + 1
    found = pattern.exec(body)
  }
  return places
}

const DOUBLE = '["“”„«»]'
const SINGLE = "['‘’]"
const DASH = '[-‐‑–—]'

function tolerant(quote: string): string {
  return quote
    .trim()
    .split(/(\s+)/)
    .map((part) => (/^\s/.test(part) ? '\\s+' : [...part].map(tolerantChar).join('')))
    .join('')
}

function tolerantChar(char: string): string {
  if (/["“”„«»]/.test(char)) return DOUBLE
  if (/['‘’]/.test(char)) return SINGLE
  if (/[-‐‑–—]/.test(char)) return DASH
  return char.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')
}

/** How many characters before and after still stand around the span, read outwards from it. */
function contextShared({ before, after }: Evidence, body: string, { start, end }: Span): number {
  const reach = 2 * EVIDENCE_CONTEXT
  const back = [...settle(body.slice(Math.max(0, start - reach), start))].reverse()
  return (
    shared([...settle(before)].reverse(), back) +
    shared([...settle(after)], [...settle(body.slice(end, end + reach))])
  )
}

function shared(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && a[n] === b[n]) n++
  return n
}

const settle = (text: string): string =>
  text
    .replace(/["“”„«»]/g, '"')
    .replace(/['‘’]/g, "'")
    .replace(/[-‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
