/**
 * The write-ahead of the outbox, in localStorage: one key for each answer, so that two tabs can add and cross out at the
 * same moment. What an earlier version of the app, which knew no IndexedDB, left behind lies here too.
 */
import type { Entry, Journal, Outgoing, Refused } from './outbox-ports'

const WAITING = 'passage.outbox.'
/** Only written by the version before. */
const REFUSED = 'passage.refused.'

/** For where there is no localStorage: a service worker, or a browser set to block it. */
export const NO_JOURNAL: Journal = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new Error('nothing is stored here')
  },
  removeItem: () => undefined,
}

/** The learners of this browser for whom something is in the journal. */
export function ownersInJournal(journal: Pick<Journal, 'length' | 'key'>): string[] {
  const owners = new Set<string>()
  for (const key of keysUnder(journal, WAITING)) {
    const [owner, id] = key.slice(WAITING.length).split('.')
    if (owner && id) owners.add(owner)
  }
  return [...owners]
}

export function openJournal(owner: string, journal: Journal) {
  const waiting = `${WAITING}${owner}.`
  const refused = `${REFUSED}${owner}.`
  return {
    /** False where the browser does not store: it is full, or set to keep nothing. */
    write(event: Outgoing): boolean {
      try {
        journal.setItem(waiting + event.id, JSON.stringify(event))
        return true
      } catch {
        return false
      }
    },
    erase: (id: string): void => journal.removeItem(waiting + id),
    entries(): Entry[] {
      return keysUnder(journal, waiting).flatMap((key) => {
        const event = parseEvent(journal.getItem(key))
        if (event) return [{ id: key.slice(waiting.length), event }]
        journal.removeItem(key)
        return []
      })
    },
    refused: (): Refused[] =>
      keysUnder(journal, refused).map((key) => ({
        id: key.slice(refused.length),
        reason: journal.getItem(key) ?? '',
      })),
    eraseRefused: (id: string): void => journal.removeItem(refused + id),
  }
}

function keysUnder(journal: Pick<Journal, 'length' | 'key'>, prefix: string): string[] {
  const keys: string[] = []
  for (let i = 0; i < journal.length; i++) {
    const key = journal.key(i)
    if (key?.startsWith(prefix)) keys.push(key)
  }
  return keys.sort()
}

function parseEvent(text: string | null): Outgoing | null {
  try {
    const value: unknown = text === null ? null : JSON.parse(text)
    // The server judges the rest: an older version of the app may have written it.
    return typeof value === 'object' && value !== null ? (value as Outgoing) : null
  } catch {
    return null
  }
}
