/**
 * What stands before every page: who opens it is a learner (on a first visit, or with a cookie that is damaged or forged,
 * it makes a new one and hands the cookie both to the browser and to the page that is being opened), nothing is sent in
 * their name from another site, and the page says what it may load.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { clientAddress } from './app/client-address'
import { newNonce, POLICY_HEADER, pagePolicy } from './app/content-policy'
import { cookieFlags, isEncrypted } from './app/cookie-flags'
import { LEARNER_COOKIE, SIGN_IN_COOKIE } from './app/cookies'
import { tooManyFrom } from './app/limits'
import { refuseCrossSite } from './app/same-origin'
import { newLearner, openSignIn, signLearner, verifyLearner } from './app/session-cookie'
import { sessionSecret } from './app/session-secret'
import { environment } from './lib/environment'

/** Two years, the usual figure for HSTS. */
const ENCRYPTED_ONLY = 'max-age=63072000'

/** Bytes. What actions are called with is words; files go to handlers, which have limits of their own. */
const LARGEST_CALL = 1_000_000

export async function proxy(request: NextRequest): Promise<Response> {
  if (!isReadable(request.nextUrl.pathname)) return inWords(400, 'This address cannot be read.')
  if (isChanging(request)) {
    const refused = refuseCrossSite(request)
    if (refused) return refused
    if (Number(request.headers.get('content-length') ?? 0) > LARGEST_CALL)
      return inWords(413, 'This is more than can be taken at once. Nothing was changed.')
  }
  const secret = sessionSecret()
  const known = verifyLearner(request.cookies.get(LEARNER_COOKIE)?.value, secret)
  if (!makesLearners(request)) return answer(request)
  if (!known) {
    if (isSpeculative(request)) return new NextResponse(null, { status: 204 })
    const address = clientAddress(request.headers, environment().trustedProxies)
    const often = await tooManyFrom('new learner', address)
    if (often) return inWords(429, often.message, { 'retry-after': String(often.retryAfter) })
  }
  const value = signLearner(known ?? newLearner(), secret)
  if (!known) request.cookies.set(LEARNER_COOKIE, value)
  const response = answer(request)
  const flags = cookieFlags(isEncryptedRequest(request))
  // Set on every visit, so that whoever comes at least once a year stays who they are.
  if (!known || isVisit(request)) {
    response.cookies.set(LEARNER_COOKIE, value, flags)
  }
  const signIn = request.cookies.get(SIGN_IN_COOKIE)?.value
  if (signIn && isVisit(request) && openSignIn(signIn, secret))
    response.cookies.set(SIGN_IN_COOKIE, signIn, flags)
  return response
}

/** On to the page, which finds the nonce in the policy and puts it on its scripts. */
function answer(request: NextRequest): NextResponse {
  const policy = pagePolicy(newNonce(), environment().mode === 'development')
  request.headers.set(POLICY_HEADER, policy)
  const response = NextResponse.next({ request: { headers: request.headers } })
  response.headers.set(POLICY_HEADER, policy)
  if (isEncryptedRequest(request)) response.headers.set('strict-transport-security', ENCRYPTED_ONLY)
  return response
}

function inWords(status: number, message: string, more: Record<string, string> = {}): Response {
  return new Response(message, { status, headers: { 'cache-control': 'no-store', ...more } })
}

/** Percent signs may stand for bytes that are no characters. */
function isReadable(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== ''
  } catch {
    return false
  }
}

/** A server action, or a form that came before its script did. */
const isChanging = ({ method }: NextRequest) => method !== 'GET' && method !== 'HEAD'

/** The page for offline is nobody's, and what looks like a file that is not there has nobody waiting for it. */
function makesLearners({ nextUrl: { pathname } }: NextRequest): boolean {
  return pathname !== '/offline' && !/\.[a-z0-9]+$/.test(pathname)
}

const isEncryptedRequest = ({ headers, nextUrl }: NextRequest): boolean =>
  isEncrypted(headers, nextUrl.protocol)

/** Fetched in case somebody might come: nobody has come yet. */
function isSpeculative(request: NextRequest): boolean {
  const purpose = `${request.headers.get('sec-purpose') ?? ''} ${request.headers.get('purpose') ?? ''}`
  return request.method === 'HEAD' || purpose.includes('prefetch')
}

/** A page that somebody opens; through a service worker only the mode tells. */
function isVisit({ headers }: NextRequest): boolean {
  return (
    headers.get('sec-fetch-dest') === 'document' || headers.get('sec-fetch-mode') === 'navigate'
  )
}

export const config = {
  // Pages only: files have no learner, addresses under /api expect one, and the router's prefetches come from a page that
  // has one.
  matcher: [
    {
      source: '/((?!api/|_next/|icons/|icon|apple-icon|favicon|manifest|worker\\.js$).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
