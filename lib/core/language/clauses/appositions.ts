/** "A, the X of Y," and "X (Y)": by the surface and the tree together. */
import { confidence } from '../spans/gates'
import { type Span, type Syntax, trimmed } from '../spans/syntax'
import type { Candidate } from './apposition-candidate'
import { appositionFeatures } from './apposition-features'
import { appositionCandidates } from './apposition-patterns'
import { nounSpan, phraseAt } from './phrases'
import type { Apposition } from './shapes'

/** The likeliest reading of each explaining phrase; less likely ones of the same words are left out. */
export function appositionsOf(syntax: Syntax): Apposition[] {
  const sure = appositionCandidates(syntax)
    .map((one) => ({ one, sure: sureOf(syntax, one) }))
    .filter(({ sure }) => sure >= LIKELY)
    .sort((a, b) => b.sure - a.sure)
  const taken = new Set<number>()
  const found: Apposition[] = []
  for (const { one, sure: confident } of sure) {
    if (taken.has(one.second)) continue
    taken.add(one.second)
    found.push({
      of: phraseAt(syntax, one.first, explained(syntax, one), confident),
      by: phraseAt(syntax, one.second, one.span, confident),
      confidence: confident,
    })
  }
  return found.sort((a, b) => a.by.from - b.by.from)
}

/** Most commas open no apposition: it is offered only where it is likelier than not. */
export const LIKELY = 0.5

const sureOf = (syntax: Syntax, one: Candidate): number =>
  confidence('apposition', appositionFeatures(syntax, one))

/** What is explained, without its preposition, up to the mark before the explanation. */
function explained(syntax: Syntax, { first, span }: Candidate): Span {
  const { from } = nounSpan(syntax, first)
  return trimmed(syntax, { from, to: Math.max(first + 1, span.from) })
}
