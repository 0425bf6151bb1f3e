/** What a service worker is given by the browser: the part of it that ours uses. TypeScript knows pages or workers, not both. */

export type WaitingEvent = { waitUntil(work: Promise<unknown>): void }

export type FetchEvent = WaitingEvent & {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

export type SyncEvent = WaitingEvent & { readonly tag: string }

export type WorkerScope = {
  readonly location: Location
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void>; matchAll(filter: object): Promise<readonly object[]> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listen: (event: WaitingEvent) => void): void
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(type: 'sync', listen: (event: SyncEvent) => void): void
}
