/**
 * The secrets that links and cookies carry. Whoever holds one is let in, so they are made of random bytes that nobody can
 * guess, the database keeps no more than their SHA-256, and comparing takes as long for a near miss as for a far one.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, as they stand in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether it could be one of ours: what is none is not looked for. */
export const isToken = (given: unknown): given is string =>
  typeof given === 'string' && /^[\w-]{43}$/.test(given)

/** What is stored of a token: its SHA-256 in hex. */
export function hashToken(token: string): string {
  return digest(token).toString('hex')
}

/** In constant time, whatever the lengths: compared are the digests, which are equally long. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()
