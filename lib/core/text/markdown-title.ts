/** Which heading of a Markdown text is its title: one of the first level alone; of several, most are chapters. */
import type { Group } from './groups'
import { isBlank, type Line, lineText } from './lines'

type MarkdownTitle = {
  /** Null where the headings of the first level are chapters, or there is none. */
  readonly title: Group | null
  /** The words of the heading that the text begins with. */
  readonly firstHeading: string
}

/** A heading's lines, both inclusive, and its words. */
type Heading = Group & { readonly level: number; readonly words: string }

const CODE = /^(`{3,}|~{3,})/
/** No mark is looked for beyond this many characters of a line. */
const REACH = 400

const LABELLED =
  /^(?:(?:chapter|part|section|book|volume|lecture|unit|lesson|module|week|day|act|canto|letter)\s+(?:\d{1,3}|[ivxlc]{1,8}|one|two|three|first|the first)\b|\d{1,3}(?:\.\d{1,3})*[.):]?(?:\s|$)|[IVXLC]{1,8}(?:[.):–—-]|\s|$))/i
/** What stands before and after the chapters of a book. */
const AROUND_CHAPTERS =
  /^(?:preface|foreword|introduction|prologue|epilogue|afterword|conclusion|appendix|appendices|acknowledge?ments|dedication|contents|table of contents|notes|glossary|index|bibliography|references|further reading)\b/i
/** A line of a title page: whom it is by, what else it is called. In characters. */
const LONGEST_BYLINE = 120

/**
 * Null where the text doesn't begin with a heading. `named`: what front matter or a library calls it.
 */
export function markdownTitle(
  body: string,
  lines: readonly Line[],
  groups: readonly Group[],
  { to, named }: { readonly to: number; readonly named: string },
): MarkdownTitle | null {
  const at = groups[0]?.first ?? to
  const first = headingAt(body, lines, at, to)
  if (first === null) return null
  const others =
    first.level === 1
      ? headingsOf(body, lines, first.last + 1, to).filter((h) => h.level === 1)
      : []
  const isTitle = first.level === 1 && headsAll(body, lines, first, others, named)
  const title = isTitle ? { first: first.first, last: first.last } : null
  return { title, firstHeading: first.words }
}

/** Whether the first of the headings of the first level heads the whole text, and no chapter of it. */
function headsAll(
  body: string,
  lines: readonly Line[],
  first: Heading,
  others: readonly Heading[],
  named: string,
): boolean {
  const [second] = others
  if (second === undefined || sameWords(first.words, named)) return true
  if (LABELLED.test(first.words) || AROUND_CHAPTERS.test(first.words)) return false
  const between = lines.slice(first.last + 1, second.first)
  return (
    between.every((line) => isTitlePage(body, line)) ||
    others.every(({ words }) => LABELLED.test(words) || AROUND_CHAPTERS.test(words))
  )
}

const isTitlePage = (body: string, line: Line): boolean =>
  isBlank(line) ||
  (line.end - line.start <= LONGEST_BYLINE && !/[.!?…:]["”’)*_]*$/.test(lineText(body, line)))

const sameWords = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Those outside code and comments. */
function headingsOf(body: string, lines: readonly Line[], from: number, to: number): Heading[] {
  const found: Heading[] = []
  let closes: ((words: string) => boolean) | null = null
  for (let i = from; i < to; i++) {
    const line = lines[i]
    if (!line) break
    const words = body.slice(line.start, Math.min(line.end, line.start + REACH))
    if (closes !== null) {
      if (closes(words)) closes = null
      continue
    }
    closes = openedBy(words)
    const heading = closes === null ? headingAt(body, lines, i, to) : null
    if (heading !== null) {
      found.push(heading)
      i = heading.last
    }
  }
  return found
}

/** What closes the code or the comment that a line opens; null where it opens none. */
function openedBy(words: string): ((words: string) => boolean) | null {
  const fence = CODE.exec(words)?.[1]
  if (fence !== undefined) return (later) => later.startsWith(fence)
  const isComment = words.startsWith('<!--') && !words.includes('-->')
  return isComment ? (later) => later === '' || later.includes('-->') : null
}

function headingAt(body: string, lines: readonly Line[], at: number, to: number): Heading | null {
  const line = lines[at]
  if (!line || at >= to || isBlank(line)) return null
  const head = body.slice(line.start, Math.min(line.end, line.start + REACH))
  const marks = /^(#{1,6})\s/.exec(head)?.[1]
  if (marks) return { first: at, last: at, level: marks.length, words: withoutMarks(head) }
  const under = lines[at + 1]
  if (!under || at + 1 >= to || !/^=+$/.test(lineText(body, under))) return null
  return { first: at, last: at + 1, level: 1, words: withoutMarks(head) }
}

/** The words of a heading as they are read. */
export const withoutMarks = (words: string): string =>
  words
    .replace(/^#{1,6}\s+|\s+#{1,6}$/g, '')
    .replace(/^=+$/, '')
    .replace(/[*_`]/g, '')
    .trim()
