/** Middle and ends of what was measured. */

/** The value below which the share `part` of the values lies; of 0.5 the median. Nearest rank. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(part * sorted.length)))
  const value = sorted[rank - 1]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
