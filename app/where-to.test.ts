import { describe, expect, it } from 'vitest'
import { whereTo } from './where-to'

describe('after signing in one goes on', () => {
  it.each(['/', '/join/ABCD2345', '/classes/new?name=Year%20One#top'])('to %s', (address) => {
    expect(whereTo(address)).toBe(address)
  })

  it.each([
    undefined,
    7,
    '',
    'https://example.org',
    '//example.org',
    '/\\example.org',
    '/\t/example.org',
    'javascript:alert(1)',
    `/${'a'.repeat(600)}`,
  ])('to Today where the address is %j', (address) => {
    expect(whereTo(address)).toBe('/')
  })
})
