/** What is done in a sitting, as its page sends it: events that are never changed, each with an id of its own. */
import { z } from 'zod'
import { storable } from '../../text/storable'
import { MOST_QUESTIONS } from './blueprint'
import { Given } from './question'

const words = (most: number) => z.string().max(most).transform(storable)

const SittingEventId = z.uuid().toLowerCase()

const base = {
  id: SittingEventId,
  /**
   * Counts the events of a sitting: one more than the highest that its page had seen (Lamport's clock). It puts a second
   * thought after the first also where a clock was set back between them.
   */
  seq: z.int().min(1).max(1_000_000),
  /** When it was done: milliseconds since 1970 by the server's clock, as the page was told it. */
  at: z.number().int(),
}

const place = z
  .int()
  .min(0)
  .max(MOST_QUESTIONS - 1)

export const SittingEvent = z.discriminatedUnion('kind', [
  /** `ms`: how long the question was looked at so far. */
  z.object({
    ...base,
    kind: z.literal('answer'),
    question: place,
    given: Given.transform((lines) => lines.map(storable)),
    ms: z.int().min(0).max(86_400_000),
  }),
  z.object({ ...base, kind: z.literal('flag'), question: place, flagged: z.boolean() }),
  z.object({ ...base, kind: z.literal('extend'), minutes: z.int().min(1).max(600) }),
  z.object({ ...base, kind: z.literal('clockOff') }),
  z.object({ ...base, kind: z.literal('handIn') }),
  /** "This should count": only what is handed in can be contested. An empty reason takes it back. */
  z.object({ ...base, kind: z.literal('contest'), question: place, reason: words(2000) }),
])
export type SittingEvent = z.infer<typeof SittingEvent>
