/** What this device knows of its learner while there is no network. */
import type { ReviewEventInput } from '@/lib/core/review/event'
import type { Moment, Provisions } from '@/lib/core/session/provisions'
import { keptProvisions, sentSince } from '../device/provisions'
import { outboxOf } from '../review/outbox-browser'

export type Kept = {
  readonly owner: string
  readonly provisions: Provisions
  /** Given since the provisions were packed. */
  readonly events: readonly ReviewEventInput[]
  readonly moment: Moment
  /** Milliseconds since 1970: when the provisions were packed or last found unchanged. */
  readonly packedAt: number
}

/** Null where nothing was brought along, or the browser does not give it. */
export async function readKept(): Promise<Kept | null> {
  const kept = await keptProvisions().catch(() => null)
  if (!kept) return null
  const { owner, provisions, ahead, checkedAt } = kept
  const outbox = outboxOf(owner)
  await outbox.ready
  const sent = await sentSince(owner).catch(() => [])
  return {
    owner,
    provisions,
    events: [...sent, ...outbox.waiting()],
    moment: {
      now: Date.now() + ahead,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    packedAt: checkedAt,
  }
}
