/** How sure the bounds of a noun phrase, or of what is said of a subject, are. */
import { type Features, logOdds, spanFeatures } from '../spans/features'
import { childrenBy, kindOf, type Span, type Syntax } from '../spans/syntax'

export function nounPhraseFeatures(syntax: Syntax, head: number, span: Span): Features {
  const token = syntax.tokens[head]
  return {
    ...spanFeatures(syntax, head, span),
    [`xpos ${token?.xpos ?? ''}`]: 1,
    [`as ${kindOf(syntax, head)}`]: 1,
    sentence: Math.log(syntax.tokens.length),
  }
}

export function predicateFeatures(syntax: Syntax, head: number, span: Span): Features {
  const copula = syntax.tokens[childrenBy(syntax, head, 'cop')[0] ?? -1]
  const token = syntax.tokens[head]
  return {
    ...spanFeatures(syntax, head, span),
    copula: logOdds((copula?.headProbability ?? 1) * (copula?.relationProbability ?? 1)),
    [`xpos ${token?.xpos ?? ''}`]: 1,
    [`as ${kindOf(syntax, head)}`]: 1,
    [childrenBy(syntax, head, 'nsubj').length > 0 ? 'has subject' : 'no subject']: 1,
  }
}
