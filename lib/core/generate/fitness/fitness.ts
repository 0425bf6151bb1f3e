/**
 * Which passages of a text nothing is to be asked of, and why: what is not English prose yields nonsense. A passage is
 * judged by itself, so that a quotation in French or a table within an English text is passed over alone.
 */
import type { ProposedItem } from '@/lib/core/items/item'
import { countWords } from '@/lib/core/passages/count-words'
import type { Block, SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { isAskable, type PassageDropped } from '../why-none'
import { isCode, isGarbled, isInShortLines, isReference, isTable, linesOf } from './shapes'
import { englishShare, foreignShare } from './tongues'
import { type PassedOver, UNFIT, type Unfit } from './unfit'

export type Fitness = {
  readonly text: SegmentedText
  /** Of each of its blocks why nothing is asked of it; null where something may be. */
  readonly why: readonly (Unfit | null)[]
  readonly passedOver: readonly PassedOver[]
  /** Sentences of another language within a passage that is fit. */
  readonly foreign: readonly Span[]
}

/** The text with its unfit passages set aside, as what is shown and not asked. */
export function fitText(text: SegmentedText): Fitness {
  const { body } = text.source
  const why = unfitnessOf(body, text.blocks)
  const passedOver = countUnfit(body, text.blocks, why)
  const sentences = text.sentences
    .filter((sentence) => !why[sentence.block])
    .map((sentence, index) => ({ ...sentence, index }))
  const blocks = text.blocks.map(
    (block, i): Block => (why[i] ? { ...block, kind: 'boilerplate' } : block),
  )
  const lost = passedOver.reduce((sum, { words }) => sum + words, 0)
  return {
    text: { ...text, blocks, sentences, words: Math.max(0, text.words - lost) },
    why,
    passedOver,
    foreign: sentences.filter((one) => isForeign(body.slice(one.start, one.end))),
  }
}

/** Which passages are passed over, counted by reason. */
export const passagesPassedOver = (body: string, blocks: readonly Block[]): readonly PassedOver[] =>
  countUnfit(body, blocks, unfitnessOf(body, blocks))

/** Of each block why nothing is to be asked of it. */
const unfitnessOf = (body: string, blocks: readonly Block[]): readonly (Unfit | null)[] =>
  blocks.map((block) => (isAskable(block) ? unfitness(wordsOf(body, block)) : null))

function countUnfit(
  body: string,
  blocks: readonly Block[],
  why: readonly (Unfit | null)[],
): readonly PassedOver[] {
  return UNFIT.flatMap((reason) => {
    const all = blocks.filter((_, i) => why[i] === reason)
    if (all.length === 0) return []
    const words = all.reduce((sum, block) => sum + countWords(wordsOf(body, block)), 0)
    return [{ why: reason, passages: all.length, words }]
  })
}

/** What became of the passages of a text that is fit, and of those that were set aside, in the text's order. */
export function withUnfit(
  { blocks }: SegmentedText,
  { why }: Fitness,
  fit: readonly PassageDropped[],
): readonly PassageDropped[] {
  const byStart = new Map(fit.map((passage) => [passage.start, passage.dropped]))
  return blocks.flatMap((block, i): PassageDropped[] => {
    if (!isAskable(block)) return []
    const unfit = why[i]
    return [
      { start: block.start, dropped: unfit ? [[unfit, 1]] : (byStart.get(block.start) ?? []) },
    ]
  })
}

/** Those of the items that rest on no sentence of another language. */
export const fitItems = (
  items: readonly ProposedItem[],
  foreign: readonly Span[],
): readonly ProposedItem[] =>
  items.filter(({ evidence }) =>
    evidence.every((of) => !foreign.some((one) => one.start < of.end && of.start < one.end)),
  )

const wordsOf = (body: string, block: Block): string => body.slice(block.contentStart, block.end)

/** Why nothing is to be asked of a passage; null where something may be. */
export function unfitness(passage: string): Unfit | null {
  const lines = linesOf(passage)
  const runs = passage.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run))
  const english = englishShare(spoken(passage))
  if (isTable(lines)) return 'table'
  if (english < ENGLISH_CODE && isCode(lines)) return 'code'
  if (isReference(passage) && english < ENGLISH_REFERENCE) return 'references'
  if (runs.length >= FEWEST && english < ENGLISH_FIGURES && figures(runs) >= MOST_FIGURES)
    return 'figures'
  if (isGarbled(runs.map(bare))) return 'garbled'
  if (isForeign(passage)) return 'language'
  return isInShortLines(lines) ? 'lines' : null
}

/** Words from which on a stretch is judged by its language. */
const FEWEST = 8
/** Shares of English small words. Prose has 0.35 to 0.55, the driest enumeration of names hardly less than 0.15. */
const ENGLISH_CODE = 0.3
const ENGLISH_REFERENCE = 0.35
const ENGLISH_FIGURES = 0.2
const ENGLISH_LEAST = 0.15
/** Without any sign of which other language it is, this few and this many words. */
const ENGLISH_NONE = 0.06
const FEWEST_UNKNOWN = 16
const FOREIGN_LEAST = 0.15
const MOST_FIGURES = 0.4

/** Whether a stretch is in another language, or in other letters. */
function isForeign(stretch: string): boolean {
  const letters = (stretch.match(/\p{L}/gu) ?? []).length
  const latin = (stretch.match(/\p{Script=Latin}/gu) ?? []).length
  if (letters >= 20 && latin < letters / 2) return true
  const words = spoken(stretch)
  if (words.length < FEWEST) return false
  const english = englishShare(words)
  const foreign = foreignShare(words)
  if (english < ENGLISH_LEAST && foreign >= FOREIGN_LEAST && foreign > english) return true
  return words.length >= FEWEST_UNKNOWN && english < ENGLISH_NONE && lower(stretch)
}

/** Most words have no capital: it is prose of some language, and no row of names. */
function lower(stretch: string): boolean {
  const words = stretch.match(/\p{L}[\p{L}’'-]*/gu) ?? []
  return words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length * 0.6
}

const spoken = (stretch: string): string[] => stretch.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? []

const bare = (run: string): string =>
  run.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/[’']s$/, '')

const figures = (runs: readonly string[]): number =>
  runs.filter((run) => /^\P{L}*\d\P{L}*$/u.test(run)).length / Math.max(1, runs.length)
