/** Short forms of names that a text uses in full as well: "OAU", "the Society", "Supreme Court", "U.S." */
import { isPeople, isPlace } from '../lists/gazetteer'
import { BODY_HEADS, EVENT_HEADS, PLACE_HEADS, TITLE_HEADS, WORK_HEADS } from '../lists/word-lists'
import type { Spelling } from './spellings'

type Pair = [full: string, short: string]
type Spellings = ReadonlyMap<string, Spelling>

export function shortForms(spellings: Spellings): Pair[] {
  const keys = [...spellings.keys()]
  return [
    ...abbreviations(keys),
    ...wellKnown(keys),
    ...withArticle(keys),
    ...cutShort(keys),
    ...countedAgain(keys),
    ...headsAlone(spellings),
    ...titlesAlone(spellings),
  ]
}

/** "VSNKh" aside, an abbreviation is made of first letters: "Organization of African Unity", "OAU". */
function abbreviations(names: readonly string[]): Pair[] {
  const letters = (name: string, all: boolean): string =>
    name
      .split(/[\s-]+/)
      .filter((word) => all || /^\p{Lu}/u.test(word))
      .map((word) => word.charAt(0).toUpperCase())
      .join('')
  const short = names.filter((name) => /^\p{Lu}{3,6}$/u.test(name))
  return short.flatMap((name) =>
    onlyOne(
      names.filter(
        (other) =>
          other.includes(' ') && (letters(other, false) === name || letters(other, true) === name),
      ),
      name,
    ),
  )
}

/** "The Times" and "the Times". */
const withArticle = (names: readonly string[]): Pair[] =>
  names.flatMap((name) => (names.includes(`The ${name}`) ? [[`The ${name}`, name]] : []))

/** Countries whose abbreviations leave out words, or are made of two letters. */
const COUNTRIES: readonly (readonly [full: string, short: readonly string[]])[] = [
  ['United States', ['U.S.', 'US', 'USA', 'U.S.A.', 'United States of America']],
  ['United Kingdom', ['U.K.', 'UK']],
  ['Soviet Union', ['USSR', 'U.S.S.R.']],
]

const wellKnown = (names: readonly string[]): Pair[] =>
  COUNTRIES.flatMap(([full, short]) => {
    const used = [full, ...short].filter((name) => names.includes(name))
    const [first, ...rest] = used
    return first === undefined ? [] : rest.map((name): Pair => [first, name])
  })

/**
 * "Geological Society" of "Geological Society of London", "Supreme Court" of "Italian Supreme Court": what is left out
 * says where, and no other name of the text goes on from it.
 */
function cutShort(names: readonly string[]): Pair[] {
  const short = names.filter((name) => name.includes(' ') && headOf(name) !== null)
  return short.flatMap((name) =>
    onlyOne(
      names.filter(
        (other) =>
          other.startsWith(`${name} of `) ||
          (other.endsWith(` ${name}`) && isWhere(other.slice(0, -name.length - 1))),
      ),
      name,
    ),
  )
}

/** A country, or the body that it is a part of: "Senate Judiciary Committee". */
const isWhere = (words: string): boolean =>
  isPlace(words) || isPeople(words) || BODY_HEADS.has(words.toLowerCase())

/** "Seventh Congress" of "Seventh Party Congress": what is counted, without the word that tells of whom. */
const countedAgain = (names: readonly string[]): Pair[] =>
  names.flatMap((short) => {
    const [ordinal = '', head = '', ...more] = short.split(' ')
    if (more.length > 0 || !ORDINALS.test(ordinal) || headOf(short) === null) return []
    const full = names.filter((n) => n.startsWith(`${ordinal} `) && n.endsWith(` ${head}`))
    return onlyOne(
      full.filter((name) => name !== short),
      short,
    )
  })

const ORDINALS =
  /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))$/

/** "the Society", "the Court": the head, with a capital and "the", of the one name of the text that has it. */
function headsAlone(spellings: Spellings): Pair[] {
  return [...spellings].flatMap(([key, { spans }]): Pair[] => {
    const taken = spans.filter((span) => span.afterThe).length
    if (key.includes(' ') || !isHead(key.toLowerCase()) || taken * 2 < spans.length) return []
    // A heading is no place to introduce anything, and may speak of several: "Sons and Daughters of Liberty".
    const below = spans.filter((span) => !span.inHeading)
    const first = Math.min(...below.map((span) => span.start))
    if (below.length === 0) return []
    const full = [...spellings.values()].filter(
      (other) => other.name.includes(' ') && headOf(other.name) === key.toLowerCase(),
    )
    const whole = full.filter(({ name }) => !full.some((o) => isPart(name, o.name)))
    const isBefore = full.some((other) => other.spans.some((span) => span.start < first))
    return isBefore
      ? onlyOne(
          whole.map((other) => other.key),
          key,
        )
      : []
  })
}

/** "the Voice" of "The Voice of the People": the first word of one title that nothing else in the text begins with. */
function titlesAlone(spellings: Spellings): Pair[] {
  const titles = [...spellings.values()].filter(({ spans }) => spans.some((span) => span.isTitle))
  return titles.flatMap(({ key, name, spans }): Pair[] => {
    const [first = ''] = name.replace(/^(?:The|An?) /, '').split(' ')
    const bare = spellings.get(first)
    const start = Math.min(...spans.map((span) => span.start))
    const isLater = bare?.spans.every((span) => span.start > start && span.afterThe) === true
    const others = titles.filter((other) =>
      other.name.replace(/^(?:The|An?) /, '').startsWith(first),
    )
    return bare !== undefined && isLater && others.length === 1 && !isHead(first.toLowerCase())
      ? [[key, bare.key]]
      : []
  })
}

const isPart = (name: string, other: string): boolean =>
  other.startsWith(`${name} of `) || other.endsWith(` ${name}`)

const DIRECTIONS =
  /^(?:north|south|east|west|state|states|march|day|case|front|fire|flood|act|article|rule|record)$/

export const isHead = (word: string): boolean =>
  !DIRECTIONS.test(word) &&
  (BODY_HEADS.has(word) ||
    EVENT_HEADS.has(word) ||
    PLACE_HEADS.has(word) ||
    WORK_HEADS.has(word) ||
    TITLE_HEADS.has(word) ||
    /^(?:sons|daughters)$/.test(word))

/** "society" of "Royal Society", "court" of "Supreme Court of the United States"; null for a name without one. */
export function headOf(name: string): string | null {
  const words = name.toLowerCase().split(' ')
  const small = words.findIndex((word, at) => at > 0 && /^(?:of|for|on|in)$/.test(word))
  const head = (small > 0 ? words[small - 1] : words.at(-1)) ?? ''
  return isHead(head) ? head : null
}

const onlyOne = (full: readonly string[], short: string): Pair[] =>
  full.length === 1 && full[0] !== undefined && full[0] !== short ? [[full[0], short]] : []
