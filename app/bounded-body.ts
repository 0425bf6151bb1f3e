/** Reads the body of a request up to a limit; what is larger is never held in memory. */

/** The bytes, or null when there are more of them than `most`. */
export async function readBounded(request: Request, most: number): Promise<Uint8Array | null> {
  const announced = Number(request.headers.get('content-length') ?? '0')
  if (announced > most) return null
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > most) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** The JSON that the bytes hold, to be checked at the door; undefined when they hold none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
