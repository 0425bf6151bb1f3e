/** What a name says by itself of what it names: lists, its head, its shape. */
import {
  isGivenName,
  isPeople,
  isPlace,
  isSurname,
  listedTypes,
  type NameType,
} from '../lists/gazetteer'
import {
  BODY_HEADS,
  EVENT_HEADS,
  PARTICLES,
  PLACE_HEADS,
  ROLE_NOUNS,
  TITLES,
  WORK_HEADS,
} from '../lists/word-lists'
import { type Evidence, type Scores, sumOf, UNLIKELY } from './scores'

/** A listed name of several words is no other's; one of one word may be. */
const weightOf = (type: NameType, name: string): number =>
  name.includes(' ') ? 6 : type === 'work' ? 2.5 : 4

/** What a name says by itself: lists, its head, its shape. */
export function ownEvidence(name: string): Scores {
  const words = name.split(/[\s]+/)
  const types = listedTypes(name)
  const evidence: Evidence[] = types.map((type) => ({
    [type]: types.length === 1 ? weightOf(type, name) : type === 'people' ? 4.2 : 3,
  }))
  const head = headOf(words)
  const isLong = words.length > 1
  if (isLong && types.length === 0) evidence.push(...headEvidence(head, words))
  else if (BODY_HEADS.has(head)) evidence.push({ organisation: 3 })
  else if (PLACE_HEADS.has(head)) evidence.push({ place: 2 })
  else if (EVENT_HEADS.has(head)) evidence.push({ event: 3.2 })
  else if (WORK_HEADS.has(head)) evidence.push({ work: 3.5 })
  if (isHead(head)) evidence.push({ person: -2 })
  if (!isLong && (TITLES.has(head) || ROLE_NOUNS.has(head))) evidence.push(UNLIKELY)
  evidence.push(...personShape(words, isHead(head)))
  if (!isLong && /^\p{Lu}{2,}$/u.test(name) && name.length < 7)
    evidence.push({ person: -2, place: -1, organisation: -0.4 })
  if (isLong && !isHead(head) && types.length === 0 && FIELD.test(head)) evidence.push(UNLIKELY)
  // "Mackie & Holm".
  if (words.includes('&')) evidence.push({ organisation: 4, person: -2 })
  if (isPartOfPlace(words)) evidence.push({ place: 5 })
  if (!isLong && types.length === 0 && isFromPlace(name)) evidence.push({ people: 2.5 })
  if (isLong && isPeople(words.at(-1) ?? '')) evidence.push({ people: 3 })
  else if (isTeam(words)) evidence.push({ organisation: 4, people: -1 })
  return sumOf(evidence)
}

const DIRECTION =
  /^(?:North|South|East|West|Central|Upper|Lower|Greater|Inner|Outer|Old|New|(?:North|South|East|West)(?:ern|east|west)?(?:ern)?)$/

/** "Eastern Europe", "Spanish Florida", "Soviet Russia". */
const isPartOfPlace = (words: readonly string[]): boolean =>
  words.length === 2 &&
  isPlace(words[1] ?? '') &&
  (DIRECTION.test(words[0] ?? '') || isPeople(words[0] ?? ''))

/** "the Umber Bay Otters": a town or land, and a plural that heads no sites. */
const isTeam = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? ''
  const where = words.slice(0, -1).join(' ')
  return /[^s]s$/.test(last) && isPlace(where) && !isHead(last.toLowerCase()) && !isPlace(last)
}

const isFromPlace = (name: string): boolean => homesOf(name).some(isPlace)

/** Where a people may come from by its name: "Kilwan" of Kilwa, "Omanis" of Oman. */
export function homesOf(name: string): string[] {
  return ['n', 'an', 'ian', 'ese', 'i', 'ish'].flatMap((ending) => {
    const bare = name.replace(/s$/, '')
    const stem = bare.slice(0, -ending.length)
    return bare.endsWith(ending) && stem.length > 3 ? [stem, `${stem}a`, `${stem}ia`] : []
  })
}

