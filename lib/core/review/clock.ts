/** Clocks of clients go wrong: how far one is believed. */

/** No review of Passage is older than this; a clock that says so was never set. */
const EARLIEST_MS = Date.UTC(2000, 0, 1)

export type CappedClock =
  /** `at`: milliseconds since 1970. `capped`: the client's clock was ahead, and the server's time stands instead. */
  | { readonly ok: true; readonly at: number; readonly capped: boolean }
  | { readonly ok: false; readonly reason: 'not-a-time' | 'before-2000' }

/** Both in milliseconds since 1970. A review from the future would be waited for in vain by every later one. */
export function capClock(reviewedAtMs: number, serverNowMs: number): CappedClock {
  if (!Number.isFinite(reviewedAtMs)) return { ok: false, reason: 'not-a-time' }
  if (reviewedAtMs < EARLIEST_MS) return { ok: false, reason: 'before-2000' }
  if (reviewedAtMs > serverNowMs) return { ok: true, at: serverNowMs, capped: true }
  return { ok: true, at: Math.trunc(reviewedAtMs), capped: false }
}
