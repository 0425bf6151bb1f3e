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

export interface Lexicon {
  /** The four bits of a word; 0 for one that it does not hold. */
  readonly bitsOf: (word: string) => number
}

/** Every so many words a whole one is kept, to begin a search from. */
const STRIDE = 16
/** The most letters that a word can say it shares with the one before: it may share more. */
const MOST_SHARED = 15

/**
 * Words in the order of their letters, each by what it shares with the one before. A byte: letters shared + 16 × bits;
 * a byte: how many follow; these. They stay as they are, for most are never asked for.
 */
export function readLexicon(bytes: Uint8Array): Lexicon {
  const { words, places } = wholeWords(bytes)
  return {
    bitsOf: (word) => {
      let low = 0
      let high = words.length
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if ((words[middle] ?? '') <= word) low = middle
        else high = middle
      }
      const whole = words[low]
      if (whole === undefined || whole > word) return 0
      return search(bytes, places[low] ?? 0, whole, word)
    },
  }
}

function wholeWords(bytes: Uint8Array): { words: string[]; places: number[] } {
  const words: string[] = []
  const places: number[] = []
  const letters = new Uint8Array(MOST_SHARED + 256)
  for (let at = 0, nth = 0; at + 1 < bytes.length; nth++) {
    const shared = (bytes[at] ?? 0) & MOST_SHARED
    const length = bytes[at + 1] ?? 0
    for (let k = 0; k < length; k++) letters[shared + k] = bytes[at + 2 + k] ?? 0
    if (nth % STRIDE === 0) {
      words.push(String.fromCharCode(...letters.subarray(0, shared + length)))
      places.push(at)
    }
    at += 2 + length
  }
  return { words, places }
}

/** From the whole word at `start`, which does not come after the one looked for. */
function search(bytes: Uint8Array, start: number, whole: string, word: string): number {
  let common = commonLetters(whole, word)
  if (common === word.length && whole.length === word.length) return (bytes[start] ?? 0) >> 4
  for (let at = next(bytes, start), k = 1; k < STRIDE && at + 1 < bytes.length; k++) {
    const shared = (bytes[at] ?? 0) & MOST_SHARED
    const length = bytes[at + 1] ?? 0
    // Sharing more with the word before than that one with ours, it differs from ours where that one does.
    if (shared <= common) {
      let same = 0
      while (same < length && word.charCodeAt(shared + same) === bytes[at + 2 + same]) same++
      common = shared + same
      if (same === length && common === word.length) return (bytes[at] ?? 0) >> 4
      if (same < length && !((bytes[at + 2 + same] ?? 0) < word.charCodeAt(common))) return 0
    }
    at = next(bytes, at)
  }
  return 0
}

const next = (bytes: Uint8Array, at: number): number => at + 2 + (bytes[at + 1] ?? 0)

function commonLetters(a: string, b: string): number {
  let k = 0
  while (k < a.length && a.charCodeAt(k) === b.charCodeAt(k)) k++
  return k
}

/** Ten bits: the four of the lexicon, then those of inflected forms. */
export function possibilities(lexicon: Lexicon, word: string): number {
  let bits = lexicon.bitsOf(word)
  const known = (bit: number, ...stems: readonly string[]) =>
    stems.some((stem) => (lexicon.bitsOf(stem) & bit) !== 0)
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