const isHead = (word: string): boolean =>
  BODY_HEADS.has(word) || EVENT_HEADS.has(word) || PLACE_HEADS.has(word) || WORK_HEADS.has(word)

/** "Committee" of "Central Committee of the Party": the word before the first small word, else the last. */
function headOf(words: readonly string[]): string {
  const small = words.findIndex((word, at) => at > 0 && /^(?:of|for|on|in)$/.test(word))
  const head = (small > 0 ? words[small - 1] : words.at(-1))?.toLowerCase() ?? ''
  return /^[ivx]+$|^\d+$/.test(head) && words.length > 1 && small < 0
    ? (words.at(-2)?.toLowerCase() ?? '')
    : head
}

const ORDINAL =
  /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)$/u

function headEvidence(head: string, words: readonly string[]): Evidence[] {
  const evidence: Evidence[] = []
  if (BODY_HEADS.has(head)) evidence.push({ organisation: 5 })
  if (EVENT_HEADS.has(head)) evidence.push({ event: 5 })
  // "Third Soviet Congress": one that met, and no body that goes on.
  if (/^(?:congress|conference|convention)$/.test(head) && ORDINAL.test(words[0] ?? ''))
    evidence.push({ event: 6.5 })
  if (WORK_HEADS.has(head)) evidence.push({ work: 4.5 })
  if (PLACE_HEADS.has(head)) evidence.push({ place: 4.5 })
  const first = words[0]?.toLowerCase() ?? ''
  if (/^(?:mount|lake|river|isle|cape|fort|port|san|santa|saint|st\.|los|las|el)$/.test(first))
    evidence.push(/^(?:st\.|saint)$/.test(first) ? { place: 0.5, person: 1.5 } : { place: 3 })
  if (/^(?:cyclone|hurricane|typhoon|operation|battle|siege|treaty)$/.test(first))
    evidence.push({ event: 4 })
  if (/^(?:sons|brothers|daughters|friends|knights)$/.test(head)) evidence.push({ organisation: 4 })
  return evidence
}

/** Subjects, prizes and tasks: "Applied Phonology", "Lind Prize". They are of none of the types. */
const FIELD =
  /(?:^(?!plantation|reservation).*\p{Ll}{3}(?:ation|ology|ography|omics|istics|metrics)|^(?:prize|award|medal|scholarship|fellowship|processing|learning|engineering|studies|sciences?|syndrome|effect|theorem|equation|hypothesis))$/u

const SIZES = /^(?:Great|Little|Old|New|Upper|Lower|Nether|Inner|Outer)$/

/** Endings of names of countries and towns, seldom of people. */
const PLACE_ENDING = /\p{Ll}(?:ia|stan|grad|burgh?|ville|shire|mouth|holm|haven)$/u

function personShape(words: readonly string[], isHeaded: boolean): Evidence[] {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (words.length === 1) {
    if (PLACE_ENDING.test(first) && !isGivenName(first)) return [{ place: 0.8 }]
    if (isGivenName(first)) return [{ person: 1.5 }]
    return isSurname(first) ? [{ person: 1.5 }] : []
  }
  if (isHeaded || words.includes('of')) return []
  // "Great Selby", "Old Mint".
  if (SIZES.test(first) && !/ish$/.test(last)) return [{ place: 1.5, person: -0.5 }]
  const evidence: Evidence[] = []
  if (words.some((word) => /^\p{Lu}{3,}$/u.test(word) && !/^[IVX]+$/.test(word)))
    return [{ person: -1 }]
  if (words.length < 4 && words.every((word) => /^[\p{L}’'.-]+$/u.test(word)))
    evidence.push({ person: 0.8 })
  if (/^(?:\p{Lu}\.)+$/u.test(first)) evidence.push({ person: 4 })
  else if (isGivenName(first)) evidence.push({ person: 3.5 })
  else if (isSurname(last)) evidence.push({ person: 1 })
  if (words.some((word) => PARTICLES.test(word))) evidence.push({ person: 1.5 })
  if (/^[IVX]+$|^Jr\.?$|^Sr\.?$/.test(last)) evidence.push({ person: 2.5 })
  return evidence
}
