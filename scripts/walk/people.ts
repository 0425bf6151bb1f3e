/** Those who ask, and what is theirs. */
import type { Visit } from '@/lib/usecases/visit'

/** owner to student sit in one class; the outsider owns another one; the stranger is a guest in none; nobody has no cookie. */
export const PEOPLE = [
  'owner',
  'teacher',
  'assistant',
  'student',
  'outsider',
  'stranger',
  'nobody',
] as const
export type Who = (typeof PEOPLE)[number]

export interface Person {
  /** As their browser sends them; '' for nobody. */
  readonly cookie: string
  readonly visit: Visit
}

/** What a learner has, all of it with a word in it that stands nowhere else. */
export interface Things {
  readonly secret: string
  readonly deckId: string
  readonly otherDeckId: string
  readonly itemId: string
  readonly textId: string
  readonly proposalId: string
  /** A long text that is under way. */
  readonly importId: string
  readonly examId: string
  readonly testId: string
  readonly sittingId: string
  /** Of the same test, with its only question wrong. */
  readonly handedInId: string
  /** The section of that test. */
  readonly section: string
  readonly cardId: string
}
