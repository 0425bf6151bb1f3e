import { describe, expect, it } from 'vitest'
import { treatmentOf } from './places'

const HERE = 'https://passage.example'
const ask = (
  path: string,
  {
    method = 'GET',
    mode = 'cors',
    headers = {},
  }: { method?: string; mode?: string; headers?: Record<string, string> } = {},
) =>
  treatmentOf({ method, mode, url: new URL(path, HERE).href, headers: new Headers(headers) }, HERE)

describe('a request', () => {
  it('for a page waits for the network, less where something can be shown without', () => {
    const navigate = { mode: 'navigate' }
    expect(ask('/', navigate)).toEqual({ kind: 'page', limitMs: 3000 })
    expect(ask('/review?deck=1', navigate)).toEqual({ kind: 'page', limitMs: 3000 })
    expect(ask('/texts', navigate)).toEqual({ kind: 'page', limitMs: 15_000 })
  })

  it('for a file of a build is answered from the copy', () => {
    expect(ask('/_next/static/chunks/a.js')).toEqual({ kind: 'asset' })
  })

  it('of the router does not hang for ever', () => {
    expect(ask('/review?_rsc=1', { headers: { rsc: '1' } })).toEqual({
      kind: 'part',
      limitMs: 3000,
    })
    expect(ask('/review?_rsc=1', { headers: { rsc: '1', 'next-router-prefetch': '1' } })).toEqual({
      kind: 'pass',
    })
    expect(ask('/texts?_rsc=1', { headers: { rsc: '1' } })).toEqual({
      kind: 'part',
      limitMs: 15_000,
    })
    expect(ask('/icon.svg')).toEqual({ kind: 'pass' })
  })

  it('that is private, changes something, or is another site’s is left alone', () => {
    for (const path of ['/api/reviews', '/api/provisions', '/api/health']) {
      expect(ask(path)).toEqual({ kind: 'pass' })
    }
    expect(ask('/review', { method: 'POST', mode: 'navigate' })).toEqual({ kind: 'pass' })
    expect(ask('https://elsewhere.example/_next/static/a.js')).toEqual({ kind: 'pass' })
  })
})
