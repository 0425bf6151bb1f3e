/** Figures: with points, commas and colons inside, as dates, ordinals, decades, fractions and telephone numbers. */

const TELEPHONE = /(?:\d-)?\d{3}[-.]\d{3}[-.]\d{4}(?![\d-])|\d{3}-\d{4}(?![\d-])/uy
const DATE = /\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?![\p{L}\p{N}])/uy
const FRACTION = /\d{1,4}\/\d{1,4}(?![\p{L}\p{N}/])/uy
const ORDINAL = /\d[\d,]{0,12}(?:st|nd|rd|th)(?!\p{L})/iuy
const DECADE = /\d{2,4}['’]?s(?![\p{L}\p{N}])/uy
const FIGURE = /[+]?(?:\d+(?:[.,:]\d+)*|\.\d+)/uy
/** "5km": the figure and its unit are two tokens; "3D", "4chan", "6N" are one word. */
const UNIT =
  /(?:mm|cm|km|m|kg|mg|g|ml|l|lbs?|oz|ft|in|yds?|mi|mph|kph|k[bW]|kHz|[MG]?Hz|hz|[KMGT]B|mb|gb|MWh?|kWh|[kKMBCFVWbcfvwtx]|MM|bn|mn|hrs?|mins?|secs?|[ap]m|[AP]M|[ap]\.m\.?|days?|years?|persons?|minutes?|percent)(?![\p{L}\p{N}])/uy

/** How many characters the number at `at` takes; 0 for no number, or for a word that begins with figures. */
export function readNumber(text: string, at: number): number {
  const char = text[at] ?? ''
  const loose = at === 0 || !/[\p{L}\p{N}.]/u.test(text[at - 1] ?? ' ')
  if (!/\d/.test(char) && !(loose && /[.+]/.test(char))) return 0
  for (const pattern of [TELEPHONE, DATE, FRACTION, ORDINAL, DECADE]) {
    const width = take(pattern, text, at)
    if (width > 0) return width
  }
  const width = take(FIGURE, text, at)
  if (width === 0 || !/\p{L}/u.test(text[at + width] ?? '')) return width
  return take(UNIT, text, at + width) > 0 ? width : 0
}

function take(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
