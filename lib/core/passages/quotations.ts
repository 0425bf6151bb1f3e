/**
 * Quotations are found by pairing quotation marks over the paragraphs of a text: nested, over several paragraphs, and
 * with patience for marks that are missing. An apostrophe is no mark.
 */
import { isSpace } from '@/lib/core/text/lines'
import type { Span } from '@/lib/core/text/source'
import type { Quotation } from './passage'

type Mark = {
  readonly at: number
  readonly type: MarkType
  readonly opens: boolean
  readonly closes: boolean
  /** May be the apostrophe of "the workers’ state": closes only where no later mark can. */
  readonly doubtful?: boolean
}
type MarkType = 'double' | 'single' | 'straightDouble' | 'straightSingle' | 'guillemet'
type Open = {
  readonly at: number
  readonly type: MarkType /** Block it began in. */
  readonly block: number
}

export function findQuotations(body: string, blocks: readonly Span[]): Quotation[] {
  const spans: Span[] = []
  let open: Open[] = []
  blocks.forEach((block, index) => {
    const marks = readMarks(body, block)
    const carried = continuation(body, block, open, marks)
    if (open.length > carried.length) closeBefore(open, blocks[index - 1], carried.length, spans)
    open = open.slice(0, carried.length)
    const rest = marks.slice(carried.length)
    pairMarks(rest, index, blocks, open, spans)
  })
  closeBefore(open, blocks.at(-1), 0, spans)
  return nest(spans)
}

/** The marks at the head of a block that go on with what the block before left open. */
function continuation(
  body: string,
  block: Span,
  open: readonly Open[],
  marks: readonly Mark[],
): Mark[] {
  const carried: Mark[] = []
  let at = block.start
  for (const [i, { type }] of open.entries()) {
    const mark = marks[i]
    if (!mark || mark.type !== type || !mark.opens || mark.at !== at) break
    carried.push(mark)
    at = mark.at + 1
    while (at < block.end && isSpace(body.charCodeAt(at))) at++
  }
  return carried
}

/** What nothing closes ends with its paragraph; only the outermost is kept, what it held is not sure. */
function closeBefore(
  open: readonly Open[],
  block: Span | undefined,
  kept: number,
  spans: Span[],
): void {
  const outermost = open[kept]
  if (!outermost || !block || kept > 0 || isSingle(outermost.type)) return
  spans.push({ start: outermost.at, end: block.end })
}

function pairMarks(
  marks: readonly Mark[],
  index: number,
  blocks: readonly Span[],
  open: Open[],
  spans: Span[],
): void {
  for (const [i, mark] of marks.entries()) {
    const opened = openedBy(open, mark.type)
    if (mark.closes && opened >= 0 && !isPossessive(marks, i)) {
      spans.push({ start: open[opened]?.at ?? mark.at, end: mark.at + 1 })
      open.length = opened
    } else if (mark.opens && (opened < 0 || opened < open.length - 1)) {
      open.push({ at: mark.at, type: mark.type, block: index })
    } else if (mark.opens) {
      reopen(open, opened, mark, index, blocks, spans)
    }
  }
}

/** Where the stack has what the mark would close. A single mark closes nothing through an open double one. */
function openedBy(open: readonly Open[], type: MarkType): number {
  const at = open.findLastIndex((o) => o.type === type)
  return isSingle(type) && at < open.length - 1 ? -1 : at
}

/** A single mark may be an apostrophe: alone it proves nothing. */
const isSingle = (type: MarkType): boolean => type === 'single' || type === 'straightSingle'

/** A second opening mark of the same kind: the one before was never closed. From an earlier block it ends there. */
function reopen(
  open: Open[],
  opened: number,
  mark: Mark,
  index: number,
  blocks: readonly Span[],
  spans: Span[],
): void {
  const before = open[opened]
  const block = blocks[index - 1]
  if (before && block && before.block < index) spans.push({ start: before.at, end: block.end })
  open.length = opened
  open.push({ at: mark.at, type: mark.type, block: index })
}

function isPossessive(marks: readonly Mark[], i: number): boolean {
  const mark = marks[i]
  const next = marks[i + 1]
  return mark?.doubtful === true && next?.type === mark.type && next.closes
}

/** Sorted, with depth and parent: 0 and null for the outermost. Spans never cross. */
function nest(spans: readonly Span[]): Quotation[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const quotations: Quotation[] = []
  const path: number[] = []
  for (const span of sorted) {
    while (path.length > 0 && (quotations[path.at(-1) ?? 0]?.end ?? 0) <= span.start) path.pop()
    const parent = path.at(-1) ?? null
    path.push(quotations.length)
    quotations.push({ ...span, depth: path.length - 1, parent })
  }
  return quotations
}

const LETTER = /[\p{L}\p{N}]/u
/** ’tis, ’20s, rock ’n’ roll: an apostrophe where a mark could open. */
const ELISION =
  /(?:tis|twas|twere|twill|til|cause|em|n|bout|round|neath|\d0s|\d\d)(?![\p{L}\p{N}])/iuy

function readMarks(body: string, block: Span): Mark[] {
  const marks: Mark[] = []
  for (let i = block.start; i < block.end; i++) {
    const mark = markAt(body, i, block)
    if (mark) marks.push(mark)
  }
  return marks
}

function markAt(body: string, at: number, block: Span): Mark | null {
  const char = body[at]
  if (char === '“' || char === '„') return { at, type: 'double', opens: true, closes: false }
  if (char === '”') return { at, type: 'double', opens: false, closes: true }
  if (char === '«') return { at, type: 'guillemet', opens: true, closes: false }
  if (char === '»') return { at, type: 'guillemet', opens: false, closes: true }
  if (char !== '‘' && char !== '’' && char !== '"' && char !== "'") return null
  const before = at > block.start ? body.charAt(at - 1) : ' '
  const after = at + 1 < block.end ? body.charAt(at + 1) : ' '
  const opens = /[\s([{—–“‘"'«:,;*_-]/.test(before) && !/\s/.test(after)
  const closes = !/\s/.test(before) && !LETTER.test(after)
  if (char === '"') return opens || closes ? { at, type: 'straightDouble', opens, closes } : null
  return singleMark(body, at, opens, closes, LETTER.test(before))
}

function singleMark(
  body: string,
  at: number,
  opens: boolean,
  closes: boolean,
  afterLetter: boolean,
): Mark | null {
  const type = body[at] === "'" ? 'straightSingle' : 'single'
  ELISION.lastIndex = at + 1
  if (body[at] !== '’' && opens && !afterLetter) {
    return ELISION.test(body) ? null : { at, type, opens: true, closes: false }
  }
  if (!closes || body[at] === '‘') return null
  const doubtful =
    /[sz]/i.test(body.charAt(at - 1)) && /^\s\p{Ll}/u.test(body.slice(at + 1, at + 3))
  return { at, type, opens: false, closes: true, doubtful }
}
