/** Reading a source is knowing what a body of text is: its fingerprint, its format and where it comes from. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isBlank, type Line, lineText, splitLines } from './lines'
import { readOpening } from './opening'
import type { About, SourceText } from './source'

/** What a title, an author or another line about a text is cut to. In characters. */
export const MAX_ABOUT = 500
const TITLE_WORDS = 8

export function readSource(body: string, from: { readonly fileName?: string } = {}): SourceText {
  const lines = splitLines(body)
  const format = formatOf(body, lines, from.fileName ?? '')
  const { about: known, firstHeading } = readOpening(body, lines, format)
  const about: About = {
    title: short(
      known.title || titleFromFileName(from.fileName ?? '') || beginning(body, firstHeading),
    ),
    author: short(known.author ?? ''),
    language: short(known.language ?? ''),
    licence: short(known.licence ?? ''),
    basedOn: short(known.basedOn ?? ''),
  }
  return { body, sha256: bytesToHex(sha256(utf8ToBytes(body))), format, about }
}

/** Cutting may halve a surrogate pair: half of one is left out. */
const short = (words: string): string =>
  words
    .trim()
    .slice(0, MAX_ABOUT)
    .replace(/\p{Surrogate}/gu, '')

function formatOf(body: string, lines: readonly Line[], fileName: string): SourceText['format'] {
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(fileName)) return 'markdown'
  return hasMarkdownMarks(body, lines) ? 'markdown' : 'plain'
}

/** Headings by `#`, or front matter: marks that nobody writes by chance. */
function hasMarkdownMarks(body: string, lines: readonly Line[]): boolean {
  let headings = 0
  for (const line of lines) {
    if (isBlank(line) || line.indent > 3) continue
    if (/^#{1,6}\s+\p{L}/u.test(body.slice(line.start, Math.min(line.end, line.start + 40))))
      headings++
  }
  const first = lines[0]
  return headings > 0 || (first !== undefined && lineText(body, first) === '---')
}

function titleFromFileName(fileName: string): string {
  const base = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return base.charAt(0).toUpperCase() + base.slice(1)
}

/** What somebody pasted begins with: its first chapter's heading, or else its first words. */
const beginning = (body: string, firstHeading: string): string =>
  firstHeading === '' ? firstWords(body) : `${firstHeading} …`

function firstWords(body: string): string {
  const words = body
    .trimStart()
    .slice(0, 2000)
    .trim()
    .split(/\s+/)
    .slice(0, TITLE_WORDS + 1)
  return words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS).join(' ')} …` : words.join(' ')
}
