/**
 * What reading an English text yields. All offsets are UTF-16 code units into the text as it was given; ranges hold
 * `start`, and not `end`. Probabilities lie in [0, 1].
 */

import type { Span } from '@/lib/core/text/source'

/** The universal parts of speech (Universal Dependencies 2). */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

export interface Rival {
  readonly head: number
  readonly probability: number
}

export interface Token extends Span {
  /** As it stands in the text. */
  readonly text: string
  readonly lemma: string
  readonly upos: Upos
  /** Penn Treebank tag, as EWT and GUM have it. */
  readonly xpos: string
  /** Of upos. */
  readonly uposProbability: number
  /** The position, in its sentence, of the token that this one depends on; -1 for the root. */
  readonly head: number
  readonly headProbability: number
  /** Other tokens that it could depend on (-1: the root), the likeliest first: at most four, each of at least 0.005. */
  readonly rivals: readonly Rival[]
  /** Relation to the head, with its subtype ("nsubj:pass"); "root" for the root. */
  readonly relation: string
  /** Given that head. */
  readonly relationProbability: number
}

export interface Sentence extends Span {
  readonly tokens: readonly Token[]
}

export type BlockKind = 'heading' | 'paragraph' | 'list item'

export interface Block extends Span {
  readonly kind: BlockKind
  readonly sentences: readonly Sentence[]
}

/** What stands between quotation marks, marks left out; over several paragraphs it is one. */
export interface Quotation extends Span {
  /** 0 for one that stands in no other. */
  readonly depth: number
  /** Who says it, and the verb that says so, where the text around it names them. */
  readonly speaker: Span | null
  readonly verb: Span | null
}

export interface Reading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly quotations: readonly Quotation[]
}

/** An exact number: an integer or decimal as it would be written in figures ("9000000000", "0.5"); a share has its fraction. */
export type Figure = string

/** How exact the text is about a number. */
export type Hedge =
  | 'exactly'
  | 'about'
  | 'nearly'
  | 'at least'
  | 'at most'
  | 'more than'
  | 'less than'

/** From one figure to another, or one figure (then both are the same). */
export interface Amount {
  readonly from: Figure
  readonly to: Figure
  readonly hedge: Hedge
}

/** A day, month, year, decade or century: "1918-03-03", "1918-03", "1918", "191" (the 1910s), "19" (the 1900s, the 20th century). */
export interface When {
  /** ISO 8601, cut off where the text is silent; "--03-03" and "--03" without a year; "-0044" before Christ. */
  readonly iso: string
  readonly grain: 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'
  readonly season?: 'spring' | 'summer' | 'autumn' | 'winter'
  readonly part?: 'early' | 'middle' | 'late'
  /** The calendar, where the text says so: Julian or Gregorian. */
  readonly style?: 'old' | 'new'
  readonly hedge: Hedge
}

export type Value =
  | {
      readonly type: 'person' | 'place' | 'organisation' | 'work' | 'people' | 'event'
      readonly name: string
    }
  | { readonly type: 'date'; readonly when: When }
  /** Bounds as the text gives them; null where it is open ("since 1905", "until May"). */
  | { readonly type: 'period'; readonly from: When | null; readonly to: When | null }
  | {
      readonly type: 'duration'
      readonly amount: Amount
      readonly unit:
        | 'second'
        | 'minute'
        | 'hour'
        | 'day'
        | 'week'
        | 'month'
        | 'year'
        | 'decade'
        | 'century'
    }
  | { readonly type: 'number'; readonly amount: Amount; readonly ordinal: boolean }
  /** As a part of one, in per cent: "a third" has the figure "1/3", "40 per cent" has "40/100". */
  | { readonly type: 'share'; readonly amount: Amount }
  | { readonly type: 'money'; readonly amount: Amount; readonly currency: string }
  | { readonly type: 'measure'; readonly amount: Amount; readonly unit: string }

export type MentionType = Value['type']

export interface Mention extends Span {
  readonly text: string
  readonly value: Value
  /** That its type and bounds are right. */
  readonly probability: number
}

/** Somebody or something of one name through a document. */
export interface Name {
  readonly type: 'person' | 'place' | 'organisation' | 'work' | 'people' | 'event'
  /** The fullest form that the text uses. */
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentions: readonly Mention[]
}

/** A pronoun or a "this congress", and the one mention that it can mean. */
export interface Reference extends Span {
  readonly antecedent: Mention
  readonly probability: number
}
