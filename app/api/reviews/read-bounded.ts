/** Reads a request's body up to a bound, so that nobody fills the memory with one request. */

export type BoundedBody = { readonly ok: true; readonly text: string } | { readonly ok: false }

/** `maxBytes` of UTF-8 at most; the rest is not read. */
export async function readBounded(request: Request, maxBytes: number): Promise<BoundedBody> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { ok: false }
  const reader = request.body?.getReader()
  if (!reader) return { ok: true, text: '' }
  const chunks: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return { ok: false }
    }
    chunks.push(next.value)
  }
  return { ok: true, text: await new Blob(chunks as BlobPart[]).text() }
}
