/** How the cookies are set that say who somebody is. */

/** 400 days: the longest a browser keeps a cookie. */
const KEPT_SECONDS = 34_560_000

/** Not to be read by scripts, not sent by other sites' posts, and behind TLS not without it. */
export const cookieFlags = (encrypted: boolean) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    secure: encrypted,
    path: '/',
    maxAge: KEPT_SECONDS,
  }) as const

/** Whether the browser speaks to us, or to who stands before us, through TLS. */
export function isEncrypted(headers: Pick<Headers, 'get'>, protocol = 'http:'): boolean {
  const forwarded = headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return (forwarded ?? protocol.replace(':', '')) === 'https'
}
