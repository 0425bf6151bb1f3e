import { describe, expect, it } from 'vitest'
import { capClock } from './clock'

const NOW = Date.parse('2026-05-10T12:00:00Z')

describe("a client's clock", () => {
  it('is believed when it is not ahead', () => {
    expect(capClock(NOW - 90 * 86_400_000, NOW)).toEqual({
      ok: true,
      at: NOW - 90 * 86_400_000,
      capped: false,
    })
    expect(capClock(NOW, NOW)).toEqual({ ok: true, at: NOW, capped: false })
  })

  it("is held to the server's when it is ahead, and that is said", () => {
    expect(capClock(NOW + 1, NOW)).toEqual({ ok: true, at: NOW, capped: true })
    expect(capClock(Date.parse('2099-01-01T00:00:00Z'), NOW)).toEqual({
      ok: true,
      at: NOW,
      capped: true,
    })
  })

  it('is refused when it was never set, or says nothing', () => {
    expect(capClock(0, NOW)).toEqual({ ok: false, reason: 'before-2000' })
    expect(capClock(Date.UTC(2000, 0, 1) - 1, NOW)).toEqual({ ok: false, reason: 'before-2000' })
    expect(capClock(Date.UTC(2000, 0, 1), NOW).ok).toBe(true)
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(capClock(bad, NOW)).toEqual({ ok: false, reason: 'not-a-time' })
  })
})
