/** Where somebody goes on after signing in: an address of this site, or Today. */
const LONGEST = 500

export function whereTo(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return '/'
  // "//host" and "/\host" are other sites' addresses to a browser, which also drops control characters.
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(asked) ? asked : '/'
}
