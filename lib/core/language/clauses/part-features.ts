/** How sure a part of a clause is: the tree's probabilities, and what the verb and the words at its edges are like. */
import { type Features, spanFeatures } from '../spans/features'
import { type Syntax, subtree } from '../spans/syntax'

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
  features.sentence = Math.log(syntax.tokens.length)
  return features
}
