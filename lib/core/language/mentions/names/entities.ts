/** Which names of a document name the same: full names and surnames, aliases in brackets, abbreviations. */
import { isGivenName, listedTypes } from '../lists/gazetteer'
import { BODY_HEADS } from '../lists/word-lists'
import type { NameSpan } from './name-spans'

/** All spans of one spelling. */
export interface Spelling {
  readonly key: string
  readonly name: string
  readonly spans: readonly NameSpan[]
}

/** All spellings of one thing; the fullest first. */
export interface Entity {
  readonly spellings: readonly Spelling[]
}

/** Spellings that differ by their apostrophes only are one. */
export const keyOf = (name: string): string => name.replaceAll('’', "'")

/** The same word may be a people's name and a title: "the Communist" is kept apart. */
export const spanKey = (span: NameSpan): string =>
  span.alone ? `the ${keyOf(span.name)}` : keyOf(span.name)

export function gatherSpellings(spans: readonly NameSpan[]): Map<string, Spelling> {
  const spellings = new Map<string, NameSpan[]>()
  for (const span of spans) {
    const key = spanKey(span)
    const known = spellings.get(key)
    if (known === undefined) spellings.set(key, [span])
    else known.push(span)
  }
  return new Map(
    [...spellings].map(([key, found]) => [key, { key, name: found[0]?.name ?? key, spans: found }]),
  )
}

/**
 * Joins spellings. `personLike` tells which may be a person's name: only those share surnames.
 */
export function gatherEntities(
  spellings: ReadonlyMap<string, Spelling>,
  personLike: (name: string) => boolean,
): Entity[] {
  const parent = new Map<string, string>()
  const rootOf = (key: string): string => {
    const above = parent.get(key)
    return above === undefined ? key : rootOf(above)
  }
  const join = (key: string, other: string) => {
    const [a, b] = [rootOf(key), rootOf(other)]
    if (a !== b) parent.set(b, a)
  }
  for (const [full, alias] of aliasPairs(spellings)) join(full, alias)
  for (const [full, short] of sharedSurnames([...spellings.keys()].filter(personLike)))
    join(full, short)
  const entities = new Map<string, Spelling[]>()
  for (const [key, spelling] of spellings) {
    const root = rootOf(key)
    entities.set(root, [...(entities.get(root) ?? []), spelling])
  }
  return [...entities].map(([root, members]) => ({
    spellings: [...members].sort(
      (a, b) =>
        fullness(b.name, root) - fullness(a.name, root) || a.name.localeCompare(b.name, 'en'),
    ),
  }))
}

/** Fuller names have more words; a given name is fuller than initials; abbreviations are short. */
function fullness(name: string, root: string): number {
  const words = name.split(' ')
  const initials = words.filter((word) => /^(?:\p{Lu}\.)+$/u.test(word)).length
  const isRoot = keyOf(name) === root ? 0.4 : 0
  return words.length - initials * 0.5 - (/^\p{Lu}{2,}s?$/u.test(name) ? 0.5 : 0) + isRoot
}

/** "X (Y)", "X, known as Y"; and abbreviations by their first letters. */
function aliasPairs(spellings: ReadonlyMap<string, Spelling>): [string, string][] {
  const bySentence = new Map<unknown, NameSpan[]>()
  for (const { spans } of spellings.values()) {
    for (const span of spans) {
      const known = bySentence.get(span.sentence)
      if (known === undefined) bySentence.set(span.sentence, [span])
      else known.push(span)
    }
  }
  const pairs: [string, string][] = []
  for (const spans of bySentence.values()) {
    const inOrder = [...spans].sort((a, b) => a.start - b.start)
    inOrder.forEach((span, at) => {
      const next = inOrder[at + 1]
      if (next !== undefined && isAlias(span, next)) pairs.push([spanKey(span), spanKey(next)])
    })
  }
  return [...pairs, ...abbreviations([...spellings.keys()]), ...shortHeads(spellings)]
}

