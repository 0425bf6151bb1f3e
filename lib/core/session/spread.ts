/** Spreading: what belongs together is asked apart, because the one would give away the other. */

type Placed = { readonly textId: string; readonly start: number; readonly end: number }

/** So many other questions come between two on the same sentence, as long as there are others. */
const APART = 4
/** How far ahead another is looked for; beyond it the order matters more. */
const LOOK_AHEAD = 60

/** Two lists made one, each keeping its order, the shorter spread evenly over the longer. */
export function merge<T>(first: readonly T[], second: readonly T[]): T[] {
  return takeShares([first, second])
}

/** Groups (decks) take turns in proportion to their sizes; within a group the order stays. */
export function takeTurns<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(groupOf(item))
    if (group) group.push(item)
    else groups.set(groupOf(item), [item])
  }
  return takeShares([...groups.values()])
}

/** The i-th of n stands at (i + ½) ⁄ n of the whole. */
function takeShares<T>(groups: readonly (readonly T[])[]): T[] {
  return groups
    .flatMap((group, g) => group.map((item, i) => ({ item, g, at: (i + 0.5) / group.length })))
    .sort((a, b) => a.at - b.at || a.g - b.g)
    .map(({ item }) => item)
}

/** Of each next few, the first that shares no evidence with the questions just before it is taken. */
export function keepSiblingsApart<T extends Placed>(items: readonly T[]): T[] {
  const next = items.slice(0, LOOK_AHEAD)
  const placed: T[] = []
  while (next.length > 0) {
    const recent = placed.slice(-APART)
    const free = next.findIndex((item) => !recent.some((other) => areSiblings(item, other)))
    placed.push(...next.splice(Math.max(0, free), 1))
    // `next` holds what is not placed yet of the items up to here.
    const seen = placed.length + next.length
    next.push(...items.slice(seen, seen + 1))
  }
  return placed
}

function areSiblings(a: Placed, b: Placed): boolean {
  return a.textId !== '' && a.textId === b.textId && a.start < b.end && b.start < a.end
}
