/** The shelf of the outbox: IndexedDB, each write on the disk before it is said to be done. */
import { type Device, ofOwner } from '../device/database'
import type { Entry, Refused, Shelf } from './outbox-ports'

/** `complete` then means that the disk has it, not only the operating system. */
const SAFE = { durability: 'strict' } as const

export function openShelf(device: () => Promise<Device>): Shelf {
  return {
    async read(owner) {
      const tx = (await device()).transaction(['outbox', 'refused'])
      const [waiting, refused] = await Promise.all([
        tx.objectStore('outbox').getAll(ofOwner(owner)),
        tx.objectStore('refused').getAll(ofOwner(owner)),
      ])
      return { waiting: waiting.map(entryOf), refused: refused.map(refusedOf) }
    },

    async put(owner, { id, event }) {
      const tx = (await device()).transaction('outbox', 'readwrite', SAFE)
      await Promise.all([tx.store.put({ owner, id, event }), tx.done])
    },

    async settle(owner, stored, refused) {
      const stores = ['outbox', 'refused', 'sent', 'provisions'] as const
      const tx = (await device()).transaction(stores, 'readwrite', SAFE)
      const outbox = tx.objectStore('outbox')
      const isProvided = (await tx.objectStore('provisions').getKey(owner)) !== undefined
      const sent = isProvided ? stored : []
      await Promise.all([
        ...[...stored, ...refused].map(({ id }) => outbox.delete([owner, id])),
        ...sent.map(({ id, event }) => tx.objectStore('sent').put({ owner, id, event })),
        ...refused.map(({ id, reason }) => tx.objectStore('refused').put({ owner, id, reason })),
        tx.done,
      ])
    },

    async dismiss(owner, ids) {
      const tx = (await device()).transaction('refused', 'readwrite')
      await Promise.all([...ids.map((id) => tx.store.delete([owner, id])), tx.done])
    },

    async owners() {
      const keys = await (await device()).getAllKeys('outbox')
      return [...new Set(keys.map(([owner]) => owner))]
    },
  }
}

const entryOf = ({ id, event }: Entry): Entry => ({ id, event })
const refusedOf = ({ id, reason }: Refused): Refused => ({ id, reason })
