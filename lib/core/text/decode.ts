/** Decoding turns the bytes of a file, or what somebody pasted, into a body of text, or says plainly why it cannot. */
import { storable } from './storable'

/** The largest file that is read: about 700,000 words, more than any one text somebody studies from. */
export const MAX_FILE_BYTES = 4_000_000

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type TextProblem = {
  readonly code: 'empty' | 'tooLarge' | 'binary' | 'undecodable'
  /** What happened and what to do, for the person who gave the text. */
  readonly message: string
}

export type Decoded =
  | { readonly ok: true; readonly body: string; readonly encoding: TextEncodingName }
  | { readonly ok: false; readonly problem: TextProblem }

const refuse = (code: TextProblem['code'], message: string): Decoded => ({
  ok: false,
  problem: { code, message },
})

const EMPTY = 'There is no text in it. Choose a file with words in it, or paste them.'

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** The problem a size alone decides, so that a large file need not be read first. */
export function sizeProblem(bytes: number): TextProblem | null {
  if (bytes === 0) return { code: 'empty', message: EMPTY }
  if (bytes <= MAX_FILE_BYTES) return null
  const message = `It is too large: ${megabytes(bytes)}, and at most ${megabytes(MAX_FILE_BYTES)} can be read. Split it, say by chapters, and add the parts one by one.`
  return { code: 'tooLarge', message }
}

/**
 * A body from the bytes of a file. UTF-8 where it is valid, UTF-16 where a byte order mark or its zero bytes say so, else
 * Windows-1252 where that reads as text. A byte order mark is left out; newlines stay as they are.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const size = sizeProblem(bytes.length)
  if (size) return { ok: false, problem: size }
  const known = fileKind(bytes)
  if (known) return refuse('binary', known)
  const wide = utf16Kind(bytes)
  if (wide) return decodeAs(bytes, wide)
  if (bytes.includes(0)) return refuse('binary', BINARY)
  const utf8 = decodeAs(bytes, 'utf-8')
  return utf8.ok || utf8.problem.code !== 'undecodable' ? utf8 : decodeWestern(bytes)
}

/** A body from characters somebody pasted: NUL (which PostgreSQL cannot keep) goes, lone surrogates become U+FFFD. */
export function decodePasted(pasted: string): Decoded {
  const body = storable(pasted.replace(/^\uFEFF/, ''))
  const size = sizeProblem(new TextEncoder().encode(body).length)
  return size ? { ok: false, problem: size } : withWords(body, 'utf-8')
}

const BINARY =
  'It is not a text file: it holds bytes that no text holds. Save it as plain text (.txt) or Markdown (.md) and add that.'

const WORD = /[\p{L}\p{N}]/u

function withWords(body: string, encoding: TextEncodingName): Decoded {
  return WORD.test(body) ? { ok: true, body, encoding } : refuse('empty', EMPTY)
}

function decodeAs(bytes: Uint8Array, encoding: Exclude<TextEncodingName, 'windows-1252'>): Decoded {
  let body: string
  try {
    // Fatal: a lone surrogate or a broken sequence throws. The decoder leaves out the byte order mark by itself.
    body = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse('undecodable', `It says it is ${encoding.toUpperCase()}, and is not. ${SAVE_AS}`)
  }
  if (body.includes('\u0000') || tooManyControls(body)) return refuse('binary', BINARY)
  return withWords(body, encoding)
}

const SAVE_AS = 'Open it in the program it comes from and save it as UTF-8 text.'

/** Escape sequences and the like: a stray one is no harm, one in two hundred characters is no text. */
function tooManyControls(body: string): boolean {
  let controls = 0
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i)
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) controls++
  }
  return controls * 200 > body.length
}

const MAGIC: readonly (readonly [prefix: string, what: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a Word, EPUB or ZIP file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word file'],
  ['{\\rtf', 'a rich text file (RTF)'],
  ['\u0089PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['\u001f\u008b', 'a compressed file'],
]

function fileKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const found = MAGIC.find(([prefix]) => head.startsWith(prefix))
  if (!found) return null
  return `It is ${found[1]}, not a text file. Save its words as plain text (.txt) or Markdown (.md) and add that.`
}

/** By its mark, or without one by the zero bytes that Latin letters have on one side in UTF-16. */
function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4096) & ~1
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd * 3 > length && even === 0) return 'utf-16le'
  if (even * 3 > length && odd === 0) return 'utf-16be'
  return null
}

/** Bytes that Windows-1252 leaves without a character. */
const UNDEFINED_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function decodeWestern(bytes: Uint8Array): Decoded {
  const { high, undefinedBytes, sequences } = countHighBytes(bytes)
  if (sequences * 2 > high - sequences * 2) {
    return refuse(
      'undecodable',
      `It is UTF-8 with damaged places in it, perhaps cut off. ${SAVE_AS}`,
    )
  }
  // In the languages that Windows-1252 is for, far fewer than a third of the letters have accents.
  if (undefinedBytes > 0 || high * 3 > bytes.length) {
    return refuse(
      'undecodable',
      `Its letters are in an encoding that is neither UTF-8 nor Windows-1252. ${SAVE_AS}`,
    )
  }
  const body = windows1252(bytes)
  return tooManyControls(body) ? refuse('binary', BINARY) : withWords(body, 'windows-1252')
}

/** What the bytes 0x80–0x9F stand for. Source: the WHATWG Encoding Standard, index windows-1252. */
const WESTERN_80_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const CHUNK = 4096

/** By hand, because Node 20 decodes Windows-1252 as if it were ISO 8859-1. */
function windows1252(bytes: Uint8Array): string {
  let body = ''
  for (let i = 0; i < bytes.length; i += CHUNK) {
    body += String.fromCharCode(...bytes.subarray(i, i + CHUNK))
  }
  return body.replace(
    /[\u0080-\u009f]/g,
    (char) => WESTERN_80_9F[char.charCodeAt(0) - 0x80] ?? char,
  )
}

function countHighBytes(bytes: Uint8Array) {
  let high = 0
  let undefinedBytes = 0
  let sequences = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) continue
    high++
    if (UNDEFINED_1252.has(byte)) undefinedBytes++
    const next = bytes[i + 1] ?? 0
    if (byte >= 0xc2 && byte <= 0xf4 && next >= 0x80 && next <= 0xbf) sequences++
  }
  return { high, undefinedBytes, sequences }
}
