/** What a desired retention means, in plain words. */

/** Whole per cent that can be chosen. */
export const RETENTIONS = [70, 75, 80, 85, 88, 90, 92, 94, 95, 96, 97] as const

/** 'about one answer in ten is forgotten' */
export function forgottenShare(retention: number): string {
  const one = Math.round(1 / (1 - retention))
  return `about one answer in ${one} is forgotten when it comes back`
}
