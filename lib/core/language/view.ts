/**
 * A view is a stretch of a source as it reads: emphasis marks gone, words broken at a line's end whole, white space made one, each character with its place
 * in the source, so that whatever is found in the view can be quoted from the source to the letter.
 */
import { isStarter } from '../passages/abbreviations'
import type { Span } from '../text/source'
import { brokenWord } from './tokens/line-ends'

export type View = {
  readonly text: string
  /** The source offset of each character of `text`. */
  readonly places: readonly number[]
  /** What was set in italics or bold, as spans of `text`. */
  readonly emphases: readonly Emphasis[]
}

export type Emphasis = Span & { readonly strong: boolean }

/** A reference to a note, "[12]" or "[a]": shown in the text, read by nobody aloud. */
const NOTE = /\[(?:\d{1,3}|[a-z])\]/y
const MARK = /\*{1,3}|_{1,3}|`/y

/** Reads `body` from `span.start` to `span.end`. Emphasis marks count as such in markdown only. */
export function viewOf(body: string, span: Span, markdown: boolean): View {
  const out: string[] = []
  const places: number[] = []
  const emphases: Emphasis[] = []
  const open: { mark: string; at: number }[] = []
  let i = span.start + noteBefore(body.slice(span.start, Math.min(span.end, span.start + 24)))
  while (i < span.end) {
    const character = body[i] ?? ''
    if (/\s/.test(character)) {
      if (out.length > 0 && out.at(-1) !== ' ') {
        out.push(' ')
        places.push(i)
      }
      i++
      continue
    }
    NOTE.lastIndex = i
    const note = character === '[' ? (NOTE.exec(body)?.[0] ?? '') : ''
    if (note !== '' && i + note.length <= span.end) {
      i += note.length
      continue
    }
    const gap = character === '-' || character === '‐' ? brokenAt(body, i, out) : 0
    if (gap > 0 && i + gap < span.end) {
      i += gap
      continue
    }
    const mark = markdown ? markAt(body, i, span) : ''
    if (mark === '') {
      out.push(character)
      places.push(i)
      i++
      continue
    }
    const last = open.at(-1)
    if (last?.mark === mark) {
      open.pop()
      emphases.push({ start: last.at, end: out.length, strong: mark.length > 1 })
    } else open.push({ mark, at: out.length })
    i += mark.length
  }
  while (out.at(-1) === ' ') {
    out.pop()
    places.pop()
  }
  return { text: out.join(''), places, emphases }
}

/** "3 In the spring …": a note's number before a word that begins sentences; "12 Angry Men" has none. */
function noteBefore(opening: string): number {
  const [number = '', word = ''] = /^\d{1,3}\s+(?=(\p{Lu}\p{Ll}*)[\s,])/u.exec(opening) ?? []
  return isStarter(word) ? number.length : 0
}

/** The hyphen and white space inside a word that is broken at the end of a line; 0 where there is none. */
function brokenAt(body: string, i: number, out: readonly string[]): number {
  const word = /\p{L}+$/u.exec(out.slice(-LONGEST_WORD).join(''))?.[0] ?? ''
  return brokenWord(word, body, i)
}
const LONGEST_WORD = 40

/** The emphasis mark at `i`, or '': a mark touches a word on one side and does not stand inside one. */
function markAt(body: string, i: number, span: Span): string {
  MARK.lastIndex = i
  const mark = MARK.exec(body)?.[0] ?? ''
  if (mark === '' || i + mark.length > span.end) return ''
  const before = i > span.start ? (body[i - 1] ?? ' ') : ' '
  const after = i + mark.length < span.end ? (body[i + mark.length] ?? ' ') : ' '
  const inWord = /\w/.test(before) && /\w/.test(after)
  const loose = /\s/.test(before) && /\s/.test(after)
  return (inWord && mark.startsWith('_')) || loose ? '' : mark
}

/** The span of the view that stands for a span of the source. */
export function viewSpan({ places }: View, span: Span): Span {
  return { start: placeOf(places, span.start), end: placeOf(places, span.end) }
}

/** The first character that stands at `place` or after it. */
function placeOf(places: readonly number[], place: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The source span that a span of the view stands for. */
export function sourceSpan(view: View, span: Span): Span {
  const start = view.places[span.start] ?? 0
  const last = view.places[span.end - 1] ?? start
  return { start, end: last + 1 }
}
