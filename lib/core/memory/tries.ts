/** After how many reviews own weights are looked for: 1,000, 2,000, 4,000 … */

/** Fewer reviews tell too little of how somebody forgets, and leave too few later ones to check it on. */
export const FIRST_TRY = 1000

/** The next count at which a try is due. */
export function nextTry(reviews: number): number {
  let at = FIRST_TRY
  while (at <= reviews) at *= 2
  return at
}

/** The latest count that was reached by going from `before` to `after` reviews; null where none was. */
export function tryBetween(before: number, after: number): number | null {
  const next = nextTry(before)
  return next <= after ? nextTry(after) / 2 : null
}
