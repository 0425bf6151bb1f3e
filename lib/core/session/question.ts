/**
 * A question is what a session asks next: one item, the form it is asked in, and the cards that the answer trains —
 * one card, or for a list item one card per element.
 */
import type { CardId, DeckId, ItemId, RevisionId, TextId } from '../ids'
import type { FormSpec, ItemContent } from '../items/item'
import type { DueLoad } from '../memory/load'
import type { CardState, SchedulingParameters } from '../memory/state'
import type { Span } from '../text/source'
import type { StudyDay } from '../time/study-day'

export type SessionCard = {
  readonly id: CardId
  /** '' when the card is the whole item's, else the key of the list element. */
  readonly elementKey: string
  readonly state: CardState
}

/** The blocks around an item's evidence, as they stand in the text. */
export type PassageExcerpt = {
  readonly textId: TextId
  readonly revisionId: RevisionId
  readonly textTitle: string
  /** As BCP 47 writes it; '' where it is not known. */
  readonly language: string
  readonly section: string
  /** Offset of `content` in the text. */
  readonly start: number
  readonly content: string
  /** The evidence, as offsets into `content`. */
  readonly marks: readonly Span[]
}

/** What an item is most likely mistaken for. */
export type Rival = {
  /** Null where no item of the learner's has this answer. */
  readonly item: { readonly id: ItemId; readonly question: string } | null
  readonly answer: string
  /** How often it was answered instead; 0 where the two only stand near each other in the text. */
  readonly given: number
}

export type Question = {
  readonly itemId: ItemId
  readonly content: ItemContent
  /** The forms it can be asked in are content.forms; this is the one asked now. */
  readonly form: FormSpec
  readonly deckId: DeckId
  readonly deckName: string
  readonly passage: PassageExcerpt | null
  readonly cards: readonly SessionCard[]
  /** Known for items that keep slipping, where there is one. */
  readonly rival?: Rival
}

/** Most questions in one plan: what a person can answer at a sitting. What is left comes with the next plan. */
export const MOST_QUESTIONS = 200

/** Everything a page needs to run a session without asking the server between two cards. */
export type SessionPlan = {
  /** The server's clock when the plan was made, milliseconds since 1970. */
  readonly now: number
  readonly studyDay: StudyDay
  readonly timeZone: string
  readonly rolloverHour: number
  readonly parameters: SchedulingParameters
  /** What else is due on the coming days; null where it has no say in when a card comes back. */
  readonly load: DueLoad | null
  /** Their name, which goes with each review. */
  readonly parametersName: string
  /** What is to be asked today and did not fit: due items, and new ones that wait. */
  readonly left: { readonly due: number; readonly new: number }
  readonly questions: readonly Question[]
}
