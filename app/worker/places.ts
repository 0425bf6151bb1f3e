/** How a request is to be answered: by its address and kind alone. */

/** The page that works without a network, whatever page was asked for. */
export const OFFLINE_PAGE = '/offline'

/** Where the service worker itself lies. */
export const WORKER = '/worker.js'

/** The tag of a background sync: answers wait to be sent. */
export const SEND_TAG = 'passage-outbox'

export type Treatment =
  /** A file of a build: its name changes with what is in it, so that a copy never grows old. */
  | { readonly kind: 'asset' }
  /** The network first; after so many milliseconds, or when it fails, the page for offline. */
  | { readonly kind: 'page'; readonly limitMs: number }
  /** The same for what the router fetches instead of a page: it fails, and the router asks for the page. */
  | { readonly kind: 'part'; readonly limitMs: number }
  /** Not our business: answers, provisions, other sites. */
  | { readonly kind: 'pass' }

/** Milliseconds. Today and the session have something to show without the network; other pages are worth waiting for. */
const PATIENCE_MS = 3_000
const LONG_PATIENCE_MS = 15_000

type Asked = {
  readonly method: string
  readonly mode: string
  readonly url: string
  readonly headers: Pick<Headers, 'has'>
}

export function treatmentOf(request: Asked, origin: string): Treatment {
  const { pathname, origin: site } = new URL(request.url)
  if (request.method !== 'GET' || site !== origin || pathname.startsWith('/api/')) {
    return { kind: 'pass' }
  }
  if (pathname.startsWith('/_next/static/')) return { kind: 'asset' }
  const limitMs = worksOffline(pathname) ? PATIENCE_MS : LONG_PATIENCE_MS
  if (request.mode === 'navigate') return { kind: 'page', limitMs }
  const isPart = request.headers.has('rsc') && !request.headers.has('next-router-prefetch')
  return isPart ? { kind: 'part', limitMs } : { kind: 'pass' }
}

/** Today and the session. */
const worksOffline = (pathname: string): boolean => pathname === '/' || pathname === '/review'
