/** Discrimination: whether those who know the rest know this item too. */

/** From so many people on a correlation is shown: with fewer it is all chance (with 10 it is significant from 0.55 on). */
export const PEOPLE_TO_CORRELATE = 10

export type Discrimination = {
  /** −1 … 1, of people's share right in the item with their share right in all others. */
  readonly r: number
  readonly people: number
  /** The upper end of what it may be, 95 % sure: below 0, who knows more gets it wrong more. */
  readonly high: number
}

/**
 * Pearson's correlation with a one-sided bound (R. A. Fisher's z, 1921); null with too few people, or where nobody differs
 * from the others in one of the two.
 */
export function discriminationOf(
  people: readonly { readonly item: number; readonly rest: number }[],
): Discrimination | null {
  if (people.length < PEOPLE_TO_CORRELATE) return null
  const r = correlation(people.map(({ item, rest }) => [item, rest]))
  if (r === null) return null
  const z = Math.atanh(Math.min(0.999999, Math.max(-0.999999, r)))
  return { r, people: people.length, high: Math.tanh(z + Z / Math.sqrt(people.length - 3)) }
}

/** The normal deviate that leaves 5 % above it. */
const Z = 1.644854

/** Null where one of the two does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n
  let xx = 0
  let yy = 0
  let xy = 0
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
    xy += (x - meanX) * (y - meanY)
  }
  // What rounding leaves of equal shares is no variation.
  if (xx < 1e-12 || yy < 1e-12) return null
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}
