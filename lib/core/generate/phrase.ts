/** Words of a sentence as a question may say them: what points back replaced, brackets and marks left out. */
import type { Range } from '@/lib/core/language/range'
import type { Token } from '@/lib/core/language/tag'
import { isFunctionWord } from '@/lib/core/language/words'
import type { Span } from '@/lib/core/text/source'
import type { ReadSentence } from './read-sentence'

/** The view's words in `span`, replacements applied, white space and stray punctuation mended. */
export const phrase = (sentence: ReadSentence, span: Span): string =>
  closeQuotes(tidy(replaced(sentence, span)))

/** The same for one side of a gap: the punctuation at its edges stays. */
export const beside = (sentence: ReadSentence, span: Span): string =>
  replaced(sentence, span).trim()

function replaced(sentence: ReadSentence, span: Span): string {
  let out = ''
  let at = span.start
  const stands = [...sentence.resolved, ...shortNames(sentence, span)]
  for (const r of stands.sort((a, b) => a.start - b.start)) {
    if (r.start < at || r.end > span.end) continue
    out +=
      sentence.view.text.slice(at, r.start) + matchCase(sentence.view.text.charAt(r.start), r.text)
    at = r.end
  }
  out += sentence.view.text.slice(at, span.end)
  return withoutBrackets(out)
}

/** "Henry", where the text names a Patrick Henry: his whole name, unless it stands in the phrase already. */
function shortNames(sentence: ReadSentence, span: Span): (Span & { readonly text: string })[] {
  const found: (Span & { readonly text: string })[] = []
  for (const { start, end, text, value } of sentence.typed) {
    if (start < span.start || end > span.end || !('name' in value)) continue
    if (value.type !== 'person' && value.type !== 'organisation') continue
    if (!isShortFor(text, value.name) || isIn(sentence.quotes, start)) continue
    if (sentence.resolved.some((r) => r.start < end && start < r.end)) continue
    const before = sentence.view.text.slice(span.start, start)
    if (before.includes(value.name) || found.some((f) => f.text === value.name)) continue
    found.push({ start, end, text: value.name })
  }
  return found
}

/** The last name of a person, the first word of a body ("the Sons" of the Sons of Liberty). */
function isShortFor(text: string, name: string): boolean {
  if (/[ .]/.test(text) || text.length >= name.length) return false
  return name.endsWith(` ${text}`) || name.startsWith(`${text} of `)
}

const isIn = (spans: readonly Span[], at: number): boolean =>
  spans.some((q) => q.start <= at && at < q.end)

function matchCase(first: string, text: string): string {
  return /\p{Lu}/u.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:?])(?!\d)/g, '$1')
    .replace(/,(?: ?,)+/g, ',')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
}

/** Asides in brackets go, but not those inside a quotation. An open or stray bracket stays. */
function withoutBrackets(text: string): string {
  let out = ''
  let quotes = 0
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '“') quotes++
    if (character === '”') quotes--
    const isAside = character === '(' && quotes <= 0 && / $/.test(out)
    const close = isAside ? text.indexOf(')', i) : -1
    if (close > i && close - i < LONGEST_ASIDE) {
      i = close
      out = out.replace(/ $/, '')
    } else out += character
  }
  return out
}

/** Characters; what is longer is no aside. */
const LONGEST_ASIDE = 240

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
  if (first === undefined) return text
  const stands = sentence.resolved.find((r) => r.start <= first.start && first.start < r.end)
  const lowers = stands === undefined ? isCommon(first, range.from, sentence) : /^The /.test(text)
  return lowers ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function isCommon(token: Token, index: number, sentence: ReadSentence): boolean {
  if (/^\p{Lu}{2}/u.test(token.text) || token.lower === 'i') return false
  if (isFunctionWord(token.lower)) return true
  return !sentence.names.some((n) => n.first <= index && index <= n.last)
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const joined = (...parts: readonly string[]): string =>
  tidy(parts.filter((p) => p !== '').join(' '))

/** Indices of the tokens that a span of the view covers. */
export function rangeOf(tokens: readonly Token[], span: Span): Range {
  let from = tokens.findIndex((t) => t.end > span.start)
  if (from < 0) from = tokens.length
  let to = from
  while (to < tokens.length && (tokens[to]?.start ?? 0) < span.end) to++
  return { from, to }
}
