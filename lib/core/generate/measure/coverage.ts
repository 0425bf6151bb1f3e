/** Coverage: which of the facts that a reader finds in a text have an item that asks for them. */
import type { ProposedItem } from '@/lib/core/items/item'
import type { Span } from '@/lib/core/text/source'
import type { FactType } from '../gold/gold-set'
import type { PlacedFact } from '../gold/place-facts'
import { contentWords } from './content-words'
import { answersFact, type CheckAnswer } from './says-the-same'

export type FactCovered = PlacedFact & {
  /** The key of the item that asks for it; null where none does. */
  readonly by: string | null
}

/**
 * An item covers a fact when its evidence overlaps a sentence that says it and its answer is the fact's. It covers one:
 * where two facts of a sentence have the same answer (fuel and sugar, both 90 per cent), one item does not ask for both.
 */
export function coverage(
  facts: readonly PlacedFact[],
  items: readonly ProposedItem[],
  check: CheckAnswer,
): readonly FactCovered[] {
  const candidates = facts.map((placed) => candidatesOf(placed, items, check))
  // The important first: a fact that has its item keeps one, whatever comes after.
  const order = [...facts.keys()].sort(
    (a, b) => (facts[b]?.fact.importance ?? 0) - (facts[a]?.fact.importance ?? 0) || a - b,
  )
  const factOf = new Map<string, number>()
  for (const at of order) assign(at, candidates, factOf, new Set())
  const itemOf = new Map([...factOf].map(([key, at]) => [at, key]))
  return facts.map((placed, at) => ({ ...placed, by: itemOf.get(at) ?? null }))
}

/** Keys of the items that ask for it; the one whose question is most like the fact first. */
function candidatesOf(
  { fact, sentences }: PlacedFact,
  items: readonly ProposedItem[],
  check: CheckAnswer,
): readonly string[] {
  const words = new Set(contentWords(fact.fact))
  const shared = (item: ProposedItem): number =>
    contentWords(item.question).filter((word) => words.has(word)).length
  return items
    .filter((item) => item.evidence.some((e) => sentences.some((s) => overlap(e, s))))
    .filter((item) => answersFact(item, fact, check))
    .map((item) => ({ key: item.key, shared: shared(item) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ key }) => key)
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Gives the fact an item, moving others to another of theirs where that makes room (Kuhn 1955). */
function assign(
  at: number,
  candidates: readonly (readonly string[])[],
  factOf: Map<string, number>,
  tried: Set<string>,
): boolean {
  for (const key of candidates[at] ?? []) {
    if (tried.has(key)) continue
    tried.add(key)
    const holder = factOf.get(key)
    if (holder === undefined || assign(holder, candidates, factOf, tried)) {
      factOf.set(key, at)
      return true
    }
  }
  return false
}

export type Share = { readonly of: number; readonly covered: number }

export type CoverageCounts = {
  readonly all: Share
  readonly byImportance: Readonly<Record<1 | 2 | 3, Share>>
  /** Only the types that there are. */
  readonly byType: Readonly<Partial<Record<FactType, Share>>>
}

export function countCoverage(facts: readonly FactCovered[]): CoverageCounts {
  const share = (some: readonly FactCovered[]): Share => ({
    of: some.length,
    covered: some.filter((f) => f.by !== null).length,
  })
  const important = (n: 1 | 2 | 3): Share => share(facts.filter((f) => f.fact.importance === n))
  const types = [...new Set(facts.map((f) => f.fact.type))].sort()
  return {
    all: share(facts),
    byImportance: { 1: important(1), 2: important(2), 3: important(3) },
    byType: Object.fromEntries(
      types.map((type) => [type, share(facts.filter((f) => f.fact.type === type))]),
    ),
  }
}
