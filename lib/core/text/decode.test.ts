import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePasted, decodeText, MAX_FILE_BYTES, sizeProblem } from './decode'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)

function utf16(text: string, big: boolean): Uint8Array {
  const out = new Uint8Array(text.length * 2)
  const view = new DataView(out.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big)
  return out
}

describe('decoding a file', () => {
  it('reads UTF-8 and leaves out the byte order mark', () => {
    expect(decodeText(utf8('\uFEFFA map – of Łódź'))).toEqual({
      ok: true,
      body: 'A map – of Łódź',
      encoding: 'utf-8',
    })
  })

  it('keeps newlines of every kind as they are', () => {
    const decoded = decodeText(utf8('one\r\ntwo\rthree\n'))
    expect(decoded.ok && decoded.body).toBe('one\r\ntwo\rthree\n')
  })

  it('reads UTF-16 in both orders, with its mark and without', () => {
    for (const big of [false, true]) {
      const encoding = big ? 'utf-16be' : 'utf-16le'
      for (const mark of ['\uFEFF', '']) {
        const decoded = decodeText(utf16(`${mark}The café closes`, big))
        expect(decoded).toEqual({ ok: true, body: 'The café closes', encoding })
      }
    }
  })

  it('recognises Windows-1252 by reading as text', () => {
    const file = bytes(0x93, ...utf8('caf'), 0xe9, ...utf8(' is open'), 0x94, 0x85)
    expect(decodeText(file)).toEqual({
      ok: true,
      body: '“café is open”…',
      encoding: 'windows-1252',
    })
  })

  it('refuses damaged UTF-8 instead of showing it as Windows-1252', () => {
    const cut = utf8('Größe und Maß, Übung, “so” – ä').slice(0, -1)
    const decoded = decodeText(cut)
    expect(decoded.ok ? '' : decoded.problem.code).toBe('undecodable')
    expect(decoded.ok ? '' : decoded.problem.message).toContain('damaged')
  })

  it('refuses an encoding it does not know', () => {
    const koi8 = bytes(...Array.from({ length: 60 }, (_, i) => 0xc1 + (i % 7)), 0x20)
    const decoded = decodeText(koi8)
    expect(decoded.ok ? '' : decoded.problem.code).toBe('undecodable')
  })

  it.each([
    ['a PDF', utf8('%PDF-1.7 and so on')],
    ['a Word', bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0)],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['bytes that no text holds', bytes(0x41, 0x42, 0, 0x43, 0x44, 0x45, 0x46)],
    ['bytes that no text holds', bytes(1, 2, 3, 4, 5, 6, 7, 8)],
  ])('says that it is %s', (what, file) => {
    const decoded = decodeText(file)
    expect(decoded.ok ? '' : decoded.problem.code).toBe('binary')
    expect(decoded.ok ? '' : decoded.problem.message).toContain(what)
  })

  it('refuses a file of nothing, and one without a letter or digit', () => {
    for (const file of [utf8(''), utf8(' \n\t\n'), utf8('\uFEFF'), utf8('*** --- ***')]) {
      const decoded = decodeText(file)
      expect(decoded.ok ? '' : decoded.problem.code).toBe('empty')
    }
  })

  it('knows a file that is too large by its size alone', () => {
    expect(sizeProblem(MAX_FILE_BYTES)).toBeNull()
    expect(sizeProblem(20_000_000)?.code).toBe('tooLarge')
    expect(sizeProblem(20_000_000)?.message).toContain('20.0 MB')
    expect(decodeText(new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61)).ok).toBe(false)
  })

  it('gives for any bytes a body that PostgreSQL can keep, or a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (file) => {
        const decoded = decodeText(file)
        if (!decoded.ok) return decoded.problem.message.length > 20
        return !decoded.body.includes('\u0000') && !/\p{Surrogate}/u.test(decoded.body)
      }),
    )
  })

  it('gives back any well-formed text with words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const body = `Words ${text.replaceAll('\u0000', '')}`
        const decoded = decodeText(utf8(body))
        return decoded.ok ? decoded.body === body : decoded.problem.code === 'binary'
      }),
    )
  })
})

describe('pasted text', () => {
  it('loses NUL and half characters, and nothing else', () => {
    const decoded = decodePasted('\uFEFFred\u0000 \uD83D sea \u{1F30A}\r\n')
    expect(decoded.ok && decoded.body).toBe('red \uFFFD sea \u{1F30A}\r\n')
  })

  it('is refused when it is empty or too large', () => {
    const empty = decodePasted(' \u0000 ')
    expect(empty.ok ? '' : empty.problem.code).toBe('empty')
    const large = decodePasted('ä'.repeat(MAX_FILE_BYTES / 2 + 1))
    expect(large.ok ? '' : large.problem.code).toBe('tooLarge')
  })
})
