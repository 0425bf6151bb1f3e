/** Likeness says how much two texts have in common, so that a new revision of a text is known for what it is. */
import type { SegmentedText } from './passage'

/** Sentences shorter than this stand in many texts and prove nothing. In words. */
const TELLING_WORDS = 4

/** 0 … 1: the words in sentences that both texts have, of the words of the shorter text. */
export function likeness(a: SegmentedText, b: SegmentedText): number {
  const [shorter, longer] = [tellingSentences(a), tellingSentences(b)].sort(
    (x, y) => wordsIn(x) - wordsIn(y),
  )
  const total = wordsIn(shorter ?? [])
  if (!shorter || !longer || total === 0) return 0
  const left = new Map<string, number>()
  for (const sentence of longer) left.set(sentence, (left.get(sentence) ?? 0) + 1)
  let common = 0
  for (const sentence of shorter) {
    const count = left.get(sentence) ?? 0
    if (count === 0) continue
    left.set(sentence, count - 1)
    common += countWords(sentence)
  }
  return common / total
}

/** Sentences without their case, punctuation and marks. */
function tellingSentences({ source, sentences }: SegmentedText): string[] {
  return sentences
    .map(({ start, end }) =>
      source.body
        .slice(start, end)
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((sentence) => countWords(sentence) >= TELLING_WORDS)
}

const countWords = (sentence: string): number => sentence.split(' ').length
const wordsIn = (sentences: readonly string[]): number =>
  sentences.reduce((sum, sentence) => sum + countWords(sentence), 0)
