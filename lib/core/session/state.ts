/**
 * A running session: what is asked, what has been answered, what is still to come. A value that can be written down as
 * JSON and taken up again; `step` makes the next one from it.
 */
import type { CardId, ItemId, ReviewId } from '../ids'
import type { Element, FormSpec, ItemContent } from '../items/item'
import type { CardState } from '../memory/state'
import type { Grade, ReviewEventInput } from '../review/event'
import type { SessionPlan } from './question'

export type Verdict = 'right' | 'close' | 'wrong'

/** One question being asked. */
export type Turn = {
  /** Index into plan.questions. */
  readonly question: number
  readonly form: FormSpec
  /** The options in the order they are shown; [] unless it is a choice. */
  readonly options: readonly string[]
  /** The cards that the answer trains. A list's other elements are given. */
  readonly asked: readonly CardId[]
  readonly shownAt: number
}

/** What an element of a list is credited with. */
export type Credit = {
  readonly cardId: CardId
  readonly recalled: boolean
  /** What the machine found in what was typed; null where nothing was. */
  readonly found: boolean | null
  /** The line it was found in; '' where it was not. */
  readonly typed: string
}

export type QuestionStage = { readonly phase: 'question'; readonly turn: Turn }
export type AnswerStage = {
  readonly phase: 'answer'
  readonly turn: Turn
  /** When the answer was shown: the time of the review, and of what the grade buttons say. */
  readonly answeredAt: number
  /** null where the learner only looked. */
  readonly typed: string | null
  /** null where there was nothing to check. For a list see the credits. */
  readonly verdict: Verdict | null
  /** "I was right." */
  readonly overruled: boolean
  /** [] unless it is a list. */
  readonly credits: readonly Credit[]
}
export type Stage = QuestionStage | AnswerStage | { readonly phase: 'summary' }

/** Something done that can be undone. */
export type Deed = {
  readonly question: number
  readonly what:
    | {
        readonly kind: 'review'
        readonly grades: readonly { readonly cardId: CardId; readonly grade: Grade }[]
        readonly durationMs: number
      }
    | { readonly kind: 'bury' }
    | { readonly kind: 'resume' }
    | { readonly kind: 'suspend'; readonly reason: string }
  readonly events: readonly { readonly id: ReviewId; readonly cardId: CardId }[]
  readonly before: Pick<Session, 'stage' | 'next' | 'returned' | 'slip'> & {
    /** The states of the cards it changed. */
    readonly cards: Session['cards']
  }
}

/** Cards of a question that were just forgotten once too often: what can be done is shown before the next question. */
export type Slip = {
  readonly question: number
  readonly cardIds: readonly CardId[]
  /** Of the one forgotten most often. */
  readonly lapses: number
}

export type Session = {
  readonly plan: SessionPlan
  /** Indexes into plan.questions, in the order they are first asked; without those that wait for a learning step. */
  readonly order: readonly number[]
  /** How many of `order` have had their turn. */
  readonly next: number
  /** Questions taken back into the session, asked before `order` goes on. */
  readonly returned: readonly number[]
  /** Questions whose item is no more. */
  readonly gone: readonly number[]
  readonly cards: Readonly<Record<CardId, CardState>>
  /** Latest time heard of, milliseconds since 1970; never goes back. */
  readonly clock: number
  readonly stage: Stage
  readonly slip: Slip | null
  readonly history: readonly Deed[]
  /** Everything to be sent, oldest first. */
  readonly events: readonly ReviewEventInput[]
}

/** `ids` are new ones, at least as many as `idsNeeded` says. */
type WithIds = { readonly ids: readonly ReviewId[] }
/** `now`: milliseconds since 1970 by the server's clock, as far as it is known. */
export type Action = { readonly now: number } & (
  | { readonly type: 'show' }
  /** What was typed; for a choice the option, for a list a line for each element. */
  | { readonly type: 'submit'; readonly typed: string }
  | ({ readonly type: 'grade'; readonly grade: Grade } & WithIds)
  | { readonly type: 'credit'; readonly cardIds: readonly CardId[]; readonly recalled: boolean }
  | ({ readonly type: 'finishList' } & WithIds)
  /** "I was right", or not after all. */
  | { readonly type: 'overrule'; readonly right: boolean }
  | ({ readonly type: 'undo' } & WithIds)
  | ({ readonly type: 'bury' } & WithIds)
  | ({ readonly type: 'suspend'; readonly reason: string } & WithIds)
  | ({ readonly type: 'resume'; readonly itemId: ItemId } & WithIds)
  /** The cards that keep slipping are not asked until they are resumed. */
  | ({ readonly type: 'rest' } & WithIds)
  /** On to the next question, which is met only now. */
  | { readonly type: 'leaveSlip' }
  | { readonly type: 'tick' }
  /** The wording was mended. */
  | { readonly type: 'edit'; readonly itemId: ItemId; readonly content: ItemContent }
  /** The item was deleted, or another took its place. */
  | { readonly type: 'remove'; readonly itemId: ItemId }
  /** What the server says of cards that have nothing left to send. */
  | {
      readonly type: 'merge'
      readonly cards: readonly { readonly id: CardId; readonly state: CardState }[]
    }
)

/** An action as a button or a key means it: whoever holds the session adds time and ids. */
export type Wanted = Action extends infer A
  ? A extends Action
    ? Omit<A, 'now' | 'ids'>
    : never
  : never

/** How typed answers are judged. */
export type Checkers = {
  readonly checkAnswer: (
    typed: string,
    key: { readonly answer: string; readonly accept: readonly string[] },
  ) => { readonly verdict: Verdict }
  /** Which elements were found, and in which line (an index into `lines`). */
  readonly checkList: (lines: readonly string[], elements: readonly Element[]) => ListCheck
}
export type ListCheck = {
  readonly found: readonly { readonly key: string; readonly line: number }[]
}
