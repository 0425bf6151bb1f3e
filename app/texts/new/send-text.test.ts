import { describe, expect, it } from 'vitest'
import { type Progress, readLines } from './send-text'

const RESULT = {
  textId: 't',
  title: 'Tides',
  kind: 'new',
  proposed: 12,
  kept: 0,
  retired: 0,
  encoding: 'utf-8',
  words: 900,
  passedOver: [{ why: 'table', passages: 1, words: 40 }],
  cover: { passages: 9, found: 8, none: [{ sort: 'prose', passages: 1 }] },
}

/** A stream that arrives in the given pieces, however they fall. */
function streamOf(...pieces: (string | Uint8Array)[]) {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
      }
      controller.close()
    },
  })
}

async function read(...pieces: (string | Uint8Array)[]) {
  const seen: Progress[] = []
  const sent = await readLines(streamOf(...pieces), (progress) => seen.push(progress))
  return { seen: seen.map((p) => `${p.step} ${p.done}/${p.total}`), sent }
}

describe('the lines of an import', () => {
  it('tell how far it is, and the result', async () => {
    const { seen, sent } = await read(
      '{"step":"reading","done":0,"total":1}\n{"step":"gene',
      'rating","done":3,"total":9}\n',
      `${JSON.stringify({ ok: true, result: RESULT })}\n`,
    )
    expect(seen).toEqual(['reading 0/1', 'generating 3/9'])
    expect(sent).toEqual({ ok: true, result: RESULT })
  })

  it('may be cut inside a character', async () => {
    const bytes = new TextEncoder().encode(
      `${JSON.stringify({ ok: true, result: { ...RESULT, title: 'Ébbe' } })}\n`,
    )
    const cut = bytes.indexOf(0xc3) + 1
    const { sent } = await read(bytes.slice(0, cut), bytes.slice(cut))
    expect(sent).toMatchObject({ ok: true, result: { title: 'Ébbe' } })
  })

  it('give the problem in the words of the server', async () => {
    const { sent } = await read('{"problem":{"code":"invalid","message":"It is empty."}}')
    expect(sent).toEqual({ ok: false, message: 'It is empty.' })
  })

  it.each(['', '{"step":"reading","done":0,"total":1}\n', '<html>Bad gateway</html>'])(
    'that end before the end are no success: %j',
    async (body) => {
      const { sent } = await read(body)
      expect(sent).toMatchObject({ ok: false, message: expect.stringContaining('still here') })
    },
  )
})
