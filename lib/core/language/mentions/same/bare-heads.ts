/** Which of several bodies, papers or events "the Court" means, place by place. */
import type { NameSpan } from '../names/name-spans'
import { headOf, isHead } from './short-forms'

/** A name of several words, as the text decides it. */
interface Headed {
  readonly name: string
}

interface Known<T> {
  /** By their heads, each with how often it was named. */
  readonly counts: Map<string, Map<T, number>>
  here: Set<T>
  paragraph: number
  /** Of each head, what it has last meant by itself. */
  readonly holders: Map<string, T>
}

/**
 * What each bare head means, of those that were named before: what is named four times as often as any other; else the one that
 * its paragraph names; else the one that it meant last; else what is named twice as often. Otherwise it stays open.
 */
export function headsMeant<T extends Headed>(
  spans: readonly NameSpan[],
  fullOf: (span: NameSpan) => T | null,
  paragraphOf: (span: NameSpan) => number,
): Map<NameSpan, T> {
  const known: Known<T> = { counts: new Map(), here: new Set(), paragraph: -1, holders: new Map() }
  const bares = baresOf(spans)
  const byName = new Map<string, T>()
  const found = new Map<NameSpan, T>()
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (paragraphOf(span) !== known.paragraph) {
      known.here = new Set()
      known.paragraph = paragraphOf(span)
    }
    const named = fullOf(span)
    const full = named === null ? null : (byName.get(named.name) ?? named)
    if (full !== null) byName.set(full.name, full)
    const head = full === null ? null : headOf(full.name)
    if (full !== null && head !== null) {
      const counts = known.counts.get(head) ?? new Map<T, number>()
      known.counts.set(head, counts.set(full, (counts.get(full) ?? 0) + 1))
      known.here.add(full)
    } else if (bares.has(span)) {
      const meant = meantBy(span.name.toLowerCase(), known)
      if (meant !== null) found.set(span, meant)
    }
  }
  return found
}

/** What a text calls "Parliament" without "the" is a name of its own. */
function baresOf(spans: readonly NameSpan[]): Set<NameSpan> {
  const bare = spans.filter((span) => !span.name.includes(' ') && isHead(span.name.toLowerCase()))
  /** Of each name, how often "the" goes before it more than it is left out. */
  const surplus = new Map<string, number>()
  for (const { name, afterThe } of bare)
    surplus.set(name, (surplus.get(name) ?? 0) + (afterThe ? 1 : -1))
  return new Set(bare.filter((span) => span.afterThe && (surplus.get(span.name) ?? 0) >= 0))
}

function meantBy<T>(head: string, { counts, here, holders }: Known<T>): T | null {
  const known = [...(counts.get(head) ?? [])].sort(([, a], [, b]) => b - a)
  const [most, next] = known
  if (most === undefined) return null
  const leads = (times: number): boolean => next === undefined || most[1] >= times * next[1]
  const near = known.filter(([full]) => here.has(full))
  const [only] = near.length === 1 ? near : []
  const usual = only?.[0] ?? holders.get(head) ?? (leads(2) ? most[0] : null)
  const meant = leads(4) ? most[0] : usual
  if (meant !== null) holders.set(head, meant)
  return meant
}
