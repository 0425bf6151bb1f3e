/** A group is a run of lines that stand together: what a paragraph, a heading or a list is made from. */
import { isBlank, type Line } from './lines'

/** Indices of lines, both inclusive. */
export type Group = { readonly first: number; readonly last: number }

/** A line longer than this was not wrapped by hand: it is a whole paragraph. In characters. */
export const UNWRAPPED = 160
/** Only in groups longer than this does a line that ends early end a paragraph: a page without blank lines. */
const DENSE_GROUP = 15

const ENDS_SENTENCE = /[.!?…:]["”’')\]]*$/
const STARTS_SENTENCE = /^["“‘'(]*[\p{Lu}\p{N}]/u

/** Groups by blank lines, and in plain text also by what the typesetting of the lines says. */
export function groupLines(
  body: string,
  lines: readonly Line[],
  range: { readonly from: number; readonly to: number },
  format: 'plain' | 'markdown',
): Group[] {
  const groups: Group[] = []
  const width = wrapWidth(lines)
  let first = -1
  for (let i = range.from; i <= range.to; i++) {
    const line = i < range.to ? lines[i] : undefined
    if (line && !isBlank(line)) {
      if (first < 0) first = i
      continue
    }
    if (first < 0) continue
    const group = { first, last: i - 1 }
    const heads =
      format === 'plain' && groups.length === 0 ? splitHead(body, lines, group) : [group]
    const split = (part: Group) => splitGroup(body, lines, part, width)
    groups.push(...(format === 'plain' ? heads.flatMap(split) : heads))
    first = -1
  }
  return groups
}

const lengthOf = (line: Line): number => line.end - line.start

/** The ninetieth percentile of the lengths of the lines that were wrapped. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.map(lengthOf).filter((length) => length > 0 && length <= UNWRAPPED)
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

function splitGroup(body: string, lines: readonly Line[], group: Group, width: number): Group[] {
  const parts: Group[] = []
  const dense = group.last - group.first + 1 > DENSE_GROUP
  let first = group.first
  for (let i = group.first; i < group.last; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (!line || !next || !breaksBetween(body, line, next, dense ? width : 0)) continue
    parts.push({ first, last: i })
    first = i + 1
  }
  parts.push({ first, last: group.last })
  return parts
}

/** A first line that could have held more and ends no sentence heads the lines under it. */
function splitHead(body: string, lines: readonly Line[], group: Group): Group[] {
  const [line, next] = [lines[group.first], lines[group.first + 1]]
  const own = lines.slice(group.first, group.last + 1)
  const heads =
    line !== undefined &&
    next !== undefined &&
    group.first < group.last &&
    !/[.!?…:;,]["”’')\]]*$/.test(body.slice(Math.max(line.start, line.end - 8), line.end)) &&
    hadRoom(
      body,
      line,
      next,
      own.reduce((most, l) => Math.max(most, lengthOf(l)), 0),
    )
  if (!heads) return [group]
  const { first, last } = group
  return [
    { first, last: first },
    { first: first + 1, last },
  ]
}

/** The next word, the beginning of a sentence, would have fitted: whoever set the lines broke this one on purpose. */
export function hadRoom(body: string, line: Line, next: Line, width: number): boolean {
  const opening = body.slice(next.start, Math.min(next.end, next.start + 40))
  if (!STARTS_SENTENCE.test(opening)) return false
  const firstWord = /^\S*/.exec(opening)?.[0].length ?? 0
  return lengthOf(line) + 1 + firstWord < width - 3
}

function breaksBetween(body: string, line: Line, next: Line, width: number): boolean {
  if (lengthOf(line) > UNWRAPPED || lengthOf(next) > UNWRAPPED) return true
  if (!ENDS_SENTENCE.test(body.slice(Math.max(line.start, line.end - 8), line.end))) return false
  if (next.indent >= line.indent + 2) {
    return STARTS_SENTENCE.test(body.slice(next.start, Math.min(next.end, next.start + 40)))
  }
  return hadRoom(body, line, next, width)
}
