/** Which constructions make nothing more for somebody, by what they decided on the items of each. */

/** What became of the items of one construction. */
export type ConstructionTally = {
  readonly construction: string
  readonly proposed: number
  /** Kept, edited or not, and not called bad since. */
  readonly kept: number
  readonly rejected: number
  /** Kept first, and called bad when it was asked. */
  readonly bad: number
}

/** With fewer decisions the share may be chance. */
export const LEAST_DECISIONS = 30
export const LEAST_KEPT = 0.8

export const decidedOf = ({ kept, rejected, bad }: ConstructionTally): number =>
  kept + rejected + bad

export const isSwitchedOff = (tally: ConstructionTally): boolean =>
  decidedOf(tally) >= LEAST_DECISIONS && tally.kept < LEAST_KEPT * decidedOf(tally)

export const switchedOff = (tallies: readonly ConstructionTally[]): ReadonlySet<string> =>
  new Set(tallies.filter(isSwitchedOff).map(({ construction }) => construction))
