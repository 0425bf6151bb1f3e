/** How sure a part of a clause is: the tree's probabilities, and what the verb and the words at its edges are like. */

import { contextFeatures } from '../spans/context'
import { type Features, spanFeatures } from '../spans/features'
import { childrenBy, lower, type Syntax, subtree } from '../spans/syntax'
import { objectFeatures } from './object-features'

/** Verbs that take a person and a thing: what follows them may be either. */
const GIVING = new Set(
  (
    'give tell teach ask show offer pay promise notify instruct charge save send lend grant owe bring write inform remind ' +
    'assure warn advise order email afford allow award deny leave'
  ).split(' '),
)
/** Verbs after which a noun is said of another noun, or of the subject. */
const NAMING = new Set(
  (
    'call consider make name elect appoint declare remain become look stay feel seem keep find think deem drive let see ' +
    'prove'
  ).split(' '),
)

export function partFeatures(syntax: Syntax, at: number): Features {
  const token = syntax.tokens[at]
  if (token === undefined) return {}
  const span = subtree(syntax, at)
  const features: Record<string, number> = { ...spanFeatures(syntax, at, span) }
  const governor = syntax.tokens[token.head]
  if (governor !== undefined && GIVING.has(governor.lemma)) {
    features['verb of giving'] = 1
    if (token.upos === 'PRON' || token.upos === 'PROPN') features['person given'] = 1
  }
  if (governor !== undefined && NAMING.has(governor.lemma)) features['verb of naming'] = 1
  if (governor?.lemma === 'have') features['verb have'] = 1
  features.distance = Math.log(Math.abs(token.head - at) + 1)
  if (span.from === token.head + 1) features.adjacent = 1
  if (span.to - span.from <= 2) features[`words ${span.to - span.from}`] = 1
  features[`xpos ${token.xpos}`] = 1
  features[`governor xpos ${governor?.xpos ?? ''}`] = 1
  features[`first xpos ${syntax.tokens[span.from]?.xpos ?? ''}`] = 1
  if (token.relation === 'acl:relcl') Object.assign(features, relativeFeatures(syntax, at))
  if (token.relation === 'obj')
    Object.assign(features, contextFeatures(syntax, span), objectFeatures(syntax, at))
  features.sentence = Math.log(syntax.tokens.length)
  return features
}

/** "who" wants a person; a clause with "that" and nothing missing says what an idea is, and is no relative. */
function relativeFeatures(syntax: Syntax, at: number): Record<string, number> {
  const first = lower(syntax, subtree(syntax, at).from)
  const governor = syntax.tokens[syntax.tokens[at]?.head ?? -1]
  const opening = RELATIVES.has(first) ? first : 'other'
  const subjects = childrenBy(syntax, at, 'nsubj')
  const relative = subjects.some((child) => RELATIVES.has(lower(syntax, child)))
  return {
    [`opens ${opening}`]: 1,
    [`${opening} after ${governor?.upos ?? ''}`]: 1,
    [relative ? 'word is subject' : `subjects ${Math.min(2, subjects.length)}`]: 1,
    ...(childrenBy(syntax, at, 'obj').length > 0 ? { 'has object': 1 } : {}),
  }
}

const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'that', 'where', 'when', 'why'])
