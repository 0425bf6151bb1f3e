/**
 * Where an apposition can stand, by the surface: between commas after a noun phrase, in brackets, after a dash or a colon,
 * a name after its kind ("the philosopher Michael Ruse"). The tree says what hangs from what; the surface, where it can.
 */

import { ROLE_NOUNS } from '../mentions/lists/word-lists'
import { isMark, kindOf, lower, type Span, type Syntax, trimmed } from '../spans/syntax'
import type { Token } from '../tree'
import type { Candidate, Pattern } from './apposition-candidate'
import { isShortened } from './apposition-forms'
import { isVetoed } from './apposition-vetoes'
import { possibleHeads } from './conjunct-heads'

const LONGEST = 30

export function appositionCandidates(syntax: Syntax): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (one: Candidate | null) => {
    if (one === null || one.first >= one.span.from || one.first < 0) return
    if (isVetoed(syntax, one)) return
    const key = `${one.first} ${one.second} ${one.span.from} ${one.span.to}`
    if (!found.has(key)) found.set(key, one)
  }
  syntax.tokens.forEach((token, at) => {
    if (kindOf(syntax, at) === 'appos' && isNominal(token))
      for (const one of ofTree(syntax, at)) add(one)
  })
  syntax.tokens.forEach((token, at) => {
    const seen = OPENING.has(token.text)
      ? [afterMark(syntax, at), chunkAfterMark(syntax, at)]
      : [nameAfterKind(syntax, at)]
    for (const one of seen) if (one !== null && isPromising(syntax, one)) add(one)
  })
  return [...found.values()]
}

/** What the tree calls so: with each noun that it could explain, and each place where it could end. */
function ofTree(syntax: Syntax, at: number): Candidate[] {
  const { tokens } = syntax
  const { from, to } = syntax.reach[at] ?? { from: at, to: at + 1 }
  const nouns = possibleHeads(syntax, at).filter((head) => isNominal(tokens[head]))
  const firsts = new Set([tokens[at]?.head ?? -1, ...nouns.slice(0, MOST_FIRSTS)])
  const mark = tokens.findIndex((token, end) => end > at && end < to && CLOSING.test(token.text))
  const ends = mark < 0 ? [to] : [to, mark]
  const pattern = patternAt(syntax, at, from)
  return [...firsts].flatMap((first) =>
    ends.map((end) => ({ first, second: at, span: trimmed(syntax, { from, to: end }), pattern })),
  )
}

const MOST_FIRSTS = 6
const CLOSING = /^[,)\]:;—–-]+$/

function patternAt({ tokens }: Syntax, at: number, from: number): Pattern {
  const mark = OPENING.get(tokens[from - 1]?.text ?? '') ?? OPENING.get(tokens[from]?.text ?? '')
  return mark ?? (tokens[at]?.upos === 'PROPN' ? 'kind and name' : 'tree')
}

/** Forms that are right often enough though the tree says otherwise. */
function isPromising(syntax: Syntax, { first, second, span, pattern }: Candidate): boolean {
  const { tokens } = syntax
  if (pattern === 'brackets' && isShortened(tokens, first, span)) return true
  if (pattern === 'colon') return false
  const opening = tokens[span.from]
  const article = opening?.upos === 'DET' || opening?.xpos === 'PRP$'
  const one = tokens[first]
  const other = tokens[second]
  if (one?.upos === 'PROPN')
    return other?.upos === 'NOUN' && (article || ROLE_NOUNS.has(other.lemma))
  return one?.upos === 'NOUN' && other?.upos === 'PROPN' && ROLE_NOUNS.has(one.lemma)
}

const OPENING = new Map<string, Pattern>([
  [',', 'commas'],
  ['(', 'brackets'],
  ['[', 'brackets'],
  ['—', 'dash'],
  ['–', 'dash'],
  ['--', 'dash'],
  ['-', 'dash'],
  [':', 'colon'],
])

/** ", the X of Y,": from the mark to the one that closes; one word in it holds all others. */
function afterMark(syntax: Syntax, mark: number): Candidate | null {
  const { tokens } = syntax
  const pattern = OPENING.get(tokens[mark]?.text ?? '')
  const first = headBefore(syntax, mark)
  if (pattern === undefined || first < 0) return null
  if (pattern === 'dash' && tokens[mark]?.text === '-' && touches(tokens, mark)) return null
  const from = mark + 1
  const second = topOf(syntax, from)
  const reach = syntax.reach[second]
  if (second < 0 || reach === undefined || !isNominal(tokens[second])) return null
  const to = pattern === 'brackets' ? closingBracket(tokens, mark) : reach.to
  if (to - from > LONGEST || to <= second) return null
  return { first, second, span: trimmed(syntax, { from, to }), pattern }
}

