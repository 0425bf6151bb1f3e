/** Matches one typed answer against one right answer: 0 mistakes is right, more are spelling, null is another answer. */
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import type { Value } from '@/lib/core/text/values/value'
import { assign } from './assign'
import { mistakesInName, type PersonName, readPersonName } from './names'
import { mistakesInRow } from './spelling'
import {
  carryingWords,
  fold,
  type Led,
  type Word,
  withoutArticles,
  withoutLead,
  wordsOf,
} from './words'

/** An answer made ready to be compared. A part of a list has no parts of its own. */
export type Prepared = {
  readonly text: string
  readonly folded: string
  readonly value: Value | null
  readonly words: readonly Word[]
  readonly led: Led
  /** "Bukharin, Radek and Uritsky": its parts; [] where it is no list. */
  readonly parts: readonly Prepared[]
}

/** A right answer: itself and what says the same. */
export type Wanted = Prepared & {
  readonly variants: readonly Prepared[]
  readonly name: PersonName | null
  readonly wantedParts: readonly Wanted[]
  /** A number that leaves out what it counts: what is typed must leave it out too. */
  readonly bare: boolean
}

export const isBareNumber = (value: Value | null): boolean =>
  value?.kind === 'number' && value.noun === ''

export function prepare(text: string, whole = true): Prepared {
  const words = withoutArticles(wordsOf(text))
  return {
    text: text.trim(),
    folded: fold(text),
    value: readValue(text),
    words,
    led: withoutLead(words),
    parts: whole ? partsOf(text).map((part) => prepare(part, false)) : [],
  }
}

export function prepareWanted(text: string, person: boolean, whole = true): Wanted {
  const prepared = prepare(text, whole)
  return {
    ...prepared,
    variants: variantsOf(text).map((variant) => prepare(variant)),
    name: readPersonName(text, person),
    bare: false,
    wantedParts:
      whole && !prepared.value
        ? partsOf(text).map((part) => prepareWanted(part, person, false))
        : [],
  }
}

const NEGATION = /\b(?:not|no|never|without|none|except)\b/i

/** Without what stands in brackets; what stands in brackets at the end, where it is a name too; "Y X" for "X of Y". */
function variantsOf(text: string): string[] {
  const variants: string[] = []
  const bracket = /\s*\(([^()]+)\)/.exec(text)
  if (bracket?.[1] && !NEGATION.test(bracket[1])) {
    variants.push(text.replace(bracket[0], ' ').trim())
    const closes = bracket.index + bracket[0].length === text.trimEnd().length
    if (closes && /^\p{Lu}/u.test(bracket[1]) && !/\d/.test(bracket[1])) variants.push(bracket[1])
  }
  const turned = turnedRound(text)
  return turned ? [...variants, turned] : variants
}

/** "the Treaty of Brest" as "Brest treaty". */
function turnedRound(text: string): string | null {
  const found = /^(?:the\s+)?(\S+)\s+of\s+(?:the\s+)?(\S+(?:\s\S+)?)$/i.exec(text.trim())
  return found && !/\d/.test(text) ? `${found[2]} ${found[1]}` : null
}

const MAX_PARTS = 30

function partsOf(text: string): string[] {
  const parts = text
    .split(/\s*(?:[,;&]|(?<=[\s,;])and(?=\s))\s*/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length >= 2 && parts.length <= MAX_PARTS ? parts : []
}

export function match(typed: Prepared, wanted: Wanted): number | null {
  // Signs may fold to nothing: they are compared as they stand.
  if (typed.folded === '') return typed.text !== '' && typed.text === wanted.text ? 0 : null
  if (typed.folded === wanted.folded) return 0
  if (wanted.bare && !isBareNumber(typed.value)) return null
  if (wanted.value && typed.value) {
    const same = matchValue(typed.value, wanted.value)
    if (same !== 'unclear') return same
  }
  const rows = [wanted, ...wanted.variants].map((variant) => matchWords(typed, variant))
  const name = wanted.name && !wanted.value ? mistakesInName(typed.text, wanted.name) : null
  return least([...rows, name, matchParts(typed, wanted)])
}

const least = (all: readonly (number | null)[]): number | null =>
  all.reduce<number | null>(
    (best, n) => (n === null || (best !== null && best <= n) ? best : n),
    null,
  )

/** 'unclear' where the numbers may be the same and only a unit is misspelled: the words decide. */
function matchValue(given: Value, wanted: Value): number | null | 'unclear' {
  if (!sameValue(given, wanted)) {
    return given.kind === 'number' && given.noun !== '' ? 'unclear' : null
  }
  const nouns = [given, wanted].map((v) => ('noun' in v ? withoutArticles(wordsOf(v.noun)) : []))
  const [typedNoun = [], wantedNoun = []] = nouns
  if (typedNoun.length === 0 || wantedNoun.length === 0) return 0
  return (
    mistakesInRow(typedNoun, wantedNoun) ??
    within(typedNoun, wantedNoun) ??
    within(wantedNoun, typedNoun)
  )
}

/** Every word of the one is, in order, in the other: "delegates" in "voting delegates". */
function within(few: readonly Word[], many: readonly Word[]): number | null {
  let at = 0
  let sum = 0
  for (const word of few) {
    let found: number | null = null
    while (at < many.length && found === null) {
      const other = many[at]
      found = other ? mistakesInRow([word], [other]) : null
      at++
    }
    if (found === null) return null
    sum += found
  }
  return sum
}

function matchWords(typed: Prepared, wanted: Prepared): number | null {
  if (typed.words.length === 0 || wanted.words.length === 0) return null
  const whole = mistakesInRow(typed.words, wanted.words)
  if (whole !== null) return whole
  const [a, b] = [typed.led, wanted.led]
  // "from Hull" is not "to Hull"; either is Hull where the answer says no more.
  if (a.sense !== '' && b.sense !== '' && a.sense !== b.sense) return null
  const bare = mistakesInRow(a.words, b.words)
  if (bare !== null) return bare
  const [few, most] = [carryingWords(typed.words), carryingWords(wanted.words)]
  return few && most ? mistakesInRow(few, most) : null
}

/** Lists joined by "and" and commas, in any order. */
function matchParts(typed: Prepared, wanted: Wanted): number | null {
  const { wantedParts } = wanted
  if (wantedParts.length === 0 || typed.parts.length !== wantedParts.length) return null
  const costs = wantedParts.map((part) => typed.parts.map((given) => match(given, part)))
  const found = assign(costs)
  if (found.some((at) => at === null)) return null
  return found.reduce<number>((sum, at, i) => sum + (at === null ? 0 : (costs[i]?.[at] ?? 0)), 0)
}
