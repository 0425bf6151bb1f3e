/** How sure an apposition is: the surface it stands in, what the tree says of it, and how its two sides fit. */

import { contextFeatures } from '../spans/context'
import { type Features, logOdds, spanFeatures } from '../spans/features'
import {
  childrenBy,
  holds,
  isMark,
  kindOf,
  lower,
  massIn,
  type Syntax,
  subtree,
} from '../spans/syntax'
import type { Token } from '../tree'
import type { Candidate } from './apposition-candidate'
import { firstFeatures, kindFeatures, openingFeatures } from './apposition-firsts'
import { formFeatures } from './apposition-forms'

export function appositionFeatures(syntax: Syntax, one: Candidate): Features {
  const first = syntax.tokens[one.first]
  const second = syntax.tokens[one.second]
  if (first === undefined || second === undefined) return {}
  const kind = kindOf(syntax, one.second)
  const agrees = second.head === one.first
  const mass = massIn(syntax, one.second, { from: one.first, to: one.first + 1 })
  const own = subtree(syntax, one.second)
  const same = own.from === one.span.from && own.to === one.span.to
  const saysSo = kind === 'appos' && agrees
  return {
    ...spanFeatures(syntax, one.second, one.span, mass),
    ...sides(syntax, one, first, second),
    ...edges(syntax, one),
    ...contextFeatures(syntax, one.span),
    ...firstFeatures(syntax, one),
    ...kindFeatures(first, second),
    ...openingFeatures(syntax, one),
    ...formFeatures(syntax, one, agrees ? kind : 'elsewhere'),
    [`pattern ${one.pattern}`]: 1,
    [`tree ${RELATIONS.has(kind) ? kind : 'other'}`]: 1,
    'same head': agrees ? 1 : 0,
    'same span': same ? 1 : 0,
    'all of it': agrees && same && saysSo ? 1 : 0,
    'mass on first': logOdds(mass),
    'says so': saysSo ? logOdds(second.relationProbability) + 7 : 0,
  }
}

const RELATIONS = new Set([
  'appos',
  'conj',
  'nmod',
  'flat',
  'compound',
  'parataxis',
  'obl',
  'list',
  'dep',
  'root',
])

function sides(
  syntax: Syntax,
  one: Candidate,
  first: Token,
  second: Token,
): Record<string, number> {
  const { tokens } = syntax
  const opening = tokens[one.span.from]
  const features: Record<string, number> = {
    [`pair ${first.upos} ${second.upos}`]: 1,
    [`opens ${opening?.upos === 'DET' || opening?.xpos === 'PRP$' ? lower(syntax, one.span.from) : (opening?.upos ?? '')}`]: 1,
    distance: Math.log(Math.abs(one.second - one.first) + 1),
  }
  if (isPlural(first) === isPlural(second)) features['same number'] = 1
  if (first.lemma === second.lemma) features['same word'] = 1
  if (/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(first.text)) features.weekday = 1
  if (isCapital(second)) features['capital second'] = 1
  if (isCapital(first)) features['capital first'] = 1
  if (childrenBy(syntax, one.second, 'case').length > 0) features['has case'] = 1
  if (/^[A-Z]{2,6}s?$/.test(second.text) && one.span.to - one.span.from === 1) features.initials = 1
  if (childrenBy(syntax, one.first, 'det').length > 0) features['article first'] = 1
  if (/\d/.test(second.text)) features.figures = 1
  return features
}

const isPlural = (token: Token): boolean => /^(?:NNS|NNPS)$/.test(token.xpos)
const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

/** What closes it, and whether it could be one of a list. */
function edges({ tokens }: Syntax, { span, first }: Candidate): Record<string, number> {
  const closing = tokens[span.to]
  const after = tokens.slice(span.to, span.to + 3)
  const features: Record<string, number> = {
    [`closes ${closing === undefined ? 'end' : isMark(closing) ? closing.text : closing.upos}`]: 1,
  }
  if (after.some((token) => token.upos === 'CCONJ')) features['and after'] = 1
  const inside = tokens.filter((_, at) => holds(span, at))
  if (inside.some((token) => token.upos === 'CCONJ')) features['and inside'] = 1
  if (inside.some((token) => token.text === ',')) features['comma inside'] = 1
  if (after.some((token) => /^(?:VERB|AUX)$/.test(token.upos))) features['verb after'] = 1
  if (tokens[span.from - 1]?.text === ',' && tokens.slice(0, first).some((t) => t.text === ','))
    features['comma before'] = 1
  return features
}
