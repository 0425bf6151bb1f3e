import type { Token } from '@/lib/core/language/tag'
import { BE, HAVE, RELATIVES, SUBJECT_PRONOUNS, SUBORDINATORS } from '@/lib/core/language/words'

/** Where the predicate that starts at `from` stops belonging to the main statement. */
export function predicateEnd(tokens: readonly Token[], from: number, to: number): number {
  let quotes = 0
  let depth = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    const next = tokens[i + 1]
    if (token === undefined) return i
    if (token.text === '“') quotes++
    if (token.text === '”') quotes--
    if (token.text === '(') depth++
    if (token.text === ')') depth--
    if (quotes > 0 || depth > 0) continue
    const closing = /^[–—]$/.test(token.text) ? pairedDash(tokens, i, to) : -1
    if (closing > 0) i = closing
    else if (/^[;–—:]$/.test(token.text)) return i
    if (token.text === ',' && next !== undefined && endsAtComma(tokens, i + 1)) return i
    const isJoint = token.lower === 'and' || token.lower === 'but'
    if (isJoint && (startsPredicate(tokens, i + 1) || startsStatement(tokens, i + 1))) return i
    if (
      i > from &&
      (token.lower === 'whereas' || token.lower === 'while' || token.lower === 'although')
    )
      return i
  }
  return to
}

/** The dash that closes an aside begun at `i`; -1 where there is none. */
function pairedDash(tokens: readonly Token[], i: number, to: number): number {
  for (let j = i + 1; j < to; j++) if (/^[–—]$/.test(tokens[j]?.text ?? '')) return j
  return -1
}

function endsAtComma(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i]
  if (next === undefined) return true
  if (
    RELATIVES.has(next.lower) ||
    SUBORDINATORS.has(next.lower) ||
    next.lower === 'but' ||
    next.lower === 'not'
  )
    return true
  if (next.pos === 'VERB') return true
  // "are white, 12 per cent black": the next share has a subject of its own.
  if (next.pos === 'NUM' && !/^\d{4}$/.test(next.text)) return true
  if (next.lower === 'and') return startsPredicate(tokens, i + 1) || startsClause(tokens, i + 1)
  if (
    next.pos === 'ADP' &&
    tokens[i + 1]?.pos === 'PRON' &&
    RELATIVES.has(tokens[i + 1]?.lower ?? '')
  )
    return true
  // An apposition ("in 1751, a work on …"): its determiner, and no "and" to close a list.
  return (
    next.pos === 'DET' &&
    !tokens.slice(i, i + 12).some((t) => t.lower === 'and' || t.lower === 'or')
  )
}

function startsPredicate(tokens: readonly Token[], i: number): boolean {
  let at = i
  // "grown and harvested by": two participles make one phrase.
  const before = tokens[i - 2]
  if (before?.pos === 'VERB' && /(?:ed|en|wn|ing)$/.test(before.lower)) return false
  while (tokens[at]?.pos === 'ADV') at++
  const token = tokens[at]
  if (token === undefined) return false
  if (token.pos === 'AUX') return true
  return token.pos === 'VERB' && !/ing$/.test(token.lower) && tokens[at + 1]?.pos !== 'NOUN'
}

/** "and the Senate has": a short subject and a form of "be" or "have". */
function startsStatement(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:DET|PROPN|PRON)$/.test(tokens[i]?.pos ?? '')) return false
  for (let at = i + 1; at < i + 5; at++) {
    const token = tokens[at]
    if (token === undefined || !/^(?:NOUN|PROPN|ADJ|AUX|VERB)$/.test(token.pos)) return false
    if (BE.has(token.lower) || HAVE.has(token.lower)) return true
    if (token.pos === 'VERB') return false
  }
  return false
}

function startsClause(tokens: readonly Token[], i: number): boolean {
  let depth = 0
  for (let at = i; at < i + 12; at++) {
    const token = tokens[at]
    if (token?.text === '(') depth++
    if (token?.text === ')') depth--
    if (depth > 0) continue
    if (token === undefined || /^[,;]$/.test(token.text)) return false
    if (token.pos === 'AUX') return true
    if (token.pos === 'VERB' && !/ing$/.test(token.lower)) {
      return at > i && tokens[at - 1]?.lower !== 'to'
    }
    if (SUBJECT_PRONOUNS.has(token.lower)) return true
  }
  return false
}

/** A stop or a note inside, a joint that leads nowhere, or a pronoun for somebody else: more, or less, than one statement. */
export const isBroken = (predicate: string): boolean =>
  /[.!?] ?\[|\[(?:citation|note|\d)|(?<!before),? and (?:after|before|upon|when|while) [^,]*$/.test(
    predicate,
  ) || /\bby (?:him|them)\b/.test(predicate)
