/** Civil time is what calendar and clock on the wall of a time zone show at an instant. */

export type CivilTime = {
  /** The date, as whole days since 1970-01-01. */
  readonly days: number
  /** 0 … 23 */
  readonly hour: number
}

// Making a formatter costs a hundred times what using one does.
const formatters = new Map<string, Intl.DateTimeFormat>()
/** There are some 600 zones with their aliases; more names than that are not worth remembering. */
const MAX_FORMATTERS = 1000

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  })
  if (formatters.size >= MAX_FORMATTERS) formatters.clear()
  formatters.set(timeZone, made)
  return made
}

/** True for the name of a zone in the IANA database ('Europe/Lisbon', 'UTC'); bare offsets ('+02:00') are not names. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    formatterFor(zone)
    return true
  } catch {
    return false
  }
}

/** Throws RangeError for an unknown zone or an instant that no Date can hold. */
export function civilTime(atMs: number, timeZone: string): CivilTime {
  const found = { year: Number.NaN, month: Number.NaN, day: Number.NaN, hour: Number.NaN }
  for (const part of formatterFor(timeZone).formatToParts(atMs)) {
    if (part.type in found) found[part.type as keyof typeof found] = Number(part.value)
  }
  const days = Date.UTC(found.year, found.month - 1, found.day) / 86_400_000
  return { days, hour: found.hour }
}
