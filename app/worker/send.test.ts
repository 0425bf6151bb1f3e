import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { entry, uuid } from '../device/entry-fixture'

/** The worker wakes up: nothing of a page is left but the database. */
async function wakeUp() {
  vi.resetModules()
  const { device } = await import('../device/database')
  const { openShelf } = await import('../review/outbox-shelf')
  return { shelf: openShelf(device), ...(await import('./send')) }
}

type Body = { learnerId: string; events: { id: string }[] }

/** A server that takes what it is sent for some learners only. */
function serverFor(...learners: string[]) {
  const stored: string[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { learnerId, events }: Body = JSON.parse(body)
    if (!learners.includes(learnerId)) return Response.json({}, { status: 409 })
    stored.push(...events.map(({ id }) => `${learnerId} ${id}`))
    return Response.json({ results: events.map(({ id }) => ({ id, status: 'stored' })) })
  })
  return stored
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('BroadcastChannel', undefined)
})
afterEach(() => vi.unstubAllGlobals())

describe('sending for closed pages', () => {
  it('sends what lies in the database, for everybody who left something', async () => {
    const stored = serverFor('ada', 'bob')
    const { shelf, sendWaiting } = await wakeUp()
    await shelf.put('ada', entry(1))
    await shelf.put('ada', entry(2))
    await shelf.put('bob', entry(3))
    await sendWaiting()
    expect(stored.sort()).toEqual([`ada ${uuid(1)}`, `ada ${uuid(2)}`, `bob ${uuid(3)}`])
    expect(await shelf.owners()).toEqual([])
    await sendWaiting()
    expect(stored).toHaveLength(3)
  })

  it('has the browser call again while something is left', async () => {
    serverFor('ada')
    const { shelf, sendWaiting } = await wakeUp()
    await shelf.put('ada', entry(1))
    await shelf.put('bob', entry(3))
    await expect(sendWaiting()).rejects.toThrow('still waiting')
    expect(await shelf.owners()).toEqual(['bob'])
  })
})
