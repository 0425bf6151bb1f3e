/** The clauses of a sentence, each with its subject, verb, object and what else goes with the verb. */
import { childrenBy, kindOf, type Syntax } from '../spans/syntax'
import { clauseKindOf, clauseMarker, headsClause, sortOf, sourceOf } from './clause-kinds'
import { isAgent } from './parts'
import { partPhrase, phraseAt, predicatePhrase, prepositionalPhrase } from './phrases'
import type { Clause, Subject } from './shapes'
import { verbGroupOf } from './verb-groups'

export function clausesOf(syntax: Syntax): Clause[] {
  const heads = syntax.tokens.flatMap((_, at) =>
    headsClause(syntax, at) && verbGroupOf(syntax, at) !== null ? [at] : [],
  )
  const places = new Map(heads.map((head, place) => [head, place]))
  return heads.flatMap((head) => {
    const clause = clauseAt(syntax, head, places)
    return clause === null ? [] : [clause]
  })
}

function clauseAt(syntax: Syntax, head: number, places: Map<number, number>): Clause | null {
  const verb = verbGroupOf(syntax, head)
  if (verb === null) return null
  const kind = clauseKindOf(syntax, head)
  const marker = clauseMarker(syntax, head)
  const agent = childrenBy(syntax, head, 'obl').find((at) => isAgent(syntax, at))
  const obliques = childrenBy(syntax, head, 'obl').filter((at) => at !== agent)
  return {
    ...clauseSpan(syntax, head, kind),
    kind,
    parent: kind === 'main' ? null : parentOf(syntax, head, places),
    marker,
    sort: kind === 'adverbial' ? sortOf(syntax, head, marker) : null,
    source: kind === 'reported' ? sourceOf(syntax, head) : null,
    verb,
    subject: subjectOf(syntax, head),
    object: only(syntax, head, 'obj', 'object'),
    indirectObject: only(syntax, head, 'iobj', 'indirect object'),
    agent: agent === undefined ? null : prepositionalPhrase(syntax, agent, 'agent'),
    predicate: predicatePhrase(syntax, head),
    complements: childrenBy(syntax, head, 'xcomp', 'ccomp').map((at) =>
      partPhrase(syntax, at, 'complement'),
    ),
    obliques: obliques.map((at) => prepositionalPhrase(syntax, at, 'oblique')),
  }
}

function clauseSpan(syntax: Syntax, head: number, kind: Clause['kind']) {
  if (kind === 'relative') return partPhrase(syntax, head, 'relative clause')
  if (kind === 'adverbial' || kind === 'modifier')
    return partPhrase(syntax, head, 'adverbial clause')
  if (kind === 'coordinated') return partPhrase(syntax, head, 'conjunct')
  if (kind === 'reported' || kind === 'complement') return partPhrase(syntax, head, 'complement')
  // The main clause is the sentence: what is in doubt is its verb alone.
  const { from, to } = syntax.reach[head] ?? { from: head, to: head + 1 }
  return phraseAt(syntax, head, { from, to }, syntax.tokens[head]?.headProbability ?? 0)
}

function parentOf({ tokens }: Syntax, head: number, places: Map<number, number>): number | null {
  let at = tokens[head]?.head ?? -1
  for (let steps = 0; steps < tokens.length && at >= 0; steps++) {
    const place = places.get(at)
    if (place !== undefined) return place
    at = tokens[at]?.head ?? -1
  }
  return null
}

function only(syntax: Syntax, head: number, relation: string, gate: 'object' | 'indirect object') {
  const at = childrenBy(syntax, head, relation)[0]
  return at === undefined ? null : partPhrase(syntax, at, gate)
}

/**
 * Its own; or, joined by "and" with none of its own, that of the clause it is joined to. A clause with a mark of its own
 * ("and when …") or in another form ("and having gone") shares nothing for certain.
 */
function subjectOf(syntax: Syntax, head: number): Subject | null {
  const own = childrenBy(syntax, head, 'nsubj', 'csubj')[0]
  if (own !== undefined) return { ...partPhrase(syntax, own, 'subject'), shared: false }
  const token = syntax.tokens[head]
  const first = token?.head ?? -1
  if (token === undefined || kindOf(syntax, head) !== 'conj' || first >= head) return null
  if (childrenBy(syntax, head, 'mark', 'expl').length > 0) return null
  const above = childrenBy(syntax, first, 'nsubj', 'csubj')[0]
  if (above === undefined) return null
  if (verbGroupOf(syntax, head)?.form !== verbGroupOf(syntax, first)?.form) return null
  const shared = partPhrase(syntax, above, 'subject')
  const joined = token.headProbability * token.relationProbability
  return { ...shared, confidence: shared.confidence * joined, shared: true }
}
