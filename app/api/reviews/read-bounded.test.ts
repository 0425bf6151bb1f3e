import { describe, expect, it } from 'vitest'
import { readBounded } from './read-bounded'

const streamed = (...parts: string[]) => {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts[pulled++]
      if (part === undefined) controller.close()
      else controller.enqueue(new TextEncoder().encode(part))
    },
  })
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit)
  return { request, pulled: () => pulled }
}

describe('readBounded', () => {
  it('puts the parts together, also where a letter was cut in two', async () => {
    const bytes = new TextEncoder().encode('né')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 2))
        controller.enqueue(bytes.slice(2))
        controller.close()
      },
    })
    const request = new Request('http://localhost/', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
    expect(await readBounded(request, 100)).toEqual({ ok: true, text: 'né' })
  })

  it('stops reading at the bound, whatever the headers say', async () => {
    const { request, pulled } = streamed('12345', '67890', 'x'.repeat(1000), 'never', 'never')
    expect(await readBounded(request, 9)).toEqual({ ok: false })
    expect(pulled()).toBeLessThan(5)
  })

  it('counts bytes, not characters', async () => {
    expect((await readBounded(streamed('ééééé').request, 9)).ok).toBe(false)
    expect((await readBounded(streamed('ééééé').request, 10)).ok).toBe(true)
  })

  it('believes a length that is honest about being too long', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: 'short',
      headers: { 'content-length': '999999' },
    })
    expect(await readBounded(request, 100)).toEqual({ ok: false })
  })
})
