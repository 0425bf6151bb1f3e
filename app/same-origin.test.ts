import { describe, expect, it } from 'vitest'
import { refuseCrossSite } from './same-origin'

const post = (headers: Record<string, string>) =>
  new Request('http://localhost:3000/api/texts', {
    method: 'POST',
    headers: { host: 'localhost:3000', ...headers },
  })

describe('refuseCrossSite', () => {
  it('lets a post of our own pages through', () => {
    const own = post({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })
    expect(refuseCrossSite(own)).toBeNull()
  })

  it('lets a script without a browser through', () => {
    expect(refuseCrossSite(post({}))).toBeNull()
  })

  it('knows our own name behind a proxy', () => {
    const own = post({ origin: 'https://passage.example', 'x-forwarded-host': 'passage.example' })
    expect(refuseCrossSite(own)).toBeNull()
  })

  it.each<Record<string, string>>([
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
  ])('refuses %j', (headers) => {
    expect(refuseCrossSite(post(headers))?.status).toBe(403)
  })
})