function isAlias(full: NameSpan, alias: NameSpan): boolean {
  const { tokens } = full.sentence
  const between = tokens.slice(full.last + 1, alias.first).map((token) => token.text.toLowerCase())
  const joint = between.filter((word) => word !== 'the' && word !== '“' && word !== '"').join(' ')
  const closes = tokens[alias.last + 1]?.text
  const inBrackets =
    /^\((?: (?:or|now|later|formerly|called))?$/.test(joint) && (closes === ')' || closes === '”')
  const isNamed = /^(?:, )?(?:also )?(?:known as|called|nicknamed|alias)(?: simply)?$/.test(joint)
  if (!inBrackets && !isNamed) return false
  const isTwice = [full, alias].every(
    ({ name }) => isGivenName(name.split(' ')[0] ?? '') && name.includes(' '),
  )
  if (isTwice) return false
  const [a, b] = [listedTypes(full.name)[0], listedTypes(alias.name)[0]]
  // "Moscow (Russia)", "Smith (London)": a place in brackets tells where.
  return b === undefined || (a === b && a !== 'place')
}

/** "VSNKh" aside, an abbreviation is made of first letters: "Organization of African Unity", "OAU". */
function abbreviations(names: readonly string[]): [string, string][] {
  const letters = (name: string, all: boolean): string =>
    name
      .split(/[\s-]+/)
      .filter((word) => all || /^\p{Lu}/u.test(word))
      .map((word) => word.charAt(0).toUpperCase())
      .join('')
  const short = names.filter((name) => /^\p{Lu}{3,6}$/u.test(name))
  return short.flatMap((name): [string, string][] => {
    const full = names.filter(
      (other) =>
        other.includes(' ') && (letters(other, false) === name || letters(other, true) === name),
    )
    return full.length === 1 && full[0] !== undefined ? [[full[0], name]] : []
  })
}

/** "the Sons", "the Commune": the head of the one name of the text that has it. */
function shortHeads(spellings: ReadonlyMap<string, Spelling>): [string, string][] {
  const keys = [...spellings.keys()]
  return [...spellings].flatMap(([key, { spans }]): [string, string][] => {
    const isHead =
      /^(?:Sons|Daughters|Commune|Convention|Party|League|Treaty|Company|Society|Union|Bank|Soviet)$/.test(
        key,
      )
    const taken = spans.filter((span) => span.afterThe).length
    if (!isHead || taken * 2 < spans.length) return []
    const of = keys.filter((other) => other.startsWith(`${key} of `))
    const full = of.length > 0 ? of : keys.filter((other) => other.endsWith(` ${key}`))
    return full.length === 1 && full[0] !== undefined ? [[full[0], key]] : []
  })
}

/** A surname alone, or with initials, is the one person of that surname; two full names keep it apart. */
function sharedSurnames(names: readonly string[]): [string, string][] {
  const bySurname = new Map<string, string[]>()
  for (const name of names) {
    const last = name.split(' ').at(-1) ?? name
    if (BODY_HEADS.has(last.toLowerCase())) continue
    bySurname.set(last, [...(bySurname.get(last) ?? []), name])
  }
  const pairs: [string, string][] = []
  for (const group of bySurname.values()) {
    const full = group.filter(isFullName)
    const [longest] = [...full].sort((a, b) => b.length - a.length)
    // Two people of one surname: who is meant by it alone stays open.
    if (longest === undefined || !full.every((name) => isCompatible(name, longest))) continue
    for (const name of group) if (name !== longest) pairs.push([longest, name])
  }
  return pairs
}

/** With a given name or initials: "Captain America" lends its last word to nobody. */
function isFullName(name: string): boolean {
  const [first = '', ...rest] = name.split(' ')
  return rest.length > 0 && (isGivenName(first) || /^(?:\p{Lu}\.)+$/u.test(first))
}

/** "V.M. Smirnov" and "Vladimir Smirnov" can be one; "Nikolai Smirnov" is another. */
function isCompatible(name: string, full: string): boolean {
  const given = (text: string): string => text.split(' ')[0] ?? ''
  const [a, b] = [given(name), given(full)]
  const middle = (text: string): string => text.split(' ').slice(1, -1).join(' ')
  const differ =
    middle(name) !== '' && middle(full) !== '' && middle(name).charAt(0) !== middle(full).charAt(0)
  if (differ) return false
  const isShort = (text: string) => /^(?:\p{Lu}\.)+$/u.test(text) || !isGivenName(text)
  return a === b || ((isShort(a) || isShort(b)) && a.charAt(0) === b.charAt(0))
}
