/** A share is so many of so many, with how sure one can be of it. */
export type Share = {
  readonly of: number
  /** How many of them were recalled. */
  readonly recalled: number
}

export type Range = { readonly low: number; readonly high: number }

/** The normal deviate that leaves 2.5 % on each side. */
const Z95 = 1.959964

/**
 * The 95 % score interval for the probability behind a share (E. B. Wilson, JASA 22, 1927): unlike the plain one it
 * stays within 0 … 1 and says something true about few and about all of them. 0 … 1 where nothing was asked.
 */
export function wilson({ of, recalled }: Share): Range {
  if (of === 0) return { low: 0, high: 1 }
  const share = recalled / of
  const spread = Z95 ** 2 / of
  const centre = share + spread / 2
  const half = Z95 * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))
  // The ends are exact where nothing or everything was recalled; rounding must not push them out.
  return {
    low: recalled === 0 ? 0 : Math.max(0, (centre - half) / (1 + spread)),
    high: recalled === of ? 1 : Math.min(1, (centre + half) / (1 + spread)),
  }
}

export const sumOf = (shares: readonly Share[]): Share => ({
  of: shares.reduce((sum, share) => sum + share.of, 0),
  recalled: shares.reduce((sum, share) => sum + share.recalled, 0),
})
