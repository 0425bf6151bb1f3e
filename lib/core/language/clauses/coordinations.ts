/** Lists: "A, B and C" by the tree, each member with its own words. */
import { confidence } from '../spans/gates'
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
import { conjunctFeatures } from './conjuncts'
import { phraseAt } from './phrases'
import type { Coordination } from './shapes'

export function coordinationsOf(syntax: Syntax): Coordination[] {
  return syntax.tokens.flatMap((_, first) => {
    const others = childrenBy(syntax, first, 'conj').filter((at) => at > first)
    return others.length === 0 ? [] : [coordination(syntax, first, others)]
  })
}

function coordination(syntax: Syntax, first: number, others: readonly number[]): Coordination {
  const sure = others.map((at) => confidence('conjunct', conjunctFeatures(syntax, at)))
  const words = others.flatMap((at) => childrenBy(syntax, at, 'cc'))
  const members = [
    phraseAt(syntax, first, firstMember(syntax, first, others), Math.max(...sure)),
    ...others.map((at, i) => phraseAt(syntax, at, ownWords(syntax, at), sure[i] ?? 0)),
  ]
  return {
    members,
    word: words.length === 0 ? null : lower(syntax, words.at(-1) ?? -1),
    confidence: sure.reduce((all, one) => all * one, 1),
  }
}

/** A conjunct without the "and" that opens it. */
export function ownWords(syntax: Syntax, at: number): Span {
  const { from, to } = subtree(syntax, at)
  let start = from
  while (start < at && (isMark(syntax.tokens[start]) || isLink(syntax, start, at))) start++
  return { from: start, to }
}

const isLink = (syntax: Syntax, at: number, head: number): boolean =>
  syntax.tokens[at]?.head === head && kindOf(syntax, at) === 'cc'

/** What the first member has before the second begins. A word that stands before all ("old men and women") stays with it. */
function firstMember(syntax: Syntax, first: number, others: readonly number[]): Span {
  const whole = subtree(syntax, first)
  const second = syntax.reach[others[0] ?? first]?.from ?? whole.to
  let to = Math.max(first + 1, second)
  while (
    to > first + 1 &&
    (isMark(syntax.tokens[to - 1]) || syntax.tokens[to - 1]?.upos === 'CCONJ')
  )
    to--
  const own = (syntax.children[first] ?? []).filter(
    (at) => at < first && !OUTSIDE.has(kindOf(syntax, at)),
  )
  const from = Math.min(first, ...own.map((at) => syntax.reach[at]?.from ?? first))
  return trimmed(syntax, { from, to })
}

/** What stands before the first member of a list and is not its own. */
const OUTSIDE = new Set(['case', 'mark', 'cc', 'punct', 'nsubj', 'advcl', 'expl'])
