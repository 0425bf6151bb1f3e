/** Which names of persons are one person's: "V.M. Smirnov", "Vladimir Smirnov" and "Smirnov". */
import { isGivenName, isPlace } from '../lists/gazetteer'
import { BODY_HEADS, PARTICLES } from '../lists/word-lists'

/** The surname with its particle: "de Lafayette", "L’Enfant". */
export function surnameOf(name: string): string {
  const words = name.split(' ').filter((word) => !/^(?:[IVX]+|[JS]r\.?)$/.test(word))
  let from = words.length - 1
  while (from > 0 && (PARTICLES.test(words[from - 1] ?? '') || isBigParticle(words, from - 1)))
    from--
  return words.slice(Math.max(0, from)).join(' ') || name
}

/** "De la Beche", "Van Buren"; "Al" and "Ben" with a capital are given names. */
const isBigParticle = (words: readonly string[], at: number): boolean =>
  /^(?:De|Della|Di|Du|Van|Von|Le|La)$/.test(words[at] ?? '') && words.length > 1

/** "Hussein ibn Muhammad": his father's name is no surname. */
export const isPatronymic = (name: string): boolean => / (?:ibn|bin|ben|bint) /.test(name)

/** A surname alone, or with initials, is the one person of that surname; two full names keep it apart. */
export function samePersons(
  keys: readonly string[],
  { isFull }: { readonly isFull: (key: string) => boolean },
): [string, string][] {
  const bySurname = new Map<string, string[]>()
  for (const key of keys) {
    const last = key.split(' ').at(-1) ?? key
    if (BODY_HEADS.has(last.toLowerCase())) continue
    bySurname.set(last, [...(bySurname.get(last) ?? []), key])
  }
  return [...bySurname.values()].flatMap((group) => joined(group, isFull))
}

function joined(group: readonly string[], isFull: (key: string) => boolean): [string, string][] {
  const full = group.filter(isFull).sort((a, b) => b.length - a.length)
  const pairs = full.flatMap((name, at) =>
    full.slice(at + 1).flatMap((other): [string, string][] =>
      // Of two that a third could be, it is neither.
      full.filter((o) => isCompatible(other, o) && !isCompatible(o, name)).length > 1
        ? []
        : isCompatible(other, name)
          ? [[name, other]]
          : [],
    ),
  )
  // "von Merckel" and "Merckel".
  for (const key of group) {
    const bare = key.split(' ').at(-1) ?? key
    if (PARTICLES.test(key.split(' ')[0] ?? '') && group.includes(bare)) pairs.push([key, bare])
  }
  const [longest] = full
  // Two people of one surname: who is meant by it alone is told by the place where it stands.
  if (longest === undefined || !full.every((name) => isCompatible(name, longest))) return pairs
  // "Cleveland" is no short form of a firm that is called after it.
  const isSure = (key: string): boolean => !isPlace(key) || hasGivenName(longest)
  const bare = group.filter((key) => !full.includes(key) && surnameOf(key) === key && isSure(key))
  if (isPatronymic(longest)) return pairs
  return [...pairs, ...bare.map((key): [string, string] => [longest, key])]
}

const isInitials = (word: string): boolean => /^(?:\p{Lu}\.)+(?:-?\p{Lu}\.)*$/u.test(word)

/** "Johann II": a given name with a number, and no surname. */
export const isRuler = (name: string): boolean => /^\S+ [IVX]+\.?$/.test(name)

/** By its words alone: with a given name or initials. "Captain America" lends its last word to nobody. */
export function hasGivenName(name: string): boolean {
  const [first = '', ...rest] = name.split(' ')
  return rest.length > 0 && !isRuler(name) && (isGivenName(first) || isInitials(first))
}

/** "V.M. Smirnov" and "Vladimir Smirnov" can be one; "Nikolai Smirnov" is another. */
export function isCompatible(name: string, full: string): boolean {
  const given = (text: string): string => text.split(' ')[0] ?? ''
  const [a, b] = [given(name), given(full)]
  // "Lecoq de Boisbaudran": the whole surname, and no given name before it.
  if (full.endsWith(` ${name}`) && !isGivenName(a) && !isInitials(a)) return true
  const middle = (text: string): string => text.split(' ').slice(1, -1).join(' ')
  const differ =
    middle(name) !== '' && middle(full) !== '' && middle(name).charAt(0) !== middle(full).charAt(0)
  if (differ) return false
  return a === b || ((isInitials(a) || isInitials(b)) && a.charAt(0) === b.charAt(0))
}
