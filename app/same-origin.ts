/** Refuses what another site sends in a learner's name. Server actions are checked by Next; handlers ask here. */

/**
 * A response that refuses the request, or null where it may go on. Browsers name the origin of every post; what comes
 * without one (a script of the learner's own) carries no cookie it was not given.
 */
export function refuseCrossSite(request: Request): Response | null {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  const foreignSite = site !== null && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== null && hostOf(origin) !== host
  if (!foreignSite && !foreignOrigin) return null
  const message = 'This came from another site and was not accepted. Nothing was changed.'
  return Response.json({ problem: { code: 'invalid', message } }, { status: 403 })
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
