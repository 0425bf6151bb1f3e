/**
 * A fact is one thing that a sentence says, found by one construction: what is asked of it, what answers it, and where it
 * stands. Facts are the middle of the way: forms, checks for ambiguity and wrong options all come from them.
 */
import type { ItemKind } from '@/lib/core/items/item'
import type { Value } from '@/lib/core/language/tree'
import type { Span } from '@/lib/core/text/source'
import type { MentionType } from './mentions/mention'
import type { ReadSentence } from './read-sentence'

/** How a fact may be asked. All parts are words as a question says them, references resolved. */
export type Ask =
  /** "Who" + "edited the Herald in 1900": the predicate stands as in the text. */
  | { readonly way: 'subject'; readonly word: string; readonly predicate: string }
  /** "When" + "was" + "the congress" + "held": the auxiliary comes before the subject. */
  | {
      readonly way: 'fronted'
      readonly word: string
      readonly auxiliary: string
      readonly subject: string
      readonly rest: string
    }
  /** "Ten theses defined soviet power." + "Name all ten." */
  | { readonly way: 'statement'; readonly statement: string; readonly task: string }
  /** The sentence with a gap. */
  | { readonly way: 'gap'; readonly before: string; readonly after: string }

export type AnswerType = MentionType | 'term' | 'role' | 'reason'

/** What a named mention is as an answer. */
export const NAMED_ANSWER: Readonly<Partial<Record<Value['type'], AnswerType>>> = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  work: 'work',
  event: 'event',
  people: 'name',
}

export type Answer = {
  readonly text: string
  readonly type: AnswerType
  /** What may stand beside it as an option: see Mention. */
  readonly grain: string
  /** Where it stands in the sentence's view; null when it stands in another sentence. */
  readonly span: Span | null
  /** The bare number of a measure, as written. */
  readonly number: string
}

export type Fact = {
  readonly kind: ItemKind
  readonly construction: string
  readonly sentence: ReadSentence
  /** Other sentences that the question leans on: they are evidence as well. */
  readonly alsoFrom: readonly ReadSentence[]
  /** The clause that says it, in the sentence's view; null for the whole sentence. */
  readonly clause: Span | null
  readonly ask: Ask
  readonly answer: Answer
  /** The elements of a list, in the text's order; [] otherwise. */
  readonly elements: readonly ListElement[]
  /** One of several facts of the same make in one sentence ("40 per cent of A, 90 per cent of B"). */
  readonly parallel: boolean
  /** Whose words they are; null: the text's own. */
  readonly attributedTo: string | null
  /** 0 … 1, before the filter looks at the question. */
  readonly confidence: number
  /** By name, 0 … 1: the gates it passed and what else tells a good one of its construction from a bad one. */
  readonly signs: Signs
}

export type Signs = Readonly<Record<string, number>>

/** A fact that has passed, without the sentences it was read from: of a long text there are many. */
export type PassedFact = Pick<
  Fact,
  'kind' | 'construction' | 'ask' | 'answer' | 'elements' | 'parallel'
> & {
  /** Index, block and section of its sentence, and what that mentions. */
  readonly place: Pick<ReadSentence, 'index' | 'section' | 'mentions'> & { readonly block: number }
  /** Indices of the sentences that its question uses words of. */
  readonly leansOn: readonly number[]
  /** In the source; the first is the sentence or clause that says it. */
  readonly evidence: readonly Span[]
}

export type ListElement = {
  readonly text: string
  readonly accept: readonly string[]
  /** Where it stands, in the source. */
  readonly span: Span
}

const NO_FACT = {
  alsoFrom: [],
  clause: null,
  elements: [],
  parallel: false,
  attributedTo: null,
  signs: {},
} as const

type Needed = Pick<Fact, 'kind' | 'construction' | 'sentence' | 'ask' | 'answer' | 'confidence'>

export const fact = (parts: Needed & Partial<Fact>): Fact => ({ ...NO_FACT, ...parts })
