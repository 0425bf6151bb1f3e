/**
 * What this device keeps for when there is no network, in IndexedDB: answers that the server has not confirmed, answers
 * that it would not take, and the provisions of whoever studies here.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { RoomAnswerInput } from '@/lib/core/class/room-answer'
import type { ReviewEventInput } from '@/lib/core/review/event'
import type { Provisions } from '@/lib/core/session/provisions'

/** An answer of a learner. */
export type KeptEvent = {
  readonly owner: string
  readonly id: string
  readonly event: ReviewEventInput | RoomAnswerInput
}

/** Provisions as they came, and when. There is one learner's at a time. */
export type KeptProvisions = {
  readonly owner: string
  /** By which the server tells whether they are still the same. */
  readonly etag: string
  /** Milliseconds since 1970 by this device's clock: when the server last said that they are right. */
  readonly checkedAt: number
  /** The server's clock less this device's, in milliseconds. */
  readonly ahead: number
  readonly provisions: Provisions
}

interface Schema extends DBSchema {
  /** Answers on their way to the server. */
  outbox: { key: [owner: string, id: string]; value: KeptEvent }
  /** Answers that the server will never take, until the learner has read why. */
  refused: {
    key: [owner: string, id: string]
    value: { owner: string; id: string; reason: string }
  }
  /** Answers that the server has and the provisions do not know of. */
  sent: { key: [owner: string, id: string]; value: KeptEvent }
  provisions: { key: string; value: KeptProvisions }
}

export type Device = IDBPDatabase<Schema>

const NAME = 'passage'
const VERSION = 1

/** Milliseconds. A browser that has not opened the database by then is taken for one that has none, this time. */
const OPEN_WITHIN_MS = 3_000

let opening: Promise<Device> | null = null

/** The one connection of this page; a new one when the browser has taken the last away. */
export function device(): Promise<Device> {
  opening ??= inTime(openDevice(NAME, forget)).catch((error: unknown) => {
    forget()
    throw error
  })
  return opening
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('IndexedDB does not open'))
    const timer = setTimeout(late, OPEN_WITHIN_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function forget(): void {
  opening = null
}

export function openDevice(name: string, onGone: () => void): Promise<Device> {
  return openDB<Schema>(name, VERSION, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: ['owner', 'id'] })
      db.createObjectStore('refused', { keyPath: ['owner', 'id'] })
      db.createObjectStore('sent', { keyPath: ['owner', 'id'] })
      db.createObjectStore('provisions', { keyPath: 'owner' })
    },
    // Another tab runs a newer version of the app: let it change the stores.
    blocking(_current, _blocked, event) {
      onGone()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: onGone,
  })
}

/** All keys of one learner. */
export const ofOwner = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []])
