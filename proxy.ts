/**
 * Sees to it that whoever opens a page is a learner: on a first visit, or with a cookie that is damaged or forged, it makes
 * a new one and hands the cookie both to the browser and to the page that is being opened.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { LEARNER_COOKIE } from './app/cookies'
import { newLearner, signLearner, verifyLearner } from './app/session-cookie'
import { sessionSecret } from './app/session-secret'

/** 400 days: the longest a browser keeps a cookie. */
const KEPT_SECONDS = 34_560_000

export function proxy(request: NextRequest): NextResponse {
  const secret = sessionSecret()
  const known = verifyLearner(request.cookies.get(LEARNER_COOKIE)?.value, secret)
  if (!known && isSpeculative(request)) return new NextResponse(null, { status: 204 })
  const value = signLearner(known ?? newLearner(), secret)
  if (!known) request.cookies.set(LEARNER_COOKIE, value)
  const response = NextResponse.next({ request: { headers: request.headers } })
  // Set on every visit, so that whoever comes at least once a year stays who they are.
  if (!known || isVisit(request)) {
    response.cookies.set(LEARNER_COOKIE, value, {
      httpOnly: true,
      sameSite: 'lax',
      secure: isEncrypted(request),
      path: '/',
      maxAge: KEPT_SECONDS,
    })
  }
  return response
}

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

function isEncrypted(request: NextRequest): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return (forwarded ?? request.nextUrl.protocol.replace(':', '')) === 'https'
}

export const config = {
  // Pages only: files have no learner, addresses under /api expect one, the router's prefetches come from a page that
  // has one, and the page for offline is nobody's.
  matcher: [
    {
      source: '/((?!api/|_next/|icon|offline$|.*\\.[a-z0-9]+$).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
