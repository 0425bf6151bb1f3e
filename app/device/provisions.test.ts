import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LearnerId } from '@/lib/core/ids'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { Provisions } from '@/lib/core/session/provisions'
import { PROVISIONS_VERSION } from '@/lib/core/session/provisions-version'
import { toStudyDay } from '@/lib/core/time/study-day'
import type { Shelf } from '../review/outbox-ports'
import { entry, uuid } from './entry-fixture'

const ADA = LearnerId.parse(uuid(1))
const BOB = LearnerId.parse(uuid(2))

const provisionsOf = (learnerId: LearnerId, newPerDay = 20): Provisions => ({
  version: PROVISIONS_VERSION,
  learnerId,
  studyDay: toStudyDay(20_000),
  settings: { gradeButtons: 'four', showIntervals: true },
  rolloverHour: 4,
  newPerDay,
  parameters: DEFAULT_PARAMETERS,
  parametersName: 'usual',
  load: null,
  ownSeconds: {},
  budget: { kind: 'none' },
  holdNew: true,
  catchUp: null,
  newDoneToday: 0,
  reviewedToday: 0,
  dueBeyond: 0,
  overlay: null,
  assignedAhead: [],
  items: [],
})

/** A server that packs for one learner, and notes what it was asked. */
function serverFor(learnerId: LearnerId) {
  const asked: (string | null)[] = []
  const server = { now: 1_000_000, newPerDay: 20, learnerId }
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    const given = headers['if-none-match'] ?? null
    asked.push(given)
    const etag = `"${server.newPerDay}"`
    const same = { etag, 'passage-now': String(server.now) }
    if (given === etag) return new Response(null, { status: 304, headers: same })
    return Response.json(provisionsOf(server.learnerId, server.newPerDay), { headers: same })
  })
  return { server, asked }
}

/** Each test has an IndexedDB and a page of its own. */
async function page() {
  vi.resetModules()
  const { device } = await import('./database')
  const { openShelf } = await import('../review/outbox-shelf')
  const shelf: Shelf = openShelf(device)
  return { shelf, ...(await import('./provisions')) }
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.useFakeTimers({ toFake: ['Date'], now: 400_000 })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('provisions', () => {
  it('are kept with how far the server’s clock is ahead, and are not sent again unchanged', async () => {
    const { server, asked } = serverFor(ADA)
    const { renewProvisions, keptProvisions } = await page()
    await renewProvisions(ADA)
    expect(await keptProvisions()).toMatchObject({ owner: ADA, ahead: 600_000 })
    vi.setSystemTime(500_000)
    server.now = 1_200_000
    await renewProvisions(ADA)
    expect(asked).toEqual([null, '"20"'])
    expect(await keptProvisions()).toMatchObject({ ahead: 700_000, checkedAt: 500_000 })
    vi.setSystemTime(600_000)
    server.newPerDay = 5
    await renewProvisions(ADA)
    expect((await keptProvisions())?.provisions.newPerDay).toBe(5)
  })

  it('are not asked for again at once, unless something was sent', async () => {
    const { asked } = serverFor(ADA)
    const { renewProvisions, shelf, sentSince } = await page()
    await renewProvisions(ADA)
    await renewProvisions(ADA)
    expect(asked).toHaveLength(1)
    await shelf.settle(ADA, [entry(7)], [])
    expect(await sentSince(ADA)).toEqual([entry(7).event])
    await renewProvisions(ADA)
    expect(asked).toHaveLength(2)
    expect(await sentSince(ADA)).toEqual([])
  })

  it('keep nothing of what is sent where there are none', async () => {
    const { shelf, sentSince } = await page()
    await shelf.settle(ADA, [entry(7)], [])
    expect(await sentSince(ADA)).toEqual([])
  })

  it('of another learner go when somebody else studies here; their answers stay to be sent', async () => {
    serverFor(ADA)
    const { renewProvisions, keptProvisions, leaveTo, shelf, sentSince } = await page()
    await renewProvisions(ADA)
    await shelf.put(ADA, entry(8))
    await shelf.settle(ADA, [entry(7)], [])
    await leaveTo(BOB)
    expect(await keptProvisions()).toBeNull()
    expect(await sentSince(ADA)).toEqual([])
    expect((await shelf.read(ADA)).waiting).toHaveLength(1)
  })

  it('packed for somebody else are not taken', async () => {
    serverFor(BOB)
    const { renewProvisions, keptProvisions } = await page()
    await renewProvisions(ADA)
    expect(await keptProvisions()).toBeNull()
  })

  it('stay as they are when the network fails', async () => {
    serverFor(ADA)
    const { renewProvisions, keptProvisions } = await page()
    await renewProvisions(ADA)
    vi.setSystemTime(900_000)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await renewProvisions(ADA)
    expect(await keptProvisions()).toMatchObject({ checkedAt: 400_000 })
  })
})
