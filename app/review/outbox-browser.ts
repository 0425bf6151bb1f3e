/** The outbox in a page: localStorage, IndexedDB, fetch, Web Locks, and the moments at which a new try is worth it. */
import type { ReviewEventInput } from '@/lib/core/review/event'
import { device } from '../device/database'
import { type Outbox, openOutbox } from './outbox'
import { NO_JOURNAL, ownersInJournal } from './outbox-journal'
import { keepStored, sendLater } from './outbox-later'
import { exclusively, post } from './outbox-network'
import type { Journal, OutboxPorts, Told } from './outbox-ports'
import { openShelf } from './outbox-shelf'
import { listenToTabs, tellTabs } from './outbox-tabs'

export type ElsewhereListener = (event: ReviewEventInput) => void

export type BrowserOutbox = Outbox & {
  /** Another tab of this learner has put an event there. */
  onElsewhere(listener: ElsewhereListener): () => void
}

/** Milliseconds. A page does not wait longer than this for what earlier ones left behind. */
const LONGEST_WAIT_MS = 1_000

const shelf = openShelf(device)

/** One for each learner, for as long as the tab lives: it goes on sending when the page is left. */
const opened = new Map<string, BrowserOutbox>()

export function outboxOf(owner: string): BrowserOutbox {
  const known = opened.get(owner)
  if (known) return known
  const outbox = open(owner)
  opened.set(owner, outbox)
  return outbox
}

/** The learners of this browser for whom something waits. */
export async function ownersWaiting(): Promise<string[]> {
  const shelved = await shelf.owners().catch(() => [])
  return [...new Set([...ownersInJournal(journal()), ...shelved])]
}

/** Opens the learner's outbox and watches for other tabs, the network, and the tab coming back. */
function open(owner: string): BrowserOutbox {
  const outbox = openOutbox(owner, browserPorts(owner))
  const elsewhere = new Set<ElsewhereListener>()
  window.addEventListener('online', () => void outbox.send())
  listenToTabs(owner, (told) => {
    outbox.hear(told)
    if (told.kind === 'put' && told.event.kind !== 'room')
      for (const listener of elsewhere) listener(told.event)
  })
  let asked = false
  outbox.subscribe(() => {
    const { stuck } = outbox.state()
    if (stuck && !asked)
      for (const ask of [sendLater, keepStored]) void ask().catch(() => undefined)
    asked = stuck
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.send()
  })
  return {
    ...outbox,
    ready: Promise.race([
      outbox.ready,
      new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS)),
    ]),
    onElsewhere(listener) {
      elsewhere.add(listener)
      return () => elsewhere.delete(listener)
    },
  }
}

function browserPorts(owner: string): OutboxPorts {
  return {
    journal: journal(),
    shelf,
    post,
    exclusively,
    later,
    tell: (told: Told) => tellTabs(owner, told),
  }
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** A browser set to block storage throws at the mere name. */
function journal(): Journal {
  try {
    return window.localStorage
  } catch {
    return NO_JOURNAL
  }
}
