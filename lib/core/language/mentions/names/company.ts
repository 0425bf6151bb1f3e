/** Names that stand in one list are mostly of one type. */
import type { Entity } from '../same/entities'
import { spanKey } from '../same/spellings'
import type { NameSpan } from './name-spans'
import { bestOf, PRIOR, type Scores } from './scores'

/** "Lind, X and Holm": names in one list are mostly of one type. */
export function companyEvidence(
  spans: readonly NameSpan[],
  entities: readonly Entity[],
  scores: ReadonlyMap<Entity, Scores>,
): Map<Entity, Partial<Scores>> {
  const entityOf = new Map(
    entities.flatMap((entity) => entity.spellings.map(({ key }) => [key, entity] as const)),
  )
  const company = new Map<Entity, Partial<Scores>>()
  for (const run of coordinatedRuns(spans)) {
    const members = run.flatMap((span) => entityOf.get(spanKey(span)) ?? [])
    for (const member of members) {
      const others = members
        .filter((other) => other !== member)
        .map((o) => bestOf(scores.get(o) ?? PRIOR))
      const sure = others.filter((other) => other.probability > 0.75)
      const type = sure[0]?.type
      if (type === undefined || sure.some((other) => other.type !== type)) continue
      company.set(member, { [type]: Math.min(2.5, 1 + 0.5 * sure.length) })
    }
  }
  return company
}

/** Runs of names with nothing but commas, "and", "or" and bracketed aliases between them. */
function coordinatedRuns(spans: readonly NameSpan[]): NameSpan[][] {
  const runs: NameSpan[][] = []
  let run: NameSpan[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = run.at(-1)
    if (last === undefined || !isJoined(last, span)) {
      run = []
      runs.push(run)
    }
    run.push(span)
  }
  return runs.filter(isList)
}

/** "At Umber, Kerr won" is no list: one has an "and", or a good many commas. */
const isList = (members: readonly NameSpan[]): boolean =>
  members.length > 3 ||
  members.slice(1).some((span, at) => /^(?:and|or|&)$/.test(linkOf(members[at], span)))

/** The last word between two names that is none of "the" and marks. */
function linkOf(last: NameSpan | undefined, { sentence: { tokens }, first }: NameSpan): string {
  const between = tokens.slice((last?.last ?? first) + 1, first).map((t) => t.text.toLowerCase())
  return between.filter((word) => word !== 'the').at(-1) ?? ''
}

/** "At Umber and Brae, Kerr won": behind the comma the subject begins, and the list before it is none of subjects. */
function opensClause({ sentence: { tokens }, first, last }: NameSpan, next: NameSpan): boolean {
  const isSubject = (from: number, to: number): boolean =>
    tokens.slice(from, to + 1).some(({ relation }) => relation.startsWith('nsubj'))
  const isComma = tokens[last + 1]?.text === ',' && next.first === last + 2
  const isConjunct = tokens
    .slice(first, last + 1)
    .some((t) => t.relation === 'conj' && tokens[t.head]?.relation.startsWith('nsubj'))
  return isComma && isSubject(next.first, next.last) && !isSubject(first, last) && !isConjunct
}

function isJoined(last: NameSpan, next: NameSpan): boolean {
  if (last.sentence !== next.sentence || next.first <= last.last) return false
  if (opensClause(last, next)) return false
  const between = last.sentence.tokens
    .slice(last.last + 1, next.first)
    .map((t) => t.text.toLowerCase())
  return /^(?:\($|\) )?(?:,|and|or|, and|, or|&)?(?: the)?$/.test(between.join(' '))
}
