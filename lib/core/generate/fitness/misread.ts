/** Words that a reader of scanned pages has surely misread: "cha1k", "ncarly", "tlie". A sentence that holds one is asked of nobody. */

/** What one sign is taken for. Of a figure within a word the letters that it looks like. */
const CONFUSED: readonly (readonly [string, readonly string[]])[] = [
  ['c', ['e']],
  ['e', ['c']],
  ['rn', ['m']],
  ['m', ['rn']],
  ['li', ['h']],
  ['h', ['li']],
  ['ii', ['u', 'n']],
  ['cl', ['d']],
]
const FIGURES: readonly (readonly [string, readonly string[]])[] = [
  ['1', ['l', 'i']],
  ['0', ['o']],
  ['5', ['s']],
  ['8', ['b']],
]

/** "cha1k", "1arge", "19O1": a figure in a word that without it is one, or a letter between figures. */
function mixesFigures(word: string, isWord: (word: string) => boolean): boolean {
  if (/^(?:1\d|20?)?[\dOIl]*\d[OIl]+\d+$/.test(word)) return true
  if ((word.match(/\p{L}/gu) ?? []).length < 3 || !/\d/.test(word)) return false
  if (/^\d+(?:st|nd|rd|th|s)$|^\p{Lu}+\d/u.test(word)) return false
  return read(word.toLowerCase(), FIGURES).some(isWord)
}

/** Small letters of no known word, which would be one with a sign read otherwise. */
function isSlip(word: string, isWord: (word: string) => boolean): boolean {
  if (!/^\p{Ll}{4,}$/u.test(word) || isWord(word)) return false
  return read(word, CONFUSED).some(isWord)
}

/** The word with one sign, or all of its sort, taken for another. */
function read(word: string, pairs: readonly (readonly [string, readonly string[]])[]): string[] {
  return pairs.flatMap(([seen, meant]) =>
    word.includes(seen)
      ? meant.flatMap((other) => [word.replaceAll(seen, other), ...placesOf(word, seen, other)])
      : [],
  )
}

function placesOf(word: string, seen: string, other: string): string[] {
  const found: string[] = []
  for (let at = word.indexOf(seen); at >= 0; at = word.indexOf(seen, at + 1))
    found.push(word.slice(0, at) + other + word.slice(at + seen.length))
  return found
}

export const isMisread = (word: string, isWord: (word: string) => boolean): boolean =>
  mixesFigures(word, isWord) || isSlip(word, isWord)

/** Whether a stretch of a text holds a misread word. */
export const holdsMisread = (stretch: string, isWord: (word: string) => boolean): boolean =>
  (stretch.match(/[\p{L}\d]+/gu) ?? []).some((word) => isMisread(word, isWord))

/**
 * "Marsli" in a text that has "Marsh": a name that a slip makes of another one of the text. Without the text nobody could
 * say so of a name.
 */
export function misreadNames(text: string): ReadonlySet<string> {
  const names = new Map<string, number>()
  for (const [name] of text.matchAll(/(?<![\p{L}\d])\p{Lu}\p{Ll}{3,}(?![\p{L}\d])/gu))
    names.set(name, (names.get(name) ?? 0) + 1)
  return new Set(
    [...names].flatMap(([name, times]) =>
      times === 1 && read(name, CONFUSED).some((other) => (names.get(other) ?? 0) > 1)
        ? [name]
        : [],
    ),
  )
}
