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
  return runs.filter((members) => members.length > 1)
}

function isJoined(last: NameSpan, next: NameSpan): boolean {
  if (last.sentence !== next.sentence || next.first <= last.last) return false
  const between = last.sentence.tokens
    .slice(last.last + 1, next.first)
    .map((t) => t.text.toLowerCase())
  return /^(?:\($|\) )?(?:,|and|or|, and|, or|&)?(?: the)?$/.test(between.join(' '))
}
