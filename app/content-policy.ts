/**
 * What a page of ours may load and do. Scripts: those that carry this answer's nonce and what they load, nothing else; no
 * text that comes into a page can run. Style elements need the nonce too; style attributes are allowed, because the
 * frame of a page is sent with some (heights of bars, indents) and Base UI places its menus by them: a style attribute
 * can neither run anything nor, with images and fonts from here only, send anything away.
 */
import { randomBytes } from 'node:crypto'

export const POLICY_HEADER = 'content-security-policy'

export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/** `developing`: React rebuilds the server's stack traces with eval, and changed styles come in as elements without a nonce. */
export function pagePolicy(nonce: string, developing: boolean): string {
  const nonced = `'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${nonced} 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : nonced}`,
    "style-src-attr 'unsafe-inline'",
    // data: is a pencil stroke in the style sheet.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
