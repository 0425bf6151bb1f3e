/** Which names of a text may be persons' names, and what names that share a word say of each other. */
import { isPeople, isPlace } from '../lists/gazetteer'
import { type Gender, genderOf, kinGender } from '../lists/genders'
import { TITLES } from '../lists/word-lists'
import type { Entity, PersonTests } from '../same/entities'
import { hasGivenName, isRuler, surnameOf } from '../same/persons'
import type { Spelling } from '../same/spellings'
import { contextEvidence } from './evidence'
import { homesOf } from './own-evidence'
import { bestOf, PRIOR, type Scores } from './scores'

/** A name of several words that is this surely a person's holds a given name, listed or not. */
const FULL = 0.75

/** "Norvanian" and "Norvania" in one text: a people and its country, known or not. */
export function peoplesAndHomes(keys: readonly string[]): [string, string][] {
  const known = new Set(keys)
  return keys.flatMap((key) =>
    key.includes(' ')
      ? []
      : homesOf(key).flatMap((home): [string, string][] =>
          home !== key && known.has(home) ? [[key, home]] : [],
        ),
  )
}

/** "Samir Tell" beside "Anna Tell": two words, of which the second is a person's surname elsewhere. */
export function namesakes(keys: readonly string[]): string[] {
  const surnames = new Set(keys.filter(hasGivenName).map(surnameOf))
  return keys.filter((key) => {
    const [first = '', last = '', ...more] = key.split(' ')
    const isShape = more.length === 0 && surnames.has(last) && /^\p{Lu}\p{Ll}+$/u.test(first)
    return isShape && !hasGivenName(key) && !isPeople(first) && !isPlace(first) && !isTitled(key)
  })
}

/** "Davenport" is a town by the lists; where nothing at its places says so, it can be a surname. */
function isBareSurname({ name, spans }: Spelling): boolean {
  if (name.includes(' ') || isPeople(name)) return false
  const likely = spans.filter((span) => {
    const context = contextEvidence(span)
    return !span.afterThe && context.place < 1 && context.person >= context.place
  })
  return likely.length * 2 >= spans.length
}

/** By a title or a "wife" beside one of its mentions, else by its given name. */
export function genderOfEntity(name: string, { spellings }: Entity): Gender | null {
  const spans = spellings.filter((s) => s.name.includes(' ')).flatMap((s) => s.spans)
  const titled = genderOf(
    '',
    spans.map((span) => span.title),
  )
  const [kin] = spans.flatMap(({ sentence: { tokens }, first }) => {
    const before = tokens[first - 1]?.text === ',' ? tokens[first - 2] : tokens[first - 1]
    return kinGender(before?.text ?? '') ?? []
  })
  return titled ?? kin ?? genderOf(name, [])
}

export function personTests(
  spellings: ReadonlyMap<string, Spelling>,
  scored: ReadonlyMap<string, Scores>,
): PersonTests {
  const isLike = (key: string): boolean => {
    const spelling = spellings.get(key)
    if (spelling === undefined) return false
    return bestOf(scored.get(key) ?? PRIOR).type === 'person' || isBareSurname(spelling)
  }
  const isFull = (key: string): boolean => {
    if (hasGivenName(key)) return true
    const { type, probability } = bestOf(scored.get(key) ?? PRIOR)
    const isName =
      /^\p{Lu}[\p{L}’'.-]+(?: [\p{L}’'.-]+)+$/u.test(key) && !isTitled(key) && !isRuler(key)
    return isName && type === 'person' && probability >= FULL
  }
  return { isLike, isFull }
}

/** "Captain America", "Old Smith": a word that is no given name. */
const isTitled = (name: string): boolean => {
  const [first = ''] = name.split(' ')
  return TITLES.has(first.toLowerCase()) || isPeople(first) || isPlace(first)
}

/** "Lisk" beside the "Peace of Lisk": what happened or was founded there tells of a place. */
export function placesWithin(keys: readonly string[]): string[] {
  const known = new Set(keys)
  return keys.flatMap((key) => {
    const where =
      /^(?:Peace|Treaty|Battle|Siege|University|Bay|Isle|Gulf|City|Port|Edict) of (\p{Lu}[\p{L}-]+)$/u.exec(
        key,
      )?.[1]
    return where !== undefined && known.has(where) ? [where] : []
  })
}
