/** What this device keeps for a learner, when they sign out: sent first, and then forgotten. */
import { forgetOwner } from '../device/provisions'
import { outboxOf } from '../review/outbox-browser'
import { sendLeft } from '../tests/send-left'

/** Sends what waits; gives how many answers could not be sent. */
export async function sendBeforeLeaving(learnerId: string): Promise<number> {
  const outbox = outboxOf(learnerId)
  await outbox.ready
  await Promise.all([outbox.send(), sendLeft().catch(() => false)])
  return outbox.state().waiting + keysOf(`passage.sitting.${learnerId}.`).length
}

/** What was brought along to study from, and what the pages remember. Answers that wait to be sent stay. */
export async function forgetHere(learnerId: string): Promise<void> {
  try {
    window.sessionStorage.clear()
  } catch {
    // A browser set to block storage keeps nothing, and throws at the mere name.
  }
  await forgetOwner(learnerId).catch(() => undefined)
}

function keysOf(prefix: string): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}
