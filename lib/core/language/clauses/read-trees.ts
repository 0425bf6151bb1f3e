/** From a parsed sentence to what can be asked of it. */
import { type Syntax, syntaxOf } from '../spans/syntax'
import type { Sentence } from '../tree'
import { appositionsOf } from './appositions'
import { clausesOf } from './clauses'
import { joinConjuncts } from './conjunct-choice'
import { coordinationsOf } from './coordinations'
import { nounPhrasesOf } from './noun-phrases'
import type { Apposition, Clause, Coordination, NounPhrase } from './shapes'

export interface SentenceTrees {
  /** The tree that all of it was read from: each conjunct joined where tree and likeness together would have it. */
  readonly syntax: Syntax
  readonly clauses: readonly Clause[]
  readonly nounPhrases: readonly NounPhrase[]
  readonly coordinations: readonly Coordination[]
  readonly appositions: readonly Apposition[]
}

export function readTrees(sentence: Sentence): SentenceTrees {
  const syntax = syntaxOf(joinConjuncts(sentence.tokens))
  return {
    syntax,
    clauses: clausesOf(syntax),
    nounPhrases: nounPhrasesOf(syntax),
    coordinations: coordinationsOf(syntax),
    appositions: appositionsOf(syntax),
  }
}
