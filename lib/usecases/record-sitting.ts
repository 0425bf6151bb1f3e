/** What is done in a sitting comes in as events, in any order and any number of times, each judged by itself. */
import 'server-only'
import { z } from 'zod'
import { heldTime } from '@/lib/core/exam/mock/sitting'
import { SittingEvent } from '@/lib/core/exam/mock/sitting-event'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { mergedInto } from '@/lib/store/merge'
import { appendSittingEvents } from '@/lib/store/sitting'
import { loadSitting } from './load-sitting'
import { BECAME_ANOTHER } from './record-reviews'
import { teachSitting } from './teach-sitting'
import type { Visit } from './visit'

/** Most events in one batch. */
const MAX_SITTING_EVENTS = 500

export type SittingReceipt = {
  /** The server's clock, by which the page sets its own. */
  readonly now: number
  /** What is stored, now or since before. */
  readonly stored: readonly string[]
  readonly refused: readonly { readonly id: string; readonly reason: string }[]
  readonly handedIn: boolean
}

const Named = z.object({ id: z.string().max(100) })

export async function recordSitting(
  visit: Visit,
  sittingId: string,
  raw: unknown,
): Promise<Outcome<SittingReceipt>> {
  if (!Array.isArray(raw)) return failed('invalid', 'A batch is a list of events.')
  if (raw.length > MAX_SITTING_EVENTS)
    return failed('tooLarge', `A batch holds at most ${MAX_SITTING_EVENTS} events.`)
  const before = await loadSitting(visit, sittingId)
  if (!before.ok) {
    // It is not gone, it is another's: what waits is sent again.
    const isMoved = await mergedInto(store(), visit.learner.id)
    return isMoved ? failed('conflict', BECAME_ANOTHER) : before
  }
  const { row, test } = before.value
  const events: SittingEvent[] = []
  const refused: { id: string; reason: string }[] = []
  for (const one of raw) {
    const parsed = SittingEvent.safeParse(one)
    const problem = parsed.success
      ? problemWith(parsed.data, test.drawn.questions.length)
      : (parsed.error.issues[0]?.message ?? 'not understood')
    if (parsed.success && problem === null)
      events.push({ ...parsed.data, at: heldTime(parsed.data.at, row, visit.now) })
    else refused.push({ id: Named.safeParse(one).data?.id ?? '', reason: problem ?? '' })
  }
  await appendSittingEvents(store(), visit.learner.id, row.id, events, visit.now)
  const after = await loadSitting(visit, sittingId)
  if (!after.ok) return after
  const handedIn = after.value.sitting.stage.phase === 'handedIn'
  if (handedIn) await teachSitting(visit, after.value)
  return done({ now: visit.now, stored: events.map((event) => event.id), refused, handedIn })
}

function problemWith(event: SittingEvent, questions: number): string | null {
  if ('question' in event && event.question >= questions) return 'the test has no such question'
  return null
}
