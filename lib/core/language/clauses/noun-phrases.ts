/** The noun phrases of a sentence: head, determiner, modifiers, quantity, possessor, of-phrases, relative clauses. */
import { childrenBy, kindOf, lower, type Syntax } from '../spans/syntax'
import { nounPhraseSpan, partPhrase, prepositionalPhrase } from './phrases'
import type { NounPhrase, PrepositionalPhrase } from './shapes'

/** A word inside a name or a compound heads no phrase of its own. */
const INNER = new Set([
  'compound',
  'flat',
  'fixed',
  'goeswith',
  'cc',
  'case',
  'mark',
  'punct',
  'det',
])

export function nounPhrasesOf(syntax: Syntax): NounPhrase[] {
  return syntax.tokens.flatMap((_, at) =>
    headsNounPhrase(syntax, at) ? [nounPhraseOf(syntax, at)] : [],
  )
}

export function headsNounPhrase(syntax: Syntax, at: number): boolean {
  const upos = syntax.tokens[at]?.upos
  return (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') && !INNER.has(kindOf(syntax, at))
}

export function nounPhraseOf(syntax: Syntax, head: number): NounPhrase {
  const phrases = childrenBy(syntax, head, 'nmod')
    .filter((at) => syntax.tokens[at]?.relation !== 'nmod:poss')
    .map((at) => prepositionalPhrase(syntax, at, 'noun phrase'))
  const isOf = (phrase: PrepositionalPhrase) => phrase.preposition === 'of'
  const possessor = childrenBy(syntax, head, 'nmod').find(
    (at) => syntax.tokens[at]?.relation === 'nmod:poss',
  )
  const quantity = childrenBy(syntax, head, 'nummod')[0] ?? quantifier(syntax, head)
  return {
    ...nounPhraseSpan(syntax, head),
    determiner: childrenBy(syntax, head, 'det').find((at) => at !== quantity) ?? null,
    modifiers: childrenBy(syntax, head, 'amod', 'compound')
      .filter((at) => at < head)
      .map((at) => nounPhraseSpan(syntax, at)),
    quantity: quantity === undefined ? null : nounPhraseSpan(syntax, quantity),
    possessor: possessor === undefined ? null : nounPhraseSpan(syntax, possessor),
    ofPhrases: phrases.filter(isOf),
    otherPhrases: phrases.filter((phrase) => !isOf(phrase)),
    relatives: childrenBy(syntax, head, 'acl')
      .filter((at) => syntax.tokens[at]?.relation === 'acl:relcl')
      .map((at) => partPhrase(syntax, at, 'relative clause')),
  }
}

const QUANTIFIERS = new Set(
  'all most many few several some both every each half no more less much any'.split(' '),
)

const quantifier = (syntax: Syntax, head: number): number | undefined =>
  childrenBy(syntax, head, 'det', 'amod').find((at) => QUANTIFIERS.has(lower(syntax, at)))
