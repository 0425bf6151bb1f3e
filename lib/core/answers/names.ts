/** Names of persons: in any order, with or without initials, by the last name alone. */
import { mistakesInText } from './spelling'
import { fold } from './words'

const INITIAL = /(?:^|[\s,])\p{Lu}\.(?:\s?-?\p{Lu}\.)*(?=[\s,]|$|\p{Lu}\p{Ll})/u
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|comrade|citizen|saint|st|general|colonel|president|senator|king|queen|emperor|tsar|pope|old|young)$/
const PARTICLE = /^(?:van|von|de|der|den|du|la|le|di|da|al|el|bin|ibn|ter|zu)$/
/** Words that show a name to be no person's. */
const NO_PERSON =
  /^(?:the|of|and|party|committee|congress|council|army|union|bank|state|states|republic|court|house|senate|league|society|church|company|bureau|board|ministry|government|office|act|war|peace|left|right|north|south|east|west|new|social|socialist|communist|communists|bolsheviks|mensheviks|united|central|national|federal|great|red|white|black|first|second|third)$/

export type PersonName = {
  readonly last: string
  /** First names and initials, folded. */
  readonly given: readonly string[]
  /** A single name may be anything's: first names in front of it are taken only where it is known to be a person's. */
  readonly known: boolean
}

/** The name of a person, where the text is one and nothing else; `person`: the item asks for a person. */
export function readPersonName(text: string, person: boolean): PersonName | null {
  const initials = INITIAL.test(text)
  if (!initials && !person) return null
  const parts = partsOf(text)
  const last = parts.at(-1)
  if (!last || last.length < 3 || parts.length > 5) return null
  // "George III": the number is what tells him from the others.
  if (parts.some((part) => NO_PERSON.test(part) || /\d/.test(part)) || /^[ivx]+$/.test(last))
    return null
  const words = text.replace(/[.,]/g, ' ').trim().split(/\s+/)
  if (!words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(fold(word)))) return null
  return { last, given: parts.slice(0, -1), known: person }
}

/** "Smirnov, V. M." and "V.M. Smirnov" alike: initials apart, titles and particles out. */
function partsOf(text: string): string[] {
  const [before, after, more] = text.split(',')
  const ordered = after !== undefined && more === undefined ? `${after} ${before}` : text
  return fold(ordered.replace(/\./g, '. '))
    .replace(/'/g, '')
    .split(/[\s.-]+/)
    .filter((part) => part !== '' && !TITLE.test(part) && !PARTICLE.test(part))
}

/** More than one name. */
const SEVERAL = /[;&/\n]|,[^,]*,|(?:^|\s)(?:and|or)\s/i

/** The mistakes in a typed name, or null where it is somebody else's. */
export function mistakesInName(typed: string, wanted: PersonName): number | null {
  const parts = partsOf(typed)
  if (parts.length === 0 || parts.length > 5 || SEVERAL.test(typed)) return null
  let best: number | null = null
  parts.forEach((part, at) => {
    const inLast = mistakesInText(part, wanted.last)
    const given = parts.filter((_, i) => i !== at)
    const inGiven = inLast === null ? null : mistakesInGiven(given, wanted, at === given.length)
    if (inLast !== null && inGiven !== null) best = Math.min(best ?? Infinity, inLast + inGiven)
  })
  return best
}

/**
 * Every typed first name must be one of the wanted, whole or by its initial. Where none is known, any will do that
 * stands before the last name.
 */
function mistakesInGiven(
  typed: readonly string[],
  wanted: PersonName,
  before: boolean,
): number | null {
  const left = [...wanted.given]
  let sum = 0
  for (const name of typed) {
    const at = left.findIndex((other) => oneName(name, other) !== null)
    const other = left[at]
    if (other !== undefined) {
      sum += oneName(name, other) ?? 0
      left.splice(at, 1)
    } else if (wanted.given.length > 0 || !before || !(wanted.known || name.length === 1))
      return null
  }
  return sum
}

function oneName(typed: string, wanted: string): number | null {
  if (typed.length === 1 || wanted.length === 1) return typed[0] === wanted[0] ? 0 : null
  return mistakesInText(typed, wanted)
}
