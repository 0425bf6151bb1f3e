/**
 * Fits which word a conjunct is joined to by what the two have in common (lib/core/language/spans/likeness.json) to keyed
 * trees, those that the parser was trained on too: no parse is needed.
 */
import { matchFeatures, possibleHeads } from '@/lib/core/language/clauses/conjunct-heads'
import type { NamedSentence } from '@/lib/core/language/conllu'
import { kindOf, type Syntax, syntaxOf } from '@/lib/core/language/spans/syntax'
import { type Case, fitLogistic, type Logistic } from './logistic'

export function fitLikeness(training: readonly NamedSentence[]): Logistic {
  const trees = training.map(({ sentence }) => syntaxOf(sentence.tokens))
  return fitLogistic(trees.flatMap(conjunctCases), { ridge: 3, rare: 30 })
}

/** Every word that a conjunct could be joined to; the right one among them. */
function conjunctCases(syntax: Syntax): Case[] {
  return syntax.tokens.flatMap((token, at) => {
    if (kindOf(syntax, at) !== 'conj') return []
    const heads = possibleHeads(syntax, at)
    if (heads.length < 2 || !heads.includes(token.head)) return []
    return heads.map((head) => ({
      features: matchFeatures(syntax, head, at),
      right: head === token.head,
    }))
  })
}
