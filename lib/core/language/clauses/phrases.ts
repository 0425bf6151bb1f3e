/** Phrases: spans of a tree with their offsets and how sure they are. */
import { confidence, type Gate } from '../spans/gates'
import {
  childrenBy,
  isMark,
  kindOf,
  lower,
  type Span,
  type Syntax,
  subtree,
  trimmed,
} from '../spans/syntax'
import { nounPhraseFeatures, predicateFeatures } from './noun-features'
import { partFeatures } from './part-features'
import type { Phrase, PrepositionalPhrase } from './shapes'

/** A bracket or quotation mark that a span opens, it also closes: its partner just outside is taken in. */
const PARTNERS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['‘', '’'],
])

export function phraseAt(syntax: Syntax, head: number, span: Span, sure: number): Phrase {
  const { from, to } = balanced(syntax, span)
  const start = syntax.tokens[from]?.start ?? 0
  const end = syntax.tokens[to - 1]?.end ?? start
  return { head, from, to, start, end, confidence: sure }
}

function balanced({ tokens }: Syntax, { from, to }: Span): Span {
  const texts = tokens.slice(from, to).map((token) => token.text)
  const before = tokens[from - 1]?.text ?? ''
  const after = tokens[to]?.text ?? ''
  for (const [open, close] of PARTNERS) {
    const excess = texts.filter((t) => t === open).length - texts.filter((t) => t === close).length
    if (excess === 1 && after === close) return { from, to: to + 1 }
    if (excess === -1 && before === open) return { from: from - 1, to }
  }
  return { from, to }
}

/** A part of a clause, as its gate sees it. */
export function partPhrase(syntax: Syntax, head: number, gate: Gate): Phrase {
  return phraseAt(syntax, head, subtree(syntax, head), confidence(gate, partFeatures(syntax, head)))
}

/** A noun with what is its own: without its preposition or "and"; of one that is said of a subject, without the subject. */
export function nounSpan(syntax: Syntax, head: number): Span {
  const predicate = predicateSpan(syntax, head)
  if (predicate !== null) return predicate
  const { from, to } = subtree(syntax, head)
  const links = (syntax.children[head] ?? []).filter(
    (child) => child < head && LINKS.has(kindOf(syntax, child)),
  )
  const start = Math.max(from, ...links.map((child) => syntax.reach[child]?.to ?? from))
  return trimmed(syntax, { from: Math.min(start, head), to })
}

/** What joins a noun to what stands before it. */
const LINKS = new Set(['case', 'cc', 'mark'])

export function nounPhraseSpan(syntax: Syntax, head: number): Phrase {
  const own = nounSpan(syntax, head)
  return phraseAt(
    syntax,
    head,
    own,
    confidence('noun phrase', nounPhraseFeatures(syntax, head, own)),
  )
}

export function prepositionalPhrase(syntax: Syntax, head: number, gate: Gate): PrepositionalPhrase {
  const cases = childrenBy(syntax, head, 'case').filter((at) => at < head)
  const words = cases.flatMap((at) => [at, ...childrenBy(syntax, at, 'fixed')])
  return {
    ...partPhrase(syntax, head, gate),
    preposition: words
      .sort((a, b) => a - b)
      .map((at) => lower(syntax, at))
      .join(' '),
    inner: nounPhraseSpan(syntax, head),
  }
}

/** What stays inside a noun phrase or an adjective that is said of the subject. */
const PREDICATE = new Set(
  'det amod nummod nmod case compound flat acl appos conj cc fixed obl ccomp xcomp advmod goeswith'.split(
    ' ',
  ),
)

/** After a copula: the noun or adjective with what is its own, and not what is the clause's. */
export function predicateSpan(syntax: Syntax, head: number): Span | null {
  const copula = childrenBy(syntax, head, 'cop')[0]
  if (copula === undefined || copula >= head) return null
  let { from, to }: Span = { from: head, to: head + 1 }
  for (const child of syntax.children[head] ?? []) {
    const reach = syntax.reach[child]
    if (reach === undefined || child < copula || !PREDICATE.has(kindOf(syntax, child))) continue
    if (kindOf(syntax, child) === 'conj' && childrenBy(syntax, child, 'nsubj', 'cop').length > 0)
      continue
    from = Math.min(from, reach.from)
    to = Math.max(to, reach.to)
  }
  from = Math.max(from, copula + 1)
  while (from < head && isMark(syntax.tokens[from])) from++
  const last = (syntax.children[head] ?? []).find(
    (child) =>
      kindOf(syntax, child) === 'conj' && childrenBy(syntax, child, 'nsubj', 'cop').length > 0,
  )
  return trimmed(syntax, {
    from,
    to: last === undefined ? to : Math.min(to, Math.max(head + 1, syntax.reach[last]?.from ?? to)),
  })
}

export function predicatePhrase(syntax: Syntax, head: number): Phrase | null {
  const span = predicateSpan(syntax, head)
  if (span === null) return null
  return phraseAt(
    syntax,
    head,
    span,
    confidence('predicate', predicateFeatures(syntax, head, span)),
  )
}
