/** Sends what waits on this device while no page of ours is open. */
import { device } from '../device/database'
import { openOutbox } from '../review/outbox'
import { NO_JOURNAL } from '../review/outbox-journal'
import { exclusively, post } from '../review/outbox-network'
import { openShelf } from '../review/outbox-shelf'
import { tellTabs } from '../review/outbox-tabs'

/** @throws when something is left: the browser then calls again. */
export async function sendWaiting(): Promise<void> {
  const shelf = openShelf(device)
  let left = 0
  for (const owner of await shelf.owners()) {
    const outbox = openOutbox(owner, {
      // A page has written them; localStorage is not for workers.
      journal: NO_JOURNAL,
      shelf,
      post,
      exclusively,
      later: () => () => undefined,
      tell: (told) => tellTabs(owner, told),
    })
    await outbox.ready
    await outbox.send()
    left += outbox.state().waiting
    outbox.close()
  }
  if (left > 0) throw new Error(`${left} answers are still waiting`)
}
