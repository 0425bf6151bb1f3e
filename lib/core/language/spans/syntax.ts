/** A sentence's tree with what every question about it needs: who depends on whom, and how far each subtree reaches. */
import type { Token } from '../tree'

export interface Syntax {
  readonly tokens: readonly Token[]
  /** By position: the positions of the tokens that depend on it, from left to right. */
  readonly children: readonly (readonly number[])[]
  /** By position: the first and the last position of its subtree, punctuation and all. */
  readonly reach: readonly Span[]
}

/** Positions of tokens in their sentence; holds `from`, and not `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Heads that lead nowhere count as roots. In a circle of heads nobody's subtree holds the others': the words keep their
 * places, and nothing loops.
 */
export function syntaxOf(tokens: readonly Token[]): Syntax {
  const children: number[][] = tokens.map(() => [])
  const waiting = tokens.map(() => 0)
  const reach = tokens.map((_, i) => ({ from: i, to: i + 1 }))
  tokens.forEach((token, i) => {
    children[token.head]?.push(i)
    if (children[token.head] !== undefined) waiting[token.head] = (waiting[token.head] ?? 0) + 1
  })
  const ready = tokens.flatMap((_, i) => (waiting[i] === 0 ? [i] : []))
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    const head = tokens[at]?.head ?? -1
    const own = reach[at]
    const above = reach[head]
    if (own === undefined || above === undefined) continue
    above.from = Math.min(above.from, own.from)
    above.to = Math.max(above.to, own.to)
    const left = (waiting[head] ?? 0) - 1
    waiting[head] = left
    if (left === 0) ready.push(head)
  }
  return { tokens, children, reach }
}

export const isMark = (token: Token | undefined): boolean =>
  token !== undefined && /^[\p{P}`]+$/u.test(token.text)

/** The subtree of a token, punctuation at its edges aside. */
export function subtree(syntax: Syntax, head: number): Span {
  return trimmed(syntax, syntax.reach[head] ?? { from: head, to: head + 1 })
}

export function trimmed({ tokens }: Syntax, { from, to }: Span): Span {
  let first = from
  let last = to
  while (first < last - 1 && isMark(tokens[first])) first++
  while (last > first + 1 && isMark(tokens[last - 1])) last--
  return { from: first, to: last }
}

export const holds = (span: Span, at: number): boolean => at >= span.from && at < span.to

/** The children of a token whose relation, its subtype aside, is one of these. */
export function childrenBy(syntax: Syntax, head: number, ...relations: string[]): number[] {
  return (syntax.children[head] ?? []).filter((child) => relations.includes(kindOf(syntax, child)))
}

/** A relation without its subtype: "nsubj" of "nsubj:pass". */
export function kindOf({ tokens }: Syntax, at: number): string {
  const relation = tokens[at]?.relation ?? ''
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}

export const lower = ({ tokens }: Syntax, at: number): string =>
  tokens[at]?.text.toLowerCase().replaceAll('’', "'") ?? ''

/** How probable it is that the head of a token lies in a span. */
export function massIn({ tokens }: Syntax, at: number, span: Span): number {
  const token = tokens[at]
  if (token === undefined) return 0
  let mass = holds(span, token.head) ? token.headProbability : 0
  for (const rival of token.rivals) if (holds(span, rival.head)) mass += rival.probability
  return Math.min(1, mass)
}
