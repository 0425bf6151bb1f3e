/**
 * A mention is a stretch of a sentence that names or measures something, with its type and its grain: what answers a
 * question, and what may stand beside it as a wrong option.
 */
import type { Span } from '@/lib/core/text/source'

export type MentionType =
  | 'person'
  | 'organisation'
  | 'place'
  | 'event'
  | 'work'
  | 'name'
  | 'date'
  | 'period'
  | 'duration'
  | 'share'
  | 'money'
  | 'quantity'
  | 'number'

/** Offsets are into the sentence's view. */
export type Mention = Span & {
  readonly type: MentionType
  readonly text: string
  /**
   * What it can be compared with: a unit ('per cent', 'rubles', 'days'), the grain of a date ('year', 'day', 'month'),
   * the noun that is counted; '' for names.
   */
  readonly grain: string
  /** Where the bare number ends in a measure ("nine billion" in "nine billion rubles"). */
  readonly numberEnd: number
  /** Where a hedge before it starts ("a little more than nine billion"); equal to `start` without one. */
  readonly hedgeStart: number
}

export const isMeasure = (mention: Mention): boolean =>
  mention.type === 'share' ||
  mention.type === 'money' ||
  mention.type === 'quantity' ||
  mention.type === 'number' ||
  mention.type === 'duration'

export const isTime = (mention: Mention): boolean =>
  mention.type === 'date' || mention.type === 'period'

export const isName = (mention: Mention): boolean =>
  mention.type === 'person' ||
  mention.type === 'organisation' ||
  mention.type === 'place' ||
  mention.type === 'event' ||
  mention.type === 'work' ||
  mention.type === 'name'

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end
