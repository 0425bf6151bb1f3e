/** What reading English needs besides the text: the net and the lemmas, opened from a file of weights. */

import { FUNCTION_WORDS } from './mentions/lists/word-lists'
import { openWeights } from './net/container'
import { createNetwork, LONGEST, type Network, type Parsed } from './net/network'
import { joinParts, partEnds } from './net/parts'
import { type Lemmas, lemmaOf, readLemmas } from './tags/lemma'
import { possibilities, readLexicon } from './tags/lexicon'

export interface EnglishModel {
  readonly network: Network
  readonly lemmas: Lemmas
  /** Whether a word in lower case is one of English, as far as is known. */
  readonly isWord: (word: string) => boolean
}

export interface Read extends Parsed {
  readonly lemma: string
}

/** Throws BrokenWeights, with a sentence that says what is wrong, for a file that is no file of weights. */
export function openModel(file: Uint8Array, kind: 'vectors' | 'plain' = 'vectors'): EnglishModel {
  const weights = openWeights(file)
  const lexicon = readLexicon(weights.bytes('lexicon'))
  return {
    network: createNetwork(weights, lexicon, kind),
    isWord: (word) => FUNCTION_WORDS.has(word) || possibilities(lexicon, word) !== 0,
    lemmas: readLemmas(weights.text('lemmas.dictionary'), weights.text('lemmas.rules')),
  }
}

/** Sentences as lists of forms: of each form what it is and what it depends on. Any forms give a tree. */
export function readForms(
  sentences: readonly (readonly string[])[],
  { network, lemmas }: EnglishModel,
): Read[][] {
  const parts: (readonly string[])[] = []
  const counts = sentences.map((forms) => {
    if (forms.length === 0) return 0
    let start = 0
    const ends = partEnds(forms, LONGEST)
    for (const end of ends) {
      parts.push(forms.slice(start, end))
      start = end
    }
    return ends.length
  })
  const parsed = network.parse(parts)
  let next = 0
  return sentences.map((forms, index) => {
    const count = counts[index] ?? 0
    const own = parsed.slice(next, next + count)
    next += count
    const joined = own.length === 1 ? (own[0] ?? []) : joinParts(own)
    return joined.map((word, k) => ({
      ...word,
      lemma: lemmaOf(lemmas, forms[k] ?? '', `${word.xpos}|${word.upos}`, k === 0),
    }))
  })
}
