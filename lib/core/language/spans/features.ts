/** What makes it likely, or not, that a span of the tree is exactly what the writer meant. */
import { childrenBy, holds, isMark, kindOf, lower, massIn, type Span, type Syntax } from './syntax'

/** By name; a feature that is absent is 0. */
export type Features = Readonly<Record<string, number>>

/** Log odds, kept within what eight-bit weights can mean: a thousand to one. */
export function logOdds(probability: number): number {
  const p = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(p / (1 - p))
}

/** `own`: how probable it is that the head hangs where it does, where something better than the tree's own figure is known. */
export function spanFeatures(syntax: Syntax, head: number, span: Span, own?: number): Features {
  const token = syntax.tokens[head]
  if (token === undefined) return {}
  const inside = insideFeatures(syntax, head, span)
  const outside = outsideFeatures(syntax, span)
  const all =
    (own ?? token.headProbability) * token.relationProbability * inside.share * outside.share
  return {
    head: logOdds(token.headProbability),
    relation: logOdds(token.relationProbability),
    ...together(all),
    ...inside.features,
    ...outside.features,
    length: Math.log(span.to - span.from),
    [`upos ${token.upos}`]: 1,
    tag: logOdds(token.uposProbability),
    ...governorFeatures(syntax, token.head),
    ...alarms(syntax, head, span),
  }
}

/** That all of it is right, were the words independent of each other; with bends, because they are not. */
function together(probability: number): Record<string, number> {
  const odds = logOdds(probability)
  return {
    together: odds,
    'together over 1': Math.max(0, odds - 1),
    'together over 3': Math.max(0, odds - 3),
    'together over 5': Math.max(0, odds - 5),
  }
}

interface Side {
  readonly features: Record<string, number>
  /** The probability that no word of this side is on the wrong side. */
  readonly share: number
}

/** Whether the words of the span belong to it, wherever in it they hang. */
function insideFeatures(syntax: Syntax, head: number, span: Span): Side {
  let least = 1
  let all = 0
  const features: Record<string, number> = {}
  for (let at = span.from; at < span.to; at++) {
    if (at === head || isMark(syntax.tokens[at])) continue
    const mass = massIn(syntax, at, span)
    least = Math.min(least, mass)
    all += Math.log(Math.max(0.05, mass))
    const kind = kindOf(syntax, at)
    if (TELLING.has(kind)) features[`holds ${kind}`] = 1
  }
  const share = Math.exp(all)
  return { features: { ...features, least: logOdds(least), all: Math.max(-3, all) }, share }
}

const TELLING = new Set(['conj', 'nmod', 'acl', 'appos', 'advcl', 'obl', 'ccomp', 'parataxis'])

/** Whether the words beside the span belong to it. */
function outsideFeatures(syntax: Syntax, span: Span): Side {
  const after = neighbour(syntax, span.to, 1)
  const before = neighbour(syntax, span.from - 1, -1)
  const right = 1 - risk(syntax, after.at, span)
  const left = 1 - risk(syntax, before.at, span)
  const features = {
    'risk after': logOdds(right),
    'risk before': logOdds(left),
    [`after ${after.sort}`]: 1,
    [`before ${before.sort}`]: 1,
    ...wordAfter(syntax, span),
  }
  return { features, share: left * right }
}

/** Prepositions differ in how often they go with the noun before them. */
function wordAfter(syntax: Syntax, span: Span): Record<string, number> {
  const word = lower(syntax, span.to)
  const upos = syntax.tokens[span.to]?.upos
  if (upos !== 'ADP' && upos !== 'SCONJ') return {}
  return {
    [`word after ${word}`]: 1,
    'preposition risk': logOdds(1 - massIn(syntax, syntax.tokens[span.to]?.head ?? -1, span)),
  }
}

interface Neighbour {
  /** The next word, marks skipped; beyond the sentence where there is none. */
  readonly at: number
  readonly sort: string
}

function neighbour({ tokens }: Syntax, from: number, step: 1 | -1): Neighbour {
  let at = from
  while (isMark(tokens[at])) at += step
  const beside = tokens[from]
  const word = tokens[at]
  if (word === undefined) return { at, sort: 'end' }
  if (beside !== undefined && isMark(beside)) {
    const mark = beside.text === ',' ? 'comma' : 'mark'
    return { at, sort: word.upos === 'CCONJ' ? `${mark} CCONJ` : mark }
  }
  return { at, sort: word.upos }
}

/** The greatest mass with which a word beside the span, or one of those it hangs from, hangs in the span instead. */
function risk(syntax: Syntax, from: number, span: Span): number {
  let worst = 0
  let at = from
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    if (!holds(span, at) && !isMark(syntax.tokens[at]))
      worst = Math.max(worst, massIn(syntax, at, span))
    at = syntax.tokens[at]?.head ?? -1
  }
  return worst
}

/** What a good tree hardly ever has. Where one stands, what is around it is misread more often. */
function alarms(syntax: Syntax, head: number, span: Span): Record<string, number> {
  const governor = syntax.tokens[head]?.head ?? -1
  const features: Record<string, number> = {}
  for (const relation of ['nsubj', 'obj']) {
    if (childrenBy(syntax, governor, relation).length > 1)
      features[`governor has two ${relation}`] = 1
    if (childrenBy(syntax, head, relation).length > 1) features[`two ${relation}`] = 1
  }
  for (let at = span.from; at < span.to; at++) {
    if (kindOf(syntax, at) === 'flat' && isTorn(syntax, at)) features['torn name'] = 1
    if (kindOf(syntax, at) === 'conj' && isUnlike(syntax, at)) features['unlike conjuncts'] = 1
    if (kindOf(syntax, at) === 'orphan') features.orphan = 1
  }
  return features
}

/** A name's parts stand side by side, without a comma or an "and" between. */
function isTorn({ tokens }: Syntax, at: number): boolean {
  const head = tokens[at]?.head ?? at
  return tokens
    .slice(Math.min(head, at) + 1, Math.max(head, at))
    .some((token) => token.text === ',' || token.upos === 'CCONJ')
}

function isUnlike({ tokens }: Syntax, at: number): boolean {
  const one = tokens[at]
  const other = tokens[one?.head ?? -1]
  return (one?.upos === 'VERB') !== (other?.upos === 'VERB')
}

function governorFeatures(syntax: Syntax, governor: number): Record<string, number> {
  const token = syntax.tokens[governor]
  if (token === undefined) return { 'governor none': 1 }
  return {
    [`governor ${token.upos}`]: 1,
    [`governor ${kindOf(syntax, governor)}`]: 1,
    'governor tag': logOdds(token.uposProbability),
  }
}
