import { describe, expect, it } from 'vitest'
import { hashToken, newToken, sameSecret } from './secrets'

describe('the secrets of links', () => {
  it('are 256 random bits that can stand in an address', () => {
    const tokens = Array.from({ length: 100 }, newToken)
    expect(new Set(tokens).size).toBe(100)
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('are stored as their SHA-256', () => {
    expect(hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('are the same only when they are', () => {
    const token = newToken()
    expect(sameSecret(token, token)).toBe(true)
    expect(sameSecret(token, `${token}A`)).toBe(false)
    expect(sameSecret('', token)).toBe(false)
    expect(sameSecret(newToken(), token)).toBe(false)
  })
})
