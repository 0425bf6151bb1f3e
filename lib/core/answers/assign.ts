/** Assigns each row to a column of its own: as many as can be, those without a mistake first. */

/** `costs[row][column]` is null where they do not go together. The answer: each row's column, or null. */
export function assign(costs: readonly (readonly (number | null)[])[]): (number | null)[] {
  const rowOf = new Map<number, number>()
  const levels = [...new Set(costs.flat().filter((cost) => cost !== null))].sort((a, b) => a - b)
  // Level by level, so that a misspelled word never takes what another row has exactly.
  for (const most of levels) {
    for (let row = 0; row < costs.length; row++) {
      if (![...rowOf.values()].includes(row)) augment(costs, row, most, rowOf, new Set())
    }
  }
  const columnOf = new Map([...rowOf].map(([column, row]) => [row, column]))
  return costs.map((_, row) => columnOf.get(row) ?? null)
}

/** One step of the Hungarian method for matchings: finds a column for `row`, moving others where they can. */
function augment(
  costs: readonly (readonly (number | null)[])[],
  row: number,
  most: number,
  rowOf: Map<number, number>,
  seen: Set<number>,
): boolean {
  for (const [column, cost] of (costs[row] ?? []).entries()) {
    if (cost === null || cost > most || seen.has(column)) continue
    seen.add(column)
    const holder = rowOf.get(column)
    if (holder !== undefined && !augment(costs, holder, most, rowOf, seen)) continue
    rowOf.set(column, row)
    return true
  }
  return false
}
