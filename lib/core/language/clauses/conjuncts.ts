/** How sure a conjunct is: the tree's probabilities, and how much the two sides look alike on the page. */

import { contextFeatures } from '../spans/context'
import { type Features, logOdds, spanFeatures } from '../spans/features'
import { childrenBy, isMark, kindOf, lower, type Span, type Syntax, subtree } from '../spans/syntax'
import type { Token } from '../tree'
import { choiceOf } from './conjunct-choice'
import { listFeatures } from './list-features'

export function conjunctFeatures(syntax: Syntax, at: number): Features {
  const token = syntax.tokens[at]
  const first = syntax.tokens[token?.head ?? -1]
  if (token === undefined || first === undefined) return {}
  const span = subtree(syntax, at)
  const siblings = childrenBy(syntax, token.head, 'conj')
  const last = siblings.at(-1) === at
  const choice = choiceOf(syntax, at)
  return {
    ...spanFeatures(syntax, at, span, choice.share),
    rival: logOdds(1 - (token.rivals[0]?.probability ?? 0)),
    ...likeness(syntax, token.head, at, span),
    ...between(syntax, token.head, at),
    ...opening(syntax, at, span),
    [last ? 'last' : 'not last']: 1,
    [`members ${Math.min(4, siblings.length)}`]: 1,
    ...firstSide(syntax, token.head, at),
    ...choice.features,
    ...listFeatures(syntax, at),
    ...contextFeatures(syntax, span),
  }
}

/** What the two sides share: class of word, number, preposition, article, first word. */
function likeness(syntax: Syntax, first: number, at: number, span: Span): Record<string, number> {
  const one = syntax.tokens[first]
  const other = syntax.tokens[at]
  if (one === undefined || other === undefined) return {}
  const features: Record<string, number> = {}
  if (one.upos === other.upos) features['same class'] = 1
  if (one.xpos === other.xpos) features['same tag'] = 1
  features[`pair ${sortOf(one)} ${sortOf(other)}`] = 1
  const cases = [first, at].map((side) => wordsOf(syntax, side, 'case'))
  const articles = [first, at].map((side) => wordsOf(syntax, side, 'det'))
  if (cases[1] !== '') features[cases[0] === cases[1] ? 'same preposition' : 'own preposition'] = 1
  if (articles[1] !== '') features[articles[0] === articles[1] ? 'same article' : 'own article'] = 1
  else if (articles[0] !== '') features['shared article'] = 1
  const from = subtree(syntax, first).from
  if (from < first && lower(syntax, from) === lower(syntax, firstWord(syntax, span)))
    features['same first word'] = 1
  return features
}

const sortOf = (token: Token): string =>
  token.upos === 'VERB' || token.upos === 'AUX' ? `V${token.xpos.slice(-1)}` : token.upos

function wordsOf(syntax: Syntax, head: number, relation: string): string {
  return childrenBy(syntax, head, relation)
    .map((child) => lower(syntax, child))
    .join(' ')
}

/** The first word of a conjunct, past "and". */
function firstWord({ tokens }: Syntax, { from, to }: Span): number {
  let at = from
  while (at < to - 1 && (tokens[at]?.upos === 'CCONJ' || isMark(tokens[at]))) at++
  return at
}

const FLAT = /^(?:DET|ADJ|NOUN|PROPN|NUM|PUNCT|CCONJ|SYM|ADV|PART)$/

/** What stands between the two heads: where it is all one flat list, a reader has little choice. */
function between({ tokens }: Syntax, first: number, at: number): Record<string, number> {
  const middle = tokens.slice(first + 1, at)
  const features: Record<string, number> = { distance: Math.log(Math.abs(at - first) + 1) }
  if (middle.every((token) => FLAT.test(token.upos))) features.flat = 1
  const one = tokens[first]
  const rivals = middle.filter(
    (token) =>
      token.upos === one?.upos || (isNominal(token) && one !== undefined && isNominal(one)),
  )
  features.between = Math.min(3, rivals.length)
  if (middle.every((token) => token.upos === 'CCONJ' || isMark(token))) features.bare = 1
  if (middle.some((token) => token.text === ';')) features.semicolon = 1
  if (middle.some((token) => token.upos === 'VERB')) features['verb between'] = 1
  return features
}

const isNominal = (token: Token): boolean => /^(?:NOUN|PROPN|PRON|NUM)$/.test(token.upos)

/** What opens the conjunct: "and", "or", a comma, both. */
function opening(syntax: Syntax, at: number, span: Span): Record<string, number> {
  const links = childrenBy(syntax, at, 'cc')
  const comma = syntax.tokens[span.from - 1]?.text === ',' ? ', ' : ''
  const word = links.length === 0 ? 'no word' : lower(syntax, links[0] ?? at)
  const features: Record<string, number> = { [`opens ${comma}${word}`]: 1 }
  const link = syntax.tokens[links[0] ?? -1]
  if (link !== undefined) features.link = logOdds(link.headProbability)
  if (childrenBy(syntax, at, 'nsubj', 'expl').length > 0) features['own subject'] = 1
  return features
}

/** Where the first side hangs, and whether words of its own stand between it and the conjunct. */
function firstSide(syntax: Syntax, first: number, at: number): Record<string, number> {
  const token = syntax.tokens[first]
  const features: Record<string, number> = {
    [`first ${kindOf(syntax, first)}`]: 1,
    'first head': logOdds(token?.headProbability ?? 1),
  }
  const after = (syntax.children[first] ?? []).filter((child) => child > first && child < at)
  for (const child of after) features[`first holds ${kindOf(syntax, child)}`] = 1
  return features
}
