import { describe, expect, it } from 'vitest'
import { readBounded } from './bounded-body'

const post = (body: BodyInit | null, headers: Record<string, string> = {}) => {
  const request = new Request('http://localhost/api/texts', { method: 'POST', body, headers })
  return request
}

/** A body that does not say how long it is, and notes how much of it was read. */
function endless(chunk: number) {
  let given = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += chunk
      controller.enqueue(new Uint8Array(chunk))
    },
  })
  const init = { method: 'POST', body: stream, duplex: 'half' }
  return { request: new Request('http://localhost/api/texts', init), given: () => given }
}

describe('readBounded', () => {
  it('gives the bytes as they came', async () => {
    const bytes = await readBounded(post('Ventricles fill.'), 100)
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe('Ventricles fill.')
  })

  it('takes exactly the limit and not a byte more', async () => {
    expect((await readBounded(post('x'.repeat(10)), 10))?.length).toBe(10)
    expect(await readBounded(post('x'.repeat(11)), 10)).toBeNull()
  })

  it('refuses what announces too much without reading it', async () => {
    expect(await readBounded(post('short', { 'content-length': '5000' }), 100)).toBeNull()
  })

  it('stops reading a body that never ends', async () => {
    const { request, given } = endless(1000)
    expect(await readBounded(request, 5000)).toBeNull()
    expect(given()).toBeLessThan(20_000)
  })

  it('takes no body for an empty one', async () => {
    expect((await readBounded(post(null), 10))?.length).toBe(0)
  })
})
