/** What the verb and its other parts say of an object: some verbs take a name or a person where most take a thing. */
import type { Features } from '../spans/features'
import { childrenBy, kindOf, lower, type Syntax } from '../spans/syntax'

export function objectFeatures(syntax: Syntax, at: number): Features {
  const token = syntax.tokens[at]
  const verb = token?.head ?? -1
  const governor = syntax.tokens[verb]
  if (token === undefined || governor === undefined) return {}
  const features: Record<string, number> = { [`verb ${governor.lemma}`]: 1 }
  if (token.upos === 'PRON' || token.upos === 'DET') features[`word ${lower(syntax, at)}`] = 1
  if (kindOf(syntax, verb) === 'conj') features[`joined verb ${firstObject(syntax, verb)}`] = 1
  for (const child of syntax.children[verb] ?? [])
    if (child !== at) features[`verb has ${kindOf(syntax, child)}${child > at ? ' later' : ''}`] = 1
  for (const child of syntax.children[at] ?? [])
    if (child > at) features[`tail ${kindOf(syntax, child)}`] = 1
  return features
}

/** "protect and defend the law": an object that both verbs share hangs from the first. */
function firstObject(syntax: Syntax, verb: number): string {
  const first = syntax.tokens[verb]?.head ?? verb
  if (childrenBy(syntax, first, 'obj').some((one) => one < verb)) return 'with an object before'
  return (syntax.reach[verb]?.from ?? verb) - first <= 1 ? 'without object' : 'other'
}
