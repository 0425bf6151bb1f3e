/**
 * The queue on this device. What a tab puts into it is in memory and in the journal at once, and on the shelf a moment
 * later, when it leaves the journal: at no time does a page that dies take an answer along. Ids are UUIDv7, so their
 * order is the order of making.
 */
import { openJournal } from './outbox-journal'
import type { Entry, OutboxPorts, Outgoing, Refused } from './outbox-ports'

/** Where the safest copy of an answer is. */
type Kept = {
  readonly event: Outgoing
  place: 'memory' | 'journal' | 'shelf'
  /** On its way to the shelf. */
  writing?: boolean
}

export type Queue = ReturnType<typeof openQueue>

/** `changed` is called when an answer has come to a safer place. */
export function openQueue(
  owner: string,
  { journal: storage, shelf }: Pick<OutboxPorts, 'journal' | 'shelf'>,
  changed: () => void,
) {
  const journal = openJournal(owner, storage)
  const waiting = new Map<string, Kept>()
  const refused = new Map<string, string>()
  /** For each reading of the shelf that is under way: what left the queue meanwhile. */
  const readings = new Set<Set<string>>()
  /** How often something was refused or dismissed here: a reading that began before knows nothing of it. */
  let judged = 0
  adoptJournal()

  /** Takes over what this or a closed tab, or an earlier version of the app, has written ahead. */
  function adoptJournal(): void {
    for (const { id, event } of journal.entries()) {
      if (!waiting.has(id)) waiting.set(id, { event, place: 'journal' })
    }
    for (const { id, reason } of journal.refused()) refused.set(id, reason)
  }

  /** Onto the shelf; where it cannot be reached, the answer stays where it is until the next reading. */
  async function shelve(id: string, kept: Kept): Promise<void> {
    if (kept.writing) return
    kept.writing = true
    try {
      await shelf.put(owner, { id, event: kept.event })
    } catch {
      kept.writing = false
      return
    }
    kept.place = 'shelf'
    journal.erase(id)
    changed()
  }

  async function shelveRefused(): Promise<void> {
    const left = journal.refused()
    if (left.length === 0) return
    await shelf.settle(owner, [], left)
    for (const { id } of left) journal.eraseRefused(id)
  }

  /** Reads the shelf again: other tabs and the service worker put there and take away. */
  async function load(): Promise<void> {
    adoptJournal()
    const gone = new Set<string>()
    const judgedBefore = judged
    const known = [...waiting].filter(([, kept]) => kept.place === 'shelf')
    readings.add(gone)
    try {
      await shelveRefused()
      const read = await shelf.read(owner)
      take(read.waiting, known, gone)
      if (judged === judgedBefore) takeRefused(read.refused)
    } catch {
      // A browser without IndexedDB: the journal alone keeps the answers.
    } finally {
      readings.delete(gone)
    }
    for (const [id, kept] of waiting) if (kept.place !== 'shelf') void shelve(id, kept)
    changed()
  }

  function take(
    read: readonly Entry[],
    known: readonly [string, Kept][],
    gone: ReadonlySet<string>,
  ): void {
    const there = new Set(read.map(({ id }) => id))
    for (const [id, kept] of known) {
      if (!there.has(id) && waiting.get(id) === kept) waiting.delete(id)
    }
    for (const { id, event } of read) {
      if (!waiting.has(id) && !gone.has(id)) waiting.set(id, { event, place: 'shelf' })
    }
  }

  function takeRefused(read: readonly Refused[]): void {
    refused.clear()
    for (const { id, reason } of read) refused.set(id, reason)
  }

  function drop(ids: readonly string[]): void {
    for (const id of ids) {
      waiting.delete(id)
      journal.erase(id)
      for (const gone of readings) gone.add(id)
    }
  }

  return {
    load,
    entries: (): Entry[] =>
      [...waiting].map(([id, { event }]) => ({ id, event })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    put(event: Outgoing): void {
      const kept: Kept = { event, place: journal.write(event) ? 'journal' : 'memory' }
      waiting.set(event.id, kept)
      void shelve(event.id, kept)
    },
    /** Another tab has it, and sees to it. */
    hear(event: Outgoing): void {
      if (!waiting.has(event.id)) waiting.set(event.id, { event, place: 'shelf' })
    },
    drop,
    /** What the server has leaves the queue; what it refuses is kept aside until the learner has read why. */
    async settle(stored: readonly Entry[], turnedDown: readonly Refused[]): Promise<void> {
      drop([...stored, ...turnedDown].map(({ id }) => id))
      for (const { id, reason } of turnedDown) refused.set(id, reason)
      if (turnedDown.length > 0) judged++
      // Should this be cut short, they are sent again, and the server knows them.
      await shelf.settle(owner, stored, turnedDown).catch(() => undefined)
    },
    refused: (): Refused[] => [...refused].map(([id, reason]) => ({ id, reason })),
    count: () => waiting.size,
    durable: () => [...waiting.values()].every(({ place }) => place !== 'memory'),
    async dismissRefused(): Promise<void> {
      const ids = [...refused.keys()]
      refused.clear()
      judged++
      for (const id of ids) journal.eraseRefused(id)
      await shelf.dismiss(owner, ids).catch(() => undefined)
    },
  }
}
