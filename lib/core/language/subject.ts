/** The subject of a clause: a noun phrase up to the finite verb after it. */
import type { Range } from './range'
import type { Token } from './tag'
import { canBeFinite } from './verb-group'
import { DEMONSTRATIVES, RELATIVES, SUBJECT_PRONOUNS, SUBORDINATORS } from './words'

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM'])

export function startsNominal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (SUBJECT_PRONOUNS.has(token.lower) || DEMONSTRATIVES.has(token.lower)) return true
  if (SUBORDINATORS.has(token.lower) || RELATIVES.has(token.lower)) return false
  if (token.pos === 'PRON') return true
  if (/^[“"*]$/.test(token.text)) return startsNominal(tokens, at + 1)
  if (token.pos === 'VERB' && /ing$/.test(token.lower)) return false
  return NOMINAL.has(token.pos)
}

export function nextComma(tokens: readonly Token[], from: number, end: number): number {
  let depth = 0
  for (let i = from; i < end; i++) {
    const text = tokens[i]?.text ?? ''
    if (/^[([]$/.test(text)) depth++
    else if (/^[)\]]$/.test(text)) depth--
    else if (text === ',' && depth === 0) {
      // A comma in a date ("On March 3, 1918, …") does not end the lead.
      if (/^\d{4}$/.test(tokens[i + 1]?.text ?? '') && /^\d/.test(tokens[i - 1]?.text ?? ''))
        continue
      return i
    } else if (/^[;:–—?]$/.test(text)) return -1
  }
  return -1
}

export type Subject = {
  readonly all: Range
  readonly head: Range
  readonly apposition: Range | null
}

/** The noun phrase from `at` to the finite verb after it, with one apposition or bracket allowed. */
export function readSubject(tokens: readonly Token[], at: number, end: number): Subject | null {
  let i = at
  let headEnd = -1
  let apposition: Range | null = null
  while (i < end) {
    const token = tokens[i]
    if (token === undefined) return null
    if (token.text === '(') {
      i = closing(tokens, i, end)
      if (i < 0) return null
      continue
    }
    if (canBeFinite(tokens, i) && i > at) break
    if (token.text === ',') {
      if (isYear(tokens[i + 1]) && /^\d/.test(tokens[i - 1]?.text ?? '')) {
        i += 2
        continue
      }
      const list = listGoesOn(tokens, i, end)
      if (list) {
        i++
        continue
      }
      if (apposition !== null) return null
      const close = nextComma(tokens, i + 1, end)
      if (close < 0) return null
      headEnd = i
      apposition = { from: i + 1, to: close }
      i = close + 1
      if (!canBeFinite(tokens, i) && tokens[i]?.pos !== 'ADV') return null
      continue
    }
    if (RELATIVES.has(token.lower) && i > at) {
      const next = skipRelative(tokens, i, end)
      if (next < 0) return null
      i = next
      continue
    }
    if (!inNominal(token) && !(token.pos === 'ADV' && canBeFinite(tokens, i + 1))) return null
    if (token.pos === 'ADV' && canBeFinite(tokens, i + 1) && i > at) break
    i++
  }
  if (i >= end || i === at) return null
  const all = { from: at, to: i }
  const lastToken = tokens[(apposition === null ? i : headEnd) - 1]
  if (lastToken === undefined || !endsNominal(tokens, lastToken, at)) return null
  return { all, head: { from: at, to: apposition === null ? i : headEnd }, apposition }
}

const isYear = (token: Token | undefined): boolean => /^(?:1\d{3}|20\d{2})$/.test(token?.text ?? '')

function inNominal(token: Token): boolean {
  if (NOMINAL.has(token.pos) || token.pos === 'PRON' || token.pos === 'PART') return true
  if (token.pos === 'ADP' || token.lower === 'and' || token.lower === 'or') return true
  if (/^[“”‘’"'-]$/.test(token.text) || token.text === '*') return true
  return token.pos === 'VERB' && /(?:ing|ed|en|wn|lt|ght)$/.test(token.lower)
}

function closing(tokens: readonly Token[], at: number, end: number): number {
  let depth = 0
  for (let i = at; i < end; i++) {
    if (tokens[i]?.text === '(') depth++
    if (tokens[i]?.text === ')') depth--
    if (depth === 0) return i + 1
  }
  return -1
}

/** "A, B, and C": after this comma a short noun phrase and then another comma or "and". */
function listGoesOn(tokens: readonly Token[], comma: number, end: number): boolean {
  const first = tokens[comma + 1]
  if (first === undefined) return false
  if (first.lower === 'and' || first.lower === 'or') return true
  for (let i = comma + 1; i < Math.min(comma + 7, end); i++) {
    const token = tokens[i]
    if (token === undefined) return false
    if (token.lower === 'and') return true
    if (token.text === ',') return tokens[i + 1]?.lower === 'and' || listGoesOn(tokens, i, end)
    if (!/^(?:NOUN|PROPN|ADJ|DET|PUNCT)$/.test(token.pos)) return false
  }
  return false
}

/** Past a restrictive relative clause: its own verb, then up to where the next finite verb follows a noun. */
function skipRelative(tokens: readonly Token[], at: number, end: number): number {
  let verbs = 0
  for (let i = at + 1; i < Math.min(end, at + 18); i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;:–—]$/.test(token.text)) return -1
    const before = tokens[i - 1]
    if (!canBeFinite(tokens, i) || before?.pos === 'AUX') continue
    verbs++
    if (verbs === 2) return /^(?:NOUN|PROPN|NUM|VERB)$/.test(before?.pos ?? '') ? i : -1
  }
  return -1
}

/** A noun phrase ends in a noun; in a verb only where a relative clause closes it, in an adjective after an article. */
function endsNominal(tokens: readonly Token[], last: Token, at: number): boolean {
  if (/^(?:NOUN|PROPN|NUM|PRON|PUNCT)$/.test(last.pos)) return true
  const words = tokens.slice(at).filter((t) => t.end <= last.end)
  if (last.pos === 'VERB') return words.some((t) => RELATIVES.has(t.lower))
  return last.pos === 'ADJ' && words[0]?.pos === 'DET'
}
