/** What can be asked of a sentence: its clauses with their parts, its noun phrases, lists and appositions. */
import type { Span } from '@/lib/core/text/source'

/** A stretch of a sentence that hangs from one word. Offsets into the text; positions of tokens in the sentence. */
export interface Phrase extends Span {
  readonly head: number
  readonly from: number
  /** After its last token. */
  readonly to: number
  /** That its bounds, and what it hangs from, are right; checked against gold spans of its kind. */
  readonly confidence: number
}

export interface PrepositionalPhrase extends Phrase {
  /** As it stands there, in lower case ("according to"); "" for a bare one ("last year"). */
  readonly preposition: string
  /** What the preposition governs. */
  readonly inner: Phrase
}

export interface NounPhrase extends Phrase {
  readonly determiner: number | null
  /** Adjectives, compounds and the like before the noun. */
  readonly modifiers: readonly Phrase[]
  /** "ninety", "some 400", "most". */
  readonly quantity: Phrase | null
  readonly possessor: Phrase | null
  readonly ofPhrases: readonly PrepositionalPhrase[]
  readonly otherPhrases: readonly PrepositionalPhrase[]
  readonly relatives: readonly Phrase[]
}

export interface VerbGroup extends Span {
  readonly main: number
  readonly auxiliaries: readonly number[]
  /** Of "carried out": "out". */
  readonly particle: number | null
  readonly form: 'finite' | 'infinitive' | 'participle'
  /** Null where the form has none ("to go", "could go"). */
  readonly tense: 'past' | 'present' | 'future' | null
  readonly aspect: 'simple' | 'perfect' | 'progressive' | 'perfect progressive'
  readonly voice: 'active' | 'passive'
  readonly copula: boolean
  readonly negated: boolean
  /** "could", "must": the lemma; null for none. */
  readonly modal: string | null
  /** A word by which the writer holds back: "perhaps", "reportedly", "seem". */
  readonly hedge: string | null
  readonly confidence: number
}

export interface Subject extends Phrase {
  /** Its own, or that of the clause that this one is joined to ("He came and saw"). */
  readonly shared: boolean
}

export type ClauseKind =
  | 'main'
  | 'coordinated'
  | 'relative'
  | 'adverbial'
  | 'reported'
  | 'complement'
  | 'modifier'
  | 'aside'

export type AdverbialSort = 'time' | 'cause' | 'purpose' | 'condition' | 'contrast'

export interface Clause extends Phrase {
  readonly kind: ClauseKind
  /** Its place in the sentence's list, of the clause that this one depends on; null for a main one. */
  readonly parent: number | null
  readonly marker: string | null
  /** Of an adverbial one; null where the marker leaves it open ("since", "as", "while"). */
  readonly sort: AdverbialSort | null
  /** Of a reported one: who says it, and the verb that says so. */
  readonly source: { readonly who: Phrase | null; readonly verb: number } | null
  readonly verb: VerbGroup
  readonly subject: Subject | null
  readonly object: Phrase | null
  readonly indirectObject: Phrase | null
  readonly agent: PrepositionalPhrase | null
  /** After a copula: what is said of the subject. */
  readonly predicate: Phrase | null
  /** Clauses that the verb asks for ("began to …", "said that …"). */
  readonly complements: readonly Phrase[]
  readonly obliques: readonly PrepositionalPhrase[]
}

export interface Coordination {
  /** From left to right; of each, what is its own ("and" left out). */
  readonly members: readonly Phrase[]
  /** "and", "or", "but", "nor"; null where only marks join them. */
  readonly word: string | null
  /** That all members are right. */
  readonly confidence: number
}

export interface Apposition {
  /** What is explained, without the explanation. */
  readonly of: Phrase
  readonly by: Phrase
  readonly confidence: number
}
