/**
 * Who says what stands between quotation marks, by the words around it: “…,” said X · X wrote: “…” · X said that “…” ·
 * according to X, “…”. Where the words name nobody, or name something instead (“the Hall”), it stays open.
 */
import type { Span } from '@/lib/core/text/source'
import type { Quotation, SegmentedText } from './passage'
import { DEFINITE, NAME, NOUN_PHRASE, PRONOUN, VERB } from './speakers'

/** What stands between the marks, and who says it. */
export type Attribution = Span & {
  readonly depth: number
  readonly speaker: Span | null
  readonly verb: Span | null
}

type Said = { readonly speaker: Span | null; readonly verb: Span | null }
/** What is read around a quotation, with its place in the text. */
type Stretch = { readonly text: string; readonly at: number }

/** How far around a quotation its speaker is looked for. In characters. */
const REACH = 240

const ADVERB =
  '(?:\\p{Ll}+ly|later|then|once|also|often|again|never|always|has|had|have|would|will|did|used to)'
const flags = 'u'
/** “…,” said Dr. Weir */
const VERB_FIRST = new RegExp(
  `^[,;—–-]?\\s*(?:${ADVERB}\\s+)?(?<verb>${VERB})(?:\\s+${ADVERB})?\\s+(?<speaker>${NOUN_PHRASE})`,
  flags,
)
/** “…,” the owner later said */
const SPEAKER_FIRST = new RegExp(
  `^[,;—–-]?\\s*(?:and\\s+)?(?<speaker>${NOUN_PHRASE})(?:,[^,.;:“”"]{1,60},)?\\s+(?:${ADVERB}\\s+){0,2}(?<verb>${VERB})(?!\\p{L})`,
  flags,
)
/** “…,” the owner, Mr. Paul Weir, said: the name tells more than the role. */
const ROLE_FIRST = new RegExp(
  `^[,;—–-]?\\s*(?:and\\s+)?${DEFINITE},\\s+(?<speaker>${NAME}),\\s+(?:${ADVERB}\\s+){0,2}(?<verb>${VERB})(?!\\p{L})`,
  flags,
)
const ACCORDING_AFTER = new RegExp(`^,?\\s*according to\\s+(?<speaker>${NOUN_PHRASE})`, flags)
const ACCORDING_BEFORE = new RegExp(
  `(?:^|[\\s,;])(?:[Aa]ccording to|[Ii]n the (?:words|opinion) of)\\s+(?<speaker>${NOUN_PHRASE})(?:,[^“”"]{0,80})?,?\\s*$`,
  flags,
)
const VERBS = new RegExp(`(?<!\\p{L})${VERB}(?!\\p{L})`, 'gu')
/** X wrote to Y: · X said, · X held that · X wrote that the sea was: what may stand between the verb and the quotation. */
const AFTER_VERB =
  /^(?:(?:\s+[^\s“”":]+){0,9}?\s*[:,]|(?:\s+[^\s“”",:]+){0,3}\s+that(?:\s+[^\s“”":]+){0,12})\s*$/u
const SUBJECT_AT_VERB = new RegExp(
  `(?<speaker>${NAME}(?:,? and ${NAME})?|${PRONOUN}|${DEFINITE})(?:,[^,.;:]{1,80},|\\s+\\([^()]{1,60}\\))?,?\\s+(?:(?:who|which|that)\\s+)?(?:${ADVERB}\\s+){0,2}$`,
  flags,
)
const SUBJECT_AT_START = new RegExp(
  `^(?:[A-Z][^,.;:]{0,60},\\s+)?(?<speaker>${NOUN_PHRASE})(?!\\p{L})`,
  flags,
)

/** In the order of the text's quotations. */
export function attributeQuotations(text: SegmentedText): Attribution[] {
  const { quotations } = text
  const { body } = text.source
  const blocks = text.blocks.flatMap(({ kind, contentStart, end }): Span[] =>
    kind === 'paragraph' || kind === 'listItem' ? [{ start: contentStart, end }] : [],
  )
  const found: Attribution[] = []
  const neighbours = siblings(quotations)
  quotations.forEach((quotation, index) => {
    const { before, after } = neighbours[index] ?? {}
    const parent = quotation.parent === null ? undefined : quotations[quotation.parent]
    const bounds = boundsOf(blocks, quotation, parent)
    const earlier = before === undefined ? undefined : quotations[before]
    const later = after === undefined ? undefined : quotations[after]
    const said = sayAfter(body, quotation, Math.min(bounds.end, later?.start ?? bounds.end)) ??
      goesOn(body, quotation, earlier, before === undefined ? undefined : found[before]) ??
      sayBefore(body, quotation, Math.max(bounds.start, earlier?.end ?? bounds.start)) ?? {
        speaker: null,
        verb: null,
      }
    found.push({ ...inside(body, quotation), depth: quotation.depth, ...said })
  })
  return found
}

/** For each quotation the one before and the one after it within the same quotation, or in none. */
function siblings(quotations: readonly Quotation[]): { before?: number; after?: number }[] {
  const neighbours: { before?: number; after?: number }[] = quotations.map(() => ({}))
  const last = new Map<number | null, number>()
  quotations.forEach(({ parent }, index) => {
    const before = last.get(parent)
    const [own, other] = [neighbours[index], before === undefined ? undefined : neighbours[before]]
    if (own && before !== undefined) own.before = before
    if (other) other.after = index
    last.set(parent, index)
  })
  return neighbours
}

/** Without its marks. */
function inside(body: string, { start, end }: Span): Span {
  const closed = end - start > 1 && /["”’'»]/.test(body.charAt(end - 1))
  return { start: start + 1, end: Math.max(start + 1, closed ? end - 1 : end) }
}

/** The blocks that a quotation stands in; one that opens its block may be led in by the end of the block before. */
function boundsOf(blocks: readonly Span[], quotation: Span, parent: Span | undefined): Span {
  if (parent) return { start: parent.start + 1, end: parent.end - 1 }
  const first = lastAt(blocks, quotation.start)
  const own = blocks[first]
  const last = blocks[lastAt(blocks, quotation.end - 1)]
  if (!own || !last) return quotation
  const leadIn = own.start === quotation.start ? blocks[first - 1] : undefined
  return { start: leadIn?.start ?? own.start, end: last.end }
}

/** The index of the last block that begins at or before `at`; blocks stand in order. */
function lastAt(blocks: readonly Span[], at: number): number {
  let low = -1
  let high = blocks.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}

function sayAfter(body: string, { start, end }: Span, limit: number): Said | null {
  const text = body.slice(end, Math.min(limit, end + REACH))
  const stretch = { text, at: end }
  const according = ACCORDING_AFTER.exec(text)
  if (according) return said(stretch, according)
  // Words that are only named in marks end in no comma: the “Hall” said nothing.
  const ends = /[,!?…—–-]$/.test(body.slice(start, end).replace(/["”’'»]+$/, ''))
  if (!ends && !/^,/.test(text)) return null
  const match = VERB_FIRST.exec(text) ?? ROLE_FIRST.exec(text) ?? SPEAKER_FIRST.exec(text)
  return match ? said(stretch, match) : null
}

/** “…,” he said, “…”: the second has the speaker of the first, and so has one that follows the attribution's sentence. */
function goesOn(
  body: string,
  quotation: Quotation,
  before: Quotation | undefined,
  first: Attribution | undefined,
): Said | null {
  if (!before) return null
  const last = Math.max(first?.speaker?.end ?? 0, first?.verb?.end ?? 0)
  if (!first || last <= before.end || last > quotation.start) return null
  const between = body.slice(last, quotation.start)
  if (between.length > REACH || /\n\s*\n/.test(between)) return null
  return /^[^.?!:]{0,120}[,.;]\s*(?:and\s+|but\s+)?$/.test(between)
    ? { speaker: first.speaker, verb: first.verb }
    : null
}

function sayBefore(body: string, { start }: Span, limit: number): Said | null {
  const stretch = lastSentence(body, Math.max(limit, start - REACH), start)
  const according = ACCORDING_BEFORE.exec(stretch.text)
  if (according) return said(stretch, according)
  const verb = [...stretch.text.matchAll(VERBS)].findLast((match) =>
    AFTER_VERB.test(stretch.text.slice(match.index + match[0].length)),
  )
  if (!verb) return null
  const head = stretch.text.slice(0, verb.index)
  const joined = /\s(?:and|but|then)\s+$/.test(head)
  // Of two verbs that "and" joins, the first has the subject.
  const subject = (joined ? SUBJECT_AT_START : SUBJECT_AT_VERB).exec(head)
  if (!subject) return null
  return { ...said(stretch, subject), verb: placed(stretch, verb.index, verb[0]) }
}

const SENTENCE_START =
  /(?<![\s.](?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Rev|St|Sen|Gov))[.!?]["”’)]*\s+(?=\p{Lu})/gu

/** What stands before `end` of the sentence that goes on there. */
function lastSentence(body: string, from: number, end: number): Stretch {
  const text = body.slice(from, end)
  const stop = [...text.matchAll(SENTENCE_START)].at(-1)
  const at = stop ? stop.index + stop[0].length : text.length - text.trimStart().length
  return { text: text.slice(at), at: from + at }
}

function said(stretch: Stretch, match: RegExpExecArray): Said {
  const { speaker = '', verb = '' } = match.groups ?? {}
  const verbAt = verb === '' ? 0 : match[0].indexOf(verb)
  const speakerAt = match[0].lastIndexOf(speaker)
  return {
    speaker: placed(stretch, match.index + speakerAt, speaker),
    verb: verb === '' ? null : placed(stretch, match.index + verbAt, verb),
  }
}

const placed = ({ at }: Stretch, from: number, words: string): Span => ({
  start: at + from,
  end: at + from + words.length,
})
