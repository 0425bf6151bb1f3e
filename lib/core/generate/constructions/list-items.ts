/** Splits what is enumerated inside a sentence into its elements, or says that it cannot be done for certain. */
import type { Token } from '@/lib/core/language/tag'
import { sourceSpan } from '@/lib/core/language/view'
import type { Span } from '@/lib/core/text/source'
import { nameVariants } from '../accept'
import type { ListElement } from '../fact'
import { tidy } from '../phrase'
import type { ReadSentence } from '../read-sentence'

/** Longer elements are no words to be recalled but statements. */
const LONGEST = 12

/** "A, B and C", "A; B; and C", "(1) A, (2) B, and (3) C" in this span of the view; null where the parts are unclear. */
export function splitList(sentence: ReadSentence, span: Span): ListElement[] | null {
  const tokens = sentence.tokens.filter((t) => t.start >= span.start && t.end <= span.end)
  const separator = tokens.some((t) => t.text === ';') ? ';' : ','
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (/^[([“]$/.test(token.text)) depth++
    else if (/^[)\]”]$/.test(token.text)) depth--
    if (depth === 0 && token.text === separator) parts.push([])
    else parts.at(-1)?.push(token)
  }
  const last = parts.at(-1) ?? []
  const and = lastAnd(last)
  if (parts.length === 1 && and < 0) return null
  // Only the last part may be "B and C", or begin with "and".
  if (and === 0) parts[parts.length - 1] = last.slice(1)
  else if (and > 0) parts.splice(-1, 1, last.slice(0, and), last.slice(and + 1))
  else return null
  const elements = parts.map((part) => toElement(sentence, part))
  return elements.every((e) => e !== null) && elements.length > 1
    ? elements.filter((e) => e !== null)
    : null
}

function lastAnd(part: readonly Token[]): number {
  const ands = part.flatMap((t, i) => (t.lower === 'and' || t.lower === 'or' ? [i] : []))
  return ands.length === 1
    ? (ands[0] ?? -1)
    : ands.at(0) === 0
      ? 0
      : ands.length > 1
        ? (ands.at(-1) ?? -1)
        : -1
}

export function toElement(sentence: ReadSentence, part: readonly Token[]): ListElement | null {
  let from = 0
  if (part[0]?.text === '(' && part[2]?.text === ')') from = 3
  const examples = part.findIndex((t, i) => i > from && /^(?:such|like)$/.test(t.lower))
  const words = part.slice(from, examples < 0 ? part.length : examples)
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined || words.length > LONGEST) return null
  // "nine judges—one chief …": an aside is no element; shares are facts of their own.
  if (words.some((t) => /^(?:—|–|:|;|percent|cent|%)$/.test(t.lower))) return null
  if (words.some((t) => /^(?:which|who|that|whose|including)$/.test(t.lower))) return null
  if (
    words.some((t) => t.pos === 'AUX') ||
    !/^(?:NOUN|PROPN|NUM|ADJ|VERB|PUNCT|DET)$/.test(last.pos)
  )
    return null
  // "dense and hard compact bone": describing words are no elements.
  if (words.every((t) => t.pos === 'ADJ' || t.pos === 'ADV')) return null
  const span = { start: first.start, end: last.end }
  const text = sentence.view.text.slice(span.start, span.end)
  return {
    text,
    accept: elementVariants(text, sentence, span),
    span: sourceSpan(sentence.view, span),
  }
}

function elementVariants(text: string, sentence: ReadSentence, span: Span): string[] {
  const out = new Set<string>()
  const bare = text.replace(/^(?:the|a|an) /i, '')
  out.add(bare)
  const bracket = /^(.+?) \(([^)]+)\)$/.exec(text)
  if (bracket !== null) {
    out.add(bracket[1] ?? text)
    out.add(bracket[2] ?? text)
    out.add(tidy(text))
  }
  const person = sentence.mentions.find((m) => m.type === 'person' && m.start === span.start)
  if (person !== undefined) for (const v of nameVariants(person.text)) out.add(v)
  if (/^\d+ /.test(text)) out.add(text.replace(/^\d+ /, ''))
  out.delete(text)
  return [...out]
}
