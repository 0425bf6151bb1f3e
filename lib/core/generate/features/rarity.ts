/** How rare words are: a gap for a common noun is filled by many others, and rare words pin a sentence down. */

import { rarityOf } from '@/lib/core/language/rarity'
import type { Features } from '@/lib/core/language/spans/features'
import { isFunctionWord } from '@/lib/core/language/words'
import type { Fact } from '../fact'
import { wordsOf } from '../pointers'
import { EXACT } from './importance'
import type { TextCounts } from './text-counts'

/** A word that many a page has. */
const COMMON = 0.75

export function rarityFeatures(
  { answer, construction, sentence }: Fact,
  question: string,
  counts: TextCounts,
): Features {
  const telling = (text: string) =>
    wordsOf(text).filter(
      (w) => /^\p{Ll}/u.test(w) && w.length > 1 && !isFunctionWord(w.toLowerCase()),
    )
  const asked = telling(question).map(rarityOf)
  const said = EXACT.has(answer.type) ? [] : telling(answer.text).map(rarityOf)
  const rarest = Math.max(0, ...said)
  const isNoun = construction === 'gap-noun'
  const least = Math.min(
    9,
    ...wordsOf(answer.text).map((w) => counts.words.get(w.toLowerCase()) ?? 0),
  )
  const { span } = answer
  const described =
    span !== null &&
    sentence.tokens.some((t) => t.pos === 'ADJ' && t.start >= span.start && t.end <= span.end)
  const rare = asked.filter((one) => one === 1).length
  return {
    'answer rarest word': said.length === 0 ? 0 : rarest - COMMON,
    'answer last word rare': said.length === 0 ? 0 : (said.at(-1) ?? 0) - COMMON,
    'answer all common': said.length > 0 && rarest < COMMON ? 1 : 0,
    'question rarity': asked.length === 0 ? 0 : meanOf(asked) - COMMON,
    'question rare words': Math.min(5, rare),
    'question rare share': asked.length === 0 ? 0 : rare / asked.length,
    'noun rarest word': isNoun ? rarest - COMMON : 0,
    'noun common': isNoun && rarest < COMMON ? 1 : 0,
    // "tense hush" once: words of a narrator; "compact bone" again and again: what the text is about.
    'noun recurs': isNoun && least > 1 ? Math.log(least) : 0,
    'noun once': isNoun && least <= 1 ? 1 : 0,
    'noun described once': isNoun && described && least <= 1 ? 1 : 0,
    'noun common after the': isNoun && rarest < COMMON && /\bthe ____/i.test(question) ? 1 : 0,
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length
