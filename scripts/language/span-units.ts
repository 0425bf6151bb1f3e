/** Each thing that a gate judges, found in a tree; a keyed tree gives the right ones. */
import { appositionFeatures } from '@/lib/core/language/clauses/apposition-features'
import { appositionCandidates } from '@/lib/core/language/clauses/apposition-patterns'
import { headsClause } from '@/lib/core/language/clauses/clause-kinds'
import { conjunctFeatures } from '@/lib/core/language/clauses/conjuncts'
import { nounPhraseFeatures, predicateFeatures } from '@/lib/core/language/clauses/noun-features'
import { headsNounPhrase } from '@/lib/core/language/clauses/noun-phrases'
import { partFeatures } from '@/lib/core/language/clauses/part-features'
import { partOf } from '@/lib/core/language/clauses/parts'
import { nounSpan, predicateSpan } from '@/lib/core/language/clauses/phrases'
import { verbFeatures, verbGroupOf } from '@/lib/core/language/clauses/verb-groups'
import type { Features } from '@/lib/core/language/spans/features'
import type { Gate } from '@/lib/core/language/spans/gates'
import { kindOf, type Span, type Syntax, subtree } from '@/lib/core/language/spans/syntax'

export interface Unit {
  readonly gate: Gate
  /** Two units with one key are the same: the head, what it hangs from, and the span. */
  readonly key: string
  readonly features: Features
  /** Units of one choice exclude each other: the reader offers the likeliest, if it is likelier right than not. */
  readonly choice?: string
}

/** What the reader would find, right or wrong. */
export function unitsOf(syntax: Syntax): Unit[] {
  const appositions = appositionCandidates(syntax).map(
    (one): Unit => ({
      gate: 'apposition',
      key: keyOf('apposition', one.second, one.first, one.span),
      features: appositionFeatures(syntax, one),
      choice: `apposition ${one.second}`,
    }),
  )
  return [...syntax.tokens.flatMap((_, at) => unitsAt(syntax, at)), ...appositions]
}

/** What a linguist has keyed. */
export function goldUnits(syntax: Syntax): Unit[] {
  return syntax.tokens.flatMap((token, at) => {
    const units = unitsAt(syntax, at, token.relation === 'obl:agent')
    if (kindOf(syntax, at) !== 'appos') return units
    const key = keyOf('apposition', at, token.head, subtree(syntax, at))
    return [...units, { gate: 'apposition' as const, key, features: {} }]
  })
}

function unitsAt(syntax: Syntax, at: number, agent?: boolean): Unit[] {
  const head = syntax.tokens[at]?.head ?? -1
  const units: Unit[] = []
  const add = (gate: Gate, features: Features, span: Span, hangs = head) =>
    units.push({ gate, key: keyOf(gate, at, hangs, span), features })
  const own = subtree(syntax, at)
  const found = partOf(syntax, at)
  const part = agent === undefined ? found : agent ? 'agent' : found === 'agent' ? 'oblique' : found
  if (part !== null) add(part, partFeatures(syntax, at), own)
  if (kindOf(syntax, at) === 'conj') add('conjunct', conjunctFeatures(syntax, at), own)
  if (headsNounPhrase(syntax, at)) {
    const noun = nounSpan(syntax, at)
    add('noun phrase', nounPhraseFeatures(syntax, at, noun), noun, -2)
  }
  const predicate = predicateSpan(syntax, at)
  if (predicate !== null) add('predicate', predicateFeatures(syntax, at, predicate), predicate, -2)
  const verb = headsClause(syntax, at) ? verbGroupOf(syntax, at) : null
  if (verb !== null) {
    const { main, auxiliaries, particle, form, tense, aspect, voice, negated } = verb
    const facts = [main, auxiliaries, particle, form, tense, aspect, voice, negated].join(' ')
    units.push({
      gate: 'verb group',
      key: `verb group ${at} ${facts}`,
      features: verbFeatures(syntax, at),
    })
  }
  return units
}

const keyOf = (gate: Gate, at: number, head: number, span: Span): string =>
  `${gate} ${at} < ${head} ${span.from}-${span.to}`
