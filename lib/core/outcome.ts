/**
 * Expected outcomes are values that can be serialised; broken invariants throw.
 * A problem's message is written for the person who sees it: what happened, what it means, what to do.
 */
export type ProblemCode =
  /** The input is not what it must be. */
  | 'invalid'
  /** There is no such thing, or it is not theirs: the two are not told apart. */
  | 'notFound'
  /** They can see it, and may not do this with it. */
  | 'forbidden'
  /** It clashes with what is there. */
  | 'conflict'
  | 'tooLarge'
  /** Too often in too short a time: `retryAfter` says in how many seconds it may be tried again. */
  | 'tooMany'
  /** The database or another part cannot be reached now. */
  | 'unavailable'

export type Problem = {
  readonly code: ProblemCode
  readonly message: string
  /** Seconds. */
  readonly retryAfter?: number
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const failed = (code: ProblemCode, message: string): Outcome<never> => ({
  ok: false,
  problem: { code, message },
})
