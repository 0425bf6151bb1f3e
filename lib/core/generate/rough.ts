/** The first two passes over a text: what has to be known of all of it before one sentence can be read. */
import { type Token, wordsIn } from '@/lib/core/language/tag'
import type { Sentence } from '@/lib/core/language/tree'
import { type View, viewOf } from '@/lib/core/language/view'
import type { Block, SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import type { Spoilt } from './fitness/spoilt'
import { findDates } from './mentions/dates'
import { kindsGatherer } from './mentions/kinds'
import type { Mention, MentionType } from './mentions/mention'
import { findNames, type NameSpan, properWordsGatherer } from './mentions/names'
import { findNumbers } from './mentions/numbers'
import { findPapers } from './mentions/papers'

export type RoughSentence = {
  readonly index: number
  readonly block: Block
  readonly span: Span
  readonly view: View
  /** None for one too long to be read. */
  readonly tokens: readonly Token[]
  readonly timed: readonly Mention[]
}

export type NamedSentence = RoughSentence & { readonly names: readonly NameSpan[] }

/** What the whole text settles. */
export type Names = {
  readonly kinds: ReadonlyMap<string, MentionType>
  readonly papers: ReadonlySet<string>
  /** How often each name stands in the text. */
  readonly times: ReadonlyMap<string, number>
}

const NO_VIEW: View = { text: '', places: [], emphases: [] }

/** Longer than any sentence a person wrote to be read; a longer one is not read, so that the work stays bounded. */
const LONGEST_SENTENCE = 1200

export const isReadable = ({ start, end }: Span): boolean => end - start <= LONGEST_SENTENCE

/** Exercises and lists of sources are no statements of the text. */
const UNASKED =
  /^(?:check your learning|solutions?|examples?|exercises?|(?:review|discussion|study) questions|learning objectives|references|bibliography|further reading|external links|see also|notes|footnotes|glossary|key terms)\b/i

/** Whether what stands under a heading is asked of nobody. */
export const isUnasked = (title: string): boolean => UNASKED.test(title)

/** Finds names, numbers and dates; yields after each sentence how many have been seen. `trees`: by where they begin. */
export function* readNames(
  text: SegmentedText,
  trees: ReadonlyMap<number, Sentence>,
  spoilt: Spoilt | null = null,
): Generator<number, { sentences: NamedSentence[]; names: Names }> {
  const count = text.sentences.length
  const proper = properWordsGatherer()
  const roughs: RoughSentence[] = []
  const blocks = new Map(text.blocks.map((b) => [b.index, b]))
  const titles = new Map(text.sections.map((s) => [s.index, s.title]))
  for (const [i, sentence] of text.sentences.entries()) {
    yield i / 2
    const block = blocks.get(sentence.block)
    if (block === undefined || (block.kind !== 'paragraph' && block.kind !== 'listItem')) continue
    if (isUnasked(titles.get(block.section) ?? '')) continue
    const span = { start: Math.max(sentence.start, block.contentStart), end: sentence.end }
    if (span.end <= span.start || spoilt?.isSentence(sentence)) continue
    const tree = trees.get(span.start)
    const isRead = tree !== undefined
    const view = isRead
      ? viewOf(text.source.body, span, text.source.format === 'markdown')
      : NO_VIEW
    const tokens = isRead ? wordsIn(view, tree) : []
    proper.add(tokens)
    const dates = findDates(view.text)
    const timed = [...dates, ...findNumbers(view.text, dates, tokens)]
    roughs.push({ index: sentence.index, block, span, view, tokens, timed })
  }
  const words = proper.words()
  const kinds = kindsGatherer()
  const papers = new Set<string>()
  const times = new Map<string, number>()
  const sentences: NamedSentence[] = []
  for (const [i, rough] of roughs.entries()) {
    yield (count + i) / 2
    const { tokens } = rough
    const names = findNames(rough.view.text, tokens, rough.timed, words)
    sentences.push({ ...rough, names })
    kinds.add({ tokens, names })
    for (const paper of findPapers({ tokens, names })) papers.add(paper)
    for (const { text: name } of names) times.set(name, (times.get(name) ?? 0) + 1)
  }
  for (const _ of kinds.settle()) yield count
  return { sentences, names: { kinds: kinds.kinds, papers, times } }
}
