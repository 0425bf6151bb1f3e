/** What a sentence and a text are once they are read: the types that every construction works on. */
import type { Clause } from '@/lib/core/language/clause'
import type { SentenceTrees } from '@/lib/core/language/clauses/read-trees'
import type { Token } from '@/lib/core/language/tag'
import type { Reference, Sentence, Mention as TypedMention } from '@/lib/core/language/tree'
import type { View } from '@/lib/core/language/view'
import type { Block, SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import type { Mention, MentionType } from './mentions/mention'
import type { NameSpan } from './mentions/names'

export type ReadSentence = {
  readonly index: number
  readonly block: Block
  readonly section: number
  readonly span: Span
  readonly view: View
  readonly tokens: readonly Token[]
  /** How it hangs together: clauses, noun phrases, lists. Positions in it are those of `tokens`; offsets are the source's. */
  readonly trees: SentenceTrees
  /** What it names and measures, each with its exact value; and what its pronouns mean. In the view's offsets. */
  readonly typed: readonly TypedMention[]
  readonly references: readonly Reference[]
  readonly names: readonly NameSpan[]
  /** All mentions, in order; names typed over the whole text. */
  readonly mentions: readonly Mention[]
  /** Outermost quotations, clipped to the sentence, in the view's offsets. */
  readonly quotes: readonly Span[]
  /** Whether all of it is somebody's words. */
  readonly quoted: boolean
  readonly clause: Clause | null
  /** The sentence before it in the same block. */
  readonly previous: ReadSentence | null
  /** The person that a pronoun as the subject stands for, where only one can be meant. */
  readonly subjectPerson: Mention | null
  /** What stands for something said before, and the words it stands for. */
  readonly resolved: readonly Replacement[]
  /** Names in it that a later sentence may shorten. */
  readonly longNames: readonly LongName[]
}

/** What was read of the text as a whole. Offsets are the source's. */
export type English = {
  /** By where they begin. */
  readonly trees: ReadonlyMap<number, Sentence>
  readonly mentions: readonly TypedMention[]
  readonly references: readonly Reference[]
}

export type Reading = {
  readonly text: SegmentedText
  readonly english: English
  /** What each name names. */
  readonly kinds: ReadonlyMap<string, MentionType>
  /** Names of newspapers and journals, as they stand in the text, without article. */
  readonly papers: ReadonlySet<string>
  /** The one full name that a last name stands for in this text ("Franklin" → "Benjamin Franklin"). */
  readonly fullNames: ReadonlyMap<string, string>
  /** How often each name stands in the text. */
  readonly times: ReadonlyMap<string, number>
  /** Last names of who wrote the text. */
  readonly authors: ReadonlySet<string>
  readonly sectionTitle: (section: number) => string
}

/** A stretch of a sentence's view and the words that say the same without the text around. */
export type Replacement = Span & { readonly text: string; readonly from: ReadSentence | null }

/** A full name and the word it may be cut to: "the Norland Republic" → republic, "the treaty of Ghent" → treaty. */
export type LongName = { readonly head: string; readonly text: string; readonly start: number }
