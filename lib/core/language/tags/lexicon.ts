/** Which parts of speech WordNet knows a word as, and which inflected form it may be of words that WordNet knows. */

/** Noun, verb, adjective, adverb: what WordNet says of a word itself. */
const NOUN = 1
const VERB = 2
const ADJECTIVE = 4
const PLURAL = 16
const THIRD_PERSON = 32
const PAST = 64
const PARTICIPLE = 128
const COMPARATIVE = 256
const SUPERLATIVE = 512

export type Lexicon = ReadonlyMap<string, number>

/**
 * Words in the order of their letters, each by what it shares with the one before. A byte: letters shared + 16 × bits;
 * a byte: how many follow; these.
 */
export function readLexicon(bytes: Uint8Array): Lexicon {
  const lexicon = new Map<string, number>()
  let word = ''
  for (let at = 0; at + 1 < bytes.length; ) {
    const first = bytes[at] ?? 0
    const length = bytes[at + 1] ?? 0
    const rest = bytes.subarray(at + 2, at + 2 + length)
    word = word.slice(0, first & 15) + String.fromCharCode(...rest)
    lexicon.set(word, first >> 4)
    at += 2 + length
  }
  return lexicon
}

/** Ten bits: the four of the lexicon, then those of inflected forms. */
export function possibilities(lexicon: Lexicon, word: string): number {
  let bits = lexicon.get(word) ?? 0
  const known = (bit: number, ...stems: readonly string[]) =>
    stems.some((stem) => ((lexicon.get(stem) ?? 0) & bit) !== 0)
  const size = word.length
  if (size > 3 && word.endsWith('s') && !word.endsWith('ss')) {
    const stems = [word.slice(0, -1), ...without(word, 'es', ''), ...without(word, 'ies', 'y')]
    if (known(NOUN, ...stems)) bits |= PLURAL
    if (known(VERB, ...stems)) bits |= THIRD_PERSON
  }
  if (size > 4 && word.endsWith('ed')) {
    const stem = word.slice(0, -2)
    const stems = [word.slice(0, -1), stem, ...without(word, 'ied', 'y'), undoubled(stem)]
    if (known(VERB, ...stems)) bits |= PAST
  }
  if (size > 5 && word.endsWith('ing')) {
    const stem = word.slice(0, -3)
    if (known(VERB, `${stem}e`, stem, undoubled(stem))) bits |= PARTICIPLE
  }
  if (size > 4 && word.endsWith('er')) bits |= degree(word, 'er', 'ier', COMPARATIVE)
  if (size > 5 && word.endsWith('est')) bits |= degree(word, 'est', 'iest', SUPERLATIVE)
  return bits

  function degree(form: string, ending: string, afterY: string, bit: number): number {
    const stem = form.slice(0, -ending.length)
    const stems = [stem, `${stem}e`, ...without(form, afterY, 'y'), undoubled(stem)]
    return known(ADJECTIVE, ...stems) ? bit : 0
  }
}

const without = (word: string, ending: string, put: string): readonly string[] =>
  word.endsWith(ending) ? [word.slice(0, -ending.length) + put] : []

/** "stopp" of "stopped" is "stop". */
const undoubled = (stem: string): string =>
  stem.length > 1 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
