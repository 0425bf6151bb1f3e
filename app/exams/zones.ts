/** The zones one can choose among, with these whether the list has them or not ('UTC' is in none). */
export const zonesWith = (...zones: string[]): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), ...zones])].sort()
