/** Which names of a document name the same: full names and surnames, aliases in brackets, abbreviations. */
import { isGivenName, listedTypes } from '../lists/gazetteer'
import type { NameSpan } from '../names/name-spans'
import { samePersons } from './persons'
import { shortForms } from './short-forms'
import { keyOf, type Spelling, spanKey } from './spellings'

/** All spellings of one thing; the fullest first. */
export interface Entity {
  readonly spellings: readonly Spelling[]
}

/** Which spellings may be a person's name: only those share surnames; and which are one with a given name. */
export interface PersonTests {
  readonly isLike: (key: string) => boolean
  readonly isFull: (key: string) => boolean
}

/** Joins spellings. */
export function gatherEntities(
  spellings: ReadonlyMap<string, Spelling>,
  persons: PersonTests,
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
  for (const [full, short] of samePersons([...spellings.keys()].filter(persons.isLike), persons))
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

/** "X (Y)", "X, known as Y"; abbreviations and other short forms. */
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
  return [...pairs, ...shortForms(spellings)]
}

function isAlias(full: NameSpan, alias: NameSpan): boolean {
  const { tokens } = full.sentence
  const between = tokens.slice(full.last + 1, alias.first).map((token) => token.text.toLowerCase())
  const joint = between.filter((word) => word !== 'the' && word !== '“' && word !== '"').join(' ')
  const closes = tokens[alias.last + 1]?.text
  const inBrackets =
    /^\((?: (?:or|now|later|formerly|called))?$/.test(joint) && (closes === ')' || closes === '”')
  // "The Times called the Peace a truce": who calls is no other name.
  const calls = tokens.slice(full.last + 1, alias.first).some((token) => token.xpos === 'VBD')
  const isNamed =
    !calls && /^(?:, )?(?:also )?(?:known as|called|nicknamed|alias)(?: simply)?$/.test(joint)
  // "William Thomson, later Lord Kelvin".
  const isRaised = alias.title !== '' && /^, (?:later|afterwards)$/.test(joint)
  if (!inBrackets && !isNamed && !isRaised) return false
  const isTwice = [full, alias].every(
    ({ name }) => isGivenName(name.split(' ')[0] ?? '') && name.includes(' '),
  )
  if (isTwice) return false
  const [a, b] = [listedTypes(full.name)[0], listedTypes(alias.name)[0]]
  // "Moscow (Russia)", "Smith (London)": a place in brackets tells where.
  return b === undefined || (a === b && a !== 'place')
}
