/** The names of a text by their spellings. */
import type { NameSpan } from '../names/name-spans'

/** All spans of one spelling. */
export interface Spelling {
  readonly key: string
  readonly name: string
  readonly spans: readonly NameSpan[]
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
