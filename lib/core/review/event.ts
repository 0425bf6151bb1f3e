/**
 * Review events are the truth of the system: what one learner did with one card, when. They are never changed and never
 * deleted; taking one back is another event. Memory is a fold over them.
 */
import { z } from 'zod'
import { CardId, ReviewId } from '../ids'
import { Form } from '../items/item'
import type { StudyDay } from '../time/study-day'
import { MAX_REASON, MAX_TYPED } from './limits'

/** 1 Again (forgotten), 2 Hard, 3 Good, 4 Easy. Hard is a pass. */
export const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Grade = z.infer<typeof Grade>

export { MAX_DURATION_MS } from './limits'

/** Typed words as they came, without U+0000, which no PostgreSQL text can hold. */
const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replaceAll('\u0000', ''))

/** No review of Passage is older (clock.ts). */
const EARLIEST_DUE = '2000-01-01'

const base = {
  id: ReviewId,
  cardId: CardId,
  /** The client's clock, as an ISO instant with zone. */
  reviewedAt: z.iso.datetime({ offset: true }),
  /** IANA zone the learner is in. */
  timeZone: z.string().min(1).max(64),
}

/** What a client sends. */
export const ReviewEventInput = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('review'),
    grade: Grade,
    form: Form,
    /** What was typed or chosen, '' where nothing was. */
    typed: words(MAX_TYPED),
    /** True where the machine said wrong and the learner said "I was right". */
    overruled: z.boolean().default(false),
    durationMs: z.number().int().min(0).max(86_400_000),
    /**
     * The day the button promised, YYYY-MM-DD, where it was chosen by what else is due: nobody can work it out again.
     * It counts as long as it lies within the fuzz of the interval that the fold finds.
     */
    dueDay: z.iso
      .date()
      .refine((day) => day >= EARLIEST_DUE, `must be ${EARLIEST_DUE} or later`)
      .optional(),
    /** The name of the parameters that the button spoke with; where it is left out, or not known, those in use. */
    scheduledWith: z.string().max(40).optional(),
  }),
  /** Takes back the event `targetId` of the same card, whatever its kind (an undone undo counts again). */
  z.object({ ...base, kind: z.literal('undo'), targetId: ReviewId }),
  /** Out of the way until the next study day. */
  z.object({ ...base, kind: z.literal('bury') }),
  /** Never asked until resumed. reason '' or what is bad about the question. */
  z.object({ ...base, kind: z.literal('suspend'), reason: words(MAX_REASON) }),
  z.object({ ...base, kind: z.literal('resume') }),
  /** The memory begins anew: what was answered before stays in the history and counts no more. */
  z.object({ ...base, kind: z.literal('reset') }),
])
export type ReviewEventInput = z.infer<typeof ReviewEventInput>

type Stored = {
  /** The study day the event counts for; taken once, when it is stored. */
  readonly studyDay: StudyDay
  /** Milliseconds since 1970 after a wrong clock has been capped. */
  readonly at: number
}
/** What a review says of its due day. */
type Promised<E> = E extends { kind: 'review' } ? { readonly dueDay?: StudyDay } : unknown
export type ReviewEvent = ReviewEventInput extends infer E
  ? E extends ReviewEventInput
    ? Omit<E, 'reviewedAt' | 'timeZone' | 'dueDay'> & Stored & Promised<E>
    : never
  : never
