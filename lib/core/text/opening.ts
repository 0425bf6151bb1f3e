/**
 * The opening of a text is what stands before its first prose: front matter, a library's licence, title lines, and the
 * record of who wrote, printed and transcribed it.
 */
import { readFrontMatter } from './front-matter'
import { type Group, groupLines, UNWRAPPED } from './groups'
import { type Line, lineText } from './lines'
import { markdownTitle, withoutMarks } from './markdown-title'
import type { About } from './source'

export type Opening = {
  /** The first line that is neither front matter nor a library's header. */
  readonly from: number
  /** The line after the last that belongs to the text, before a library's licence. */
  readonly to: number
  readonly titleLines: ReadonlySet<number>
  /** Lines of the transcription record. */
  readonly recordLines: ReadonlySet<number>
  readonly about: Partial<About>
  /** Of Markdown that begins with a heading: what that says, be it the title or not. */
  readonly firstHeading: string
}

type Format = 'plain' | 'markdown'

const RECORD_LINE =
  /^(?:(?:first |originally |this )?(?:written|published|publication|printed|delivered|version|edition|source|sources)|transcri(?:bed|ption|ber)(?: by)?|mark-?up|html(?: mark-?up)?|xhtml|proofread(?:er|ing)?|translat(?:ed|ion|or)(?: by)?|online version|public domain|copyleft|copyright|release date|posting date|last updated(?: on)?|most recently updated|produced by|character set encoding|e-?book(?: #)?|e-?text|isbn|doi|licen[cs]e|credits|retrieved|accessed|original (?:title|publication))\b[^:]{0,24}:/i

/** `Key: value` of a transcription record. */
export const isRecordLine = (words: string): boolean => RECORD_LINE.test(words)

const LIBRARY_START = /^\*{3}\s*START OF (?:THE|THIS) [\w ]{0,40}E-?BOOK/i
const LIBRARY_END = /^(?:\*{3}\s*END OF (?:THE|THIS) |End of (?:the )?Project Gutenberg)/i
/** A library's header is at most this many lines. */
const LIBRARY_HEADER = 400
/** Title lines and records stand in at most this many groups. */
const OPENING_GROUPS = 24

export function readOpening(body: string, lines: readonly Line[], format: Format): Opening {
  const front = readFrontMatter(body, lines)
  const header = libraryHeader(body, lines)
  const from = header?.from ?? front?.lineCount ?? 0
  const to = libraryEnd(body, lines, from)
  const groups = groupLines(body, lines, { from, to }, format)
  const named = front?.about.title ?? header?.about.title ?? ''
  const heads = format === 'markdown' ? markdownTitle(body, lines, groups, { to, named }) : null
  const { titles, records } = heads
    ? { titles: heads.title ? [heads.title] : [], records: [] }
    : titlesAndRecords(body, lines, groups)
  const titleLines = new Set(titles.flatMap(linesOf))
  const titleWords = [...titleLines].flatMap((i) => lines[i] ?? []).map((l) => lineText(body, l))
  const about = {
    ...withoutEmpty(titleAndAuthor(titleWords, records.length > 0)),
    ...header?.about,
    ...withoutEmpty(front?.about ?? {}),
  }
  const recordLines = new Set(records.flatMap(linesOf))
  return { from, to, titleLines, recordLines, about, firstHeading: heads?.firstHeading ?? '' }
}

function withoutEmpty(about: Partial<About>): Partial<About> {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value.trim() !== ''))
}

function linesOf(group: Group): number[] {
  return Array.from({ length: group.last - group.first + 1 }, (_, i) => group.first + i)
}

function libraryHeader(body: string, lines: readonly Line[]) {
  const about: { title?: string; author?: string; language?: string } = {}
  for (let i = 0; i < Math.min(lines.length, LIBRARY_HEADER); i++) {
    const line = lines[i]
    if (!line || line.end - line.start > UNWRAPPED) continue
    const words = lineText(body, line)
    if (LIBRARY_START.test(words)) return { from: i + 1, about }
    const entry = /^(Title|Author|Language):\s*(\S.*)$/.exec(words)
    if (entry?.[1] === 'Title') about.title ??= entry[2]
    if (entry?.[1] === 'Author') about.author ??= entry[2]
    if (entry?.[1] === 'Language') about.language ??= entry[2]
  }
  return null
}

function libraryEnd(body: string, lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (line && LIBRARY_END.test(body.slice(line.start, Math.min(line.end, line.start + 80))))
      return i
  }
  return lines.length
}

/**
 * Short groups before the transcription record are the title page. Without a record only the first is, and a line that
 * says who it is by.
 */
function titlesAndRecords(body: string, lines: readonly Line[], groups: readonly Group[]) {
  const shorts: Group[] = []
  const records: Group[] = []
  let beforeRecord = 0
  for (const group of groups.slice(0, OPENING_GROUPS)) {
    const words = wordsOf(body, lines, group)
    if (isRecord(words)) {
      records.push(group)
      beforeRecord = shorts.length
    } else if (words.every(isTitleLike) && words.length <= 4) {
      shorts.push(group)
    } else break
  }
  const pageOnly = shorts.length + records.length === groups.length && records.length === 0
  if (pageOnly) return { titles: [], records }
  if (records.length > 0) return { titles: shorts.slice(0, beforeRecord), records }
  const second = shorts[1]
  const bylineFollows = second && wordsOf(body, lines, second).every((w) => BYLINE.test(w))
  return { titles: shorts.slice(0, bylineFollows ? 2 : 1), records }
}

const wordsOf = (body: string, lines: readonly Line[], group: Group): string[] =>
  lines.slice(group.first, group.last + 1).map((line) => lineText(body, line))

/** Every line says a key, or goes on with the value of the line before. */
function isRecord(words: readonly string[]): boolean {
  if (!isRecordLine(words[0] ?? '')) return false
  const keyed = words.filter(isRecordLine).length
  return keyed * 2 >= words.length && words.join(' ').length < 2000
}

function isTitleLike(words: string): boolean {
  if (words.length > 120 || !/\p{L}|\p{N}/u.test(words)) return false
  if (/[.;,:]["”’)]*$/.test(words) && !/\.{3}["”’)]*$/.test(words) && !/\b\p{L}\.$/u.test(words))
    return false
  return /^["“‘'*_(#]*[\p{Lu}\p{Lo}\p{N}]/u.test(words) || BYLINE.test(words)
}

const BYLINE = /^by\s+(?=\p{Lu})/iu

function titleAndAuthor(words: readonly string[], recorded: boolean): Partial<About> {
  const titles = words.map(withoutMarks).filter((w) => w !== '')
  const byline = titles.find((w) => BYLINE.test(w))
  const rest = titles.filter((w) => w !== byline)
  const signed = recorded && !byline && rest.length > 1 && isPersonName(rest[0] ?? '')
  const author = byline?.replace(BYLINE, '') ?? (signed ? (rest.shift() ?? '') : '')
  return { title: rest.join(': '), author }
}

/** Two to four words, each with a capital or a particle: `Rosa Luxemburg`, `J. D. van der Waals`. */
function isPersonName(words: string): boolean {
  const parts = words.split(/\s+/)
  if (parts.length < 2 || parts.length > 5) return false
  return parts.every((part) =>
    /^(?:\p{Lu}[\p{L}’'-]*\.?(?:\p{Lu}\.)*|van|von|de|der|den|du|la|di|da|al|bin|ibn)$/u.test(part),
  )
}
