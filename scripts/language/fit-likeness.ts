/**
 * Fits what the page alone says of two phrases (lib/core/language/spans/likeness.json) to keyed trees, those that the parser
 * was trained on too: of an apposition, whether the second phrase explains the first; of a conjunct, which word it is joined to.
 */
import { appositionSurface } from '@/lib/core/language/clauses/apposition-features'
import { appositionCandidates } from '@/lib/core/language/clauses/apposition-patterns'
import { matchFeatures, possibleHeads } from '@/lib/core/language/clauses/conjunct-heads'
import type { NamedSentence } from '@/lib/core/language/conllu'
import { kindOf, type Syntax, subtree, syntaxOf } from '@/lib/core/language/spans/syntax'
import { type Case, fitLogistic, type Logistic } from './logistic'

export function fitLikeness(training: readonly NamedSentence[]): {
  surface: Logistic
  match: Logistic
} {
  const trees = training.map(({ sentence }) => syntaxOf(sentence.tokens))
  return {
    surface: fitLogistic(trees.flatMap(appositionCases), { ridge: 5, rare: 10 }),
    match: fitLogistic(trees.flatMap(conjunctCases), { ridge: 3, rare: 30 }),
  }
}

function appositionCases(syntax: Syntax): Case[] {
  return appositionCandidates(syntax)
    .filter((one) => one.pattern !== 'tree')
    .map((one) => {
      const token = syntax.tokens[one.second]
      const span = subtree(syntax, one.second)
      const right =
        token?.relation === 'appos' &&
        token.head === one.first &&
        span.from === one.span.from &&
        span.to === one.span.to
      return { features: appositionSurface(syntax, one), right }
    })
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