/** The same without the tree: a noun phrase by its tags, up to the next mark. */
function chunkAfterMark(syntax: Syntax, mark: number): Candidate | null {
  const { tokens } = syntax
  const pattern = OPENING.get(tokens[mark]?.text ?? '')
  const first = headBefore(syntax, mark)
  if (pattern === undefined || pattern === 'colon' || first < 0) return null
  let at = mark + 1
  let second = -1
  for (; at < tokens.length && CHUNK.test(tokens[at]?.upos ?? ''); at++)
    if (isNominal(tokens[at])) second = at
  if (second < 0 || at - mark > LONGEST) return null
  // Names are flat: their first word is the head.
  while (
    tokens[second]?.upos === 'PROPN' &&
    tokens[second - 1]?.upos === 'PROPN' &&
    kindOf(syntax, second) === 'flat'
  )
    second--
  let to = at
  while (to < tokens.length && to - mark < LONGEST && !isMark(tokens[to])) to++
  if (!isMark(tokens[to]) || tokens.slice(at, to).some((token) => token.upos === 'AUX')) return null
  return { first, second, span: trimmed(syntax, { from: mark + 1, to }), pattern }
}

const CHUNK = /^(?:DET|ADJ|NOUN|PROPN|NUM|ADV|PART)$/

function touches(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]?.start || tokens[at]?.end === tokens[at + 1]?.start
}

function closingBracket(tokens: readonly Token[], opening: number): number {
  for (let at = opening + 1; at < Math.min(tokens.length, opening + LONGEST); at++)
    if (/^[)\]]$/.test(tokens[at]?.text ?? '')) return at
  return -1
}

/** The head of the widest noun phrase that ends just before a mark. */
function headBefore(syntax: Syntax, mark: number): number {
  let at = mark - 1
  while (at >= 0 && /^[”"’'*_]$/.test(syntax.tokens[at]?.text ?? '')) at--
  let head = -1
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    if (isNominal(syntax.tokens[at])) head = at
    else if (head >= 0 || steps > 3) break
    const above = syntax.tokens[at]?.head ?? -1
    if (above >= mark || !INSIDE.has(kindOf(syntax, at))) break
    at = above
  }
  return head
}

/** Relations that stay inside a noun phrase. */
const INSIDE = new Set([
  'nmod',
  'flat',
  'compound',
  'amod',
  'nummod',
  'det',
  'case',
  'fixed',
  'goeswith',
  'appos',
])

/** The word from which all of what begins here hangs, by the tree: it hangs from what stands before. */
function topOf(syntax: Syntax, from: number): number {
  let at = from
  while (isMark(syntax.tokens[at])) at++
  for (let steps = 0; steps < 20 && at >= 0; steps++) {
    const head = syntax.tokens[at]?.head ?? -1
    if (head < from) return at
    at = head
  }
  return -1
}

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:NOUN|PROPN|NUM|PRON|SYM|X)$/.test(token.upos)

/** "the philosopher Michael Ruse": a common noun, then a name, nothing between. */
function nameAfterKind(syntax: Syntax, at: number): Candidate | null {
  const { tokens } = syntax
  const kind = tokens[at]
  const name = tokens[at + 1]
  if (kind?.upos !== 'NOUN' || name?.upos !== 'PROPN' || /^[a-z]/.test(name.text)) return null
  let to = at + 1
  while (tokens[to]?.upos === 'PROPN') to++
  if (lower(syntax, to) === "'s" || tokens[to]?.upos === 'NOUN') return null
  const second = topOfName(syntax, { from: at + 1, to })
  return { first: at, second, span: { from: at + 1, to }, pattern: 'kind and name' }
}

/** A name's head is its first word, where the tree has it flat; its last, where it has it as a compound. */
function topOfName({ tokens }: Syntax, { from, to }: Span): number {
  for (let at = from; at < to; at++) {
    const head = tokens[at]?.head ?? -1
    if (head < from || head >= to) return at
  }
  return from
}
