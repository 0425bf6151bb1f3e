/** Words of a sentence as a question may say them: what points back replaced, brackets and marks left out. */
import type { Range } from '@/lib/core/language/clause'
import type { Token } from '@/lib/core/language/tag'
import { isFunctionWord } from '@/lib/core/language/words'
import type { Span } from '@/lib/core/text/source'
import type { ReadSentence } from './reading'

/** The view's words in `span`, replacements applied, white space and stray punctuation mended. */
export function phrase(sentence: ReadSentence, span: Span): string {
  let out = ''
  let at = span.start
  for (const r of sentence.resolved) {
    if (r.start < at || r.end > span.end) continue
    out +=
      sentence.view.text.slice(at, r.start) + matchCase(sentence.view.text.charAt(r.start), r.text)
    at = r.end
  }
  out += sentence.view.text.slice(at, span.end)
  return closeQuotes(tidy(withoutBrackets(out)))
}

function matchCase(first: string, text: string): string {
  return /\p{Lu}/u.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:?])/g, '$1')
    .replace(/,(?: ?,)+/g, ',')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
}

/** Asides in brackets go, but not those inside a quotation or a name in quotation marks. */
function withoutBrackets(text: string): string {
  return text
    .split(/(“[^”]*”)/)
    .map((part) => (part.startsWith('“') ? part : part.replace(/ \((?:[^()]{0,80})\)/g, '')))
    .join('')
}

/** A stretch that ends inside a quotation closes it. */
function closeQuotes(text: string): string {
  const open = text.split('“').length - text.split('”').length
  return open === 1 ? `${text.replace(/[.,]$/, '')}”` : text
}

export function spanOf(tokens: readonly Token[], range: Range): Span {
  return { start: tokens[range.from]?.start ?? 0, end: tokens[range.to - 1]?.end ?? 0 }
}

export const say = (sentence: ReadSentence, range: Range): string =>
  range.to <= range.from ? '' : phrase(sentence, spanOf(sentence.tokens, range))

/** As inside a sentence: the first word in lower case unless it is a name. */
export function inside(sentence: ReadSentence, range: Range): string {
  const text = say(sentence, range)
  const first = sentence.tokens[range.from]
  return first === undefined || !lowers(first, range.from, sentence)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1)
}

function lowers(token: Token, index: number, sentence: ReadSentence): boolean {
  if (/^\p{Lu}{2}/u.test(token.text) || token.lower === 'i') return false
  if (isFunctionWord(token.lower)) return true
  if (sentence.names.some((n) => n.first <= index && index <= n.last)) return false
  return token.pos !== 'PROPN'
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const joined = (...parts: readonly string[]): string =>
  tidy(parts.filter((p) => p !== '').join(' '))

export const tokenAt = (tokens: readonly Token[], place: number): number =>
  tokens.findIndex((t) => t.start <= place && place < t.end)

/** Indices of the tokens that a span of the view covers. */
export function rangeOf(tokens: readonly Token[], span: Span): Range {
  let from = tokens.findIndex((t) => t.end > span.start)
  if (from < 0) from = tokens.length
  let to = from
  while (to < tokens.length && (tokens[to]?.start ?? 0) < span.end) to++
  return { from, to }
}
