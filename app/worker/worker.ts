/**
 * The service worker: opens Passage without a network, and sends what waits when no page is open. It keeps files of the
 * app and one page that is the same for everybody; what is somebody's is in IndexedDB, under their id, and never here.
 */
import type { Build } from './build'
import { SEND_TAG, treatmentOf } from './places'
import type { WorkerScope } from './scope'
import { sendWaiting } from './send'
import { asset, offlinePage, stock, sweep } from './stores'

declare const self: WorkerScope
declare const BUILD: Build

/** What a gateway says when the server behind it is gone. */
const GONE = [502, 503, 504]

self.addEventListener('install', (event) => {
  // Pages come from the network and name their own build, so the new one need not wait for old tabs to be closed.
  event.waitUntil(stock(self.caches, BUILD).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const treatment = treatmentOf(request, self.location.origin)
  if (treatment.kind === 'pass') return
  if (treatment.kind === 'asset') return event.respondWith(asset(self.caches, BUILD, request))
  if (treatment.kind === 'part') return event.respondWith(part(request, treatment.limitMs))
  event.respondWith(page(request, treatment.limitMs))
  event.waitUntil(tidy())
})

self.addEventListener('sync', (event) => {
  if (event.tag === SEND_TAG) event.waitUntil(sendWaiting())
})

/** Milliseconds that a page is waited for when the router's part was late a moment ago: one has waited enough. */
const SHORT_MS = 500
const A_MOMENT_MS = 2_000
let lateAt = Number.NEGATIVE_INFINITY

async function part(request: Request, limitMs: number): Promise<Response> {
  try {
    return await within(limitMs, request)
  } catch (error) {
    lateAt = Date.now()
    throw error
  }
}

async function page(request: Request, limitMs: number): Promise<Response> {
  const wasLate = Date.now() - lateAt < A_MOMENT_MS
  try {
    const response = await within(wasLate ? SHORT_MS : limitMs, request)
    return GONE.includes(response.status) ? offlinePage(self.caches, BUILD) : response
  } catch {
    return offlinePage(self.caches, BUILD)
  }
}

/**
 * The network's answer, or an error when none has begun by then. The request is passed on as it is: with a signal of ours
 * it would no longer say to the server that a page is visited.
 */
async function within(limitMs: number, request: Request): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the network is too slow')), limitMs)
  })
  try {
    return await Promise.race([fetch(request), late])
  } finally {
    clearTimeout(timer)
  }
}

async function tidy(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await sweep(self.caches, BUILD, open.length > 0)
}
