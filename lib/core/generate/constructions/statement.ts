/**
 * A statement is what one clause of a sentence says by itself: without what only joins it to the sentence before, without
 * asides, and with names for the pronouns that stand for them.
 */
import type { Clause } from '@/lib/core/language/clauses/shapes'
import { floorFor } from '@/lib/core/language/spans/gates'
import type { Span } from '@/lib/core/text/source'
import { overlaps, within } from '../mentions/mention'
import { spanOf } from '../phrase'
import type { ReadSentence, Replacement } from '../read-sentence'
import { isConnective } from './parts'

export type Statement = {
  readonly sentence: ReadSentence
  /** In the sentence's view. */
  readonly span: Span
  /** Asides inside it. */
  readonly asides: readonly Span[]
  readonly stands: readonly Replacement[]
  /** Whether it is less than the sentence. */
  readonly isPart: boolean
}

/** The parts of a sentence that can be told alone, from left to right; one, where it cannot be divided for certain. */
export function statementsOf(sentence: ReadSentence): readonly Statement[] {
  const { text } = sentence.view
  if (sentence.quoted || !/[.!”)]$/.test(text) || /[?]/.test(text)) return []
  if (POINTS_BACK.test(text) || !saysSomething(sentence)) return []
  if (!isMarkedWell(text)) return []
  if (/^(?:Not|Suppose|Imagine|Let)\b|^For (?:example|instance), if\b/.test(text)) return []
  const stands = firstOfEach(sentence.resolved)
  const cuts = [0, ...cutsOf(sentence), text.length]
  return cuts.slice(1).flatMap((end, i) => {
    const span = withoutLead(sentence, { start: cuts[i] ?? 0, end })
    if (/^[“"(]/.test(text.slice(span.start))) return []
    const asides = asidesOf(sentence, span)
    return [{ sentence, span, asides, stands, isPart: cuts.length > 2 }]
  })
}

/** "Seven years later …": than what, only the text around knows. */
const POINTS_BACK =
  /^(?:(?:\p{L}+ )?(?:days?|weeks?|months?|years?|decades?) (?:later|earlier|before|after)|Later|Earlier|From (?:now|then) on|By then|Since then|At (?:that|this|the) (?:time|point|same time)|Before (?:that|this|then)|After (?:that|this)|In (?:that|this|the same) )\b/u

/** Straight marks open after a space and close after a word: else a mark is lost, and words of two speakers run together. */
function isMarkedWell(text: string): boolean {
  const marks = [...text.matchAll(/"/g)]
  return marks.every(({ index }, i) => {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)]
    return i % 2 === 0 ? /^[\s([—–-]?$/.test(before) && /\S/.test(after) : /\S/.test(before)
  })
}

/** A statement has a verb that somebody or something does. */
const saysSomething = ({ trees }: ReadSentence): boolean =>
  trees.clauses.some(({ kind, verb }) => kind === 'main' && verb.form === 'finite')

/** Where a clause with a subject and a verb of its own begins after a mark and "and" or "but", or after a semicolon. */
function cutsOf(sentence: ReadSentence): number[] {
  const { tokens, trees } = sentence
  return trees.clauses.flatMap((clause) => {
    if (!isOwnStatement(clause)) return []
    let first = clause.from
    while (/^(?:and|but|so|yet|;|:)$/.test(tokens[first]?.lower ?? '')) first++
    const joint = tokens[first - 1]
    const mark = joint?.text === ';' ? joint : tokens[first - 2]
    const isJoined = joint?.text === ';' || /^(?:and|but|so|yet)$/.test(joint?.lower ?? '')
    if (!isJoined || !/^[,;]$/.test(mark?.text ?? '') || first < 5) return []
    const begin = tokens[first]?.start
    return begin === undefined || isInside(sentence, begin) ? [] : [begin]
  })
}

const isOwnStatement = ({ kind, subject, verb, confidence }: Clause): boolean =>
  kind === 'coordinated' &&
  verb.form === 'finite' &&
  subject !== null &&
  !subject.shared &&
  confidence >= floorFor('conjunct', 80)

const isInside = ({ quotes, view }: ReadSentence, at: number): boolean =>
  quotes.some((q) => q.start < at && at < q.end) ||
  view.text.slice(0, at).split('(').length > view.text.slice(0, at).split(')').length

/** Without "However," and the like. */
function withoutLead(sentence: ReadSentence, { start, end }: Span): Span {
  const own = sentence.view.text.slice(start, end)
  const lead = /^([\p{L}' ]{2,24}), /u.exec(own)
  const joint = /^(?:And|But|So|Yet|Thus|Then|Hence|Therefore) (?=\p{L})/u.exec(own)
  if (lead?.[1] !== undefined && isConnective(lead[1]))
    return { start: start + lead[0].length, end }
  if (joint === null) return { start, end }
  const after = start + joint[0].length
  return opensStatement(sentence, after) ? { start: after, end } : { start, end }
}

/** "So great was the fear that …", "Thus ended the war": without the word that turns them round they are no sentences. */
function opensStatement({ tokens }: ReadSentence, at: number): boolean {
  const first = tokens.find((t) => t.start >= at)
  const second = tokens.find((t) => t.start >= (first?.end ?? at))
  if (first === undefined || /^(?:VERB|AUX)$/.test(first.pos)) return false
  return !(/^(?:ADJ|ADV)$/.test(first.pos) && /^(?:VERB|AUX|ADJ|ADV|DET)$/.test(second?.pos ?? ''))
}

/** An aside between marks: ", which …,", "— … —", ", however,". */
function asidesOf(sentence: ReadSentence, span: Span): readonly Span[] {
  const { text } = sentence.view
  const own = text.slice(span.start, span.end)
  const found: Span[] = []
  const add = (start: number, length: number) => {
    const aside = { start: span.start + start, end: span.start + start + length }
    if (!found.some((one) => overlaps(one, aside))) found.push(aside)
  }
  for (const match of own.matchAll(/ ?[—–][^—–.;:?!]{3,160}[—–] ?(?=\p{Ll})/gu))
    add(match.index, match[0].length)
  for (const match of own.matchAll(/, ([\p{Ll}' ]{3,24})(?=,)/gu))
    if (isConnective(match[1] ?? '')) add(match.index, match[0].length + 1)
  for (const relative of relativesOf(sentence, span))
    add(relative.start - span.start, relative.end - relative.start)
  return found.sort((a, b) => a.start - b.start)
}

const SURE_RELATIVE = 0.7

/** From its comma up to the one that closes it, or to the end. */
function relativesOf({ trees, tokens, view }: ReadSentence, span: Span): Span[] {
  return trees.clauses.flatMap((clause) => {
    if (clause.kind !== 'relative' || clause.confidence < SURE_RELATIVE) return []
    const first = tokens[clause.from]
    if (!/^(?:which|who|whose|where)$/.test(first?.lower ?? '')) return []
    const { start, end } = spanOf(tokens, clause)
    const isClosed = /^(?:,|\.$)/.test(view.text.slice(end, span.end))
    if (!/, $/.test(view.text.slice(0, start)) || !isClosed) return []
    const aside = { start: start - 2, end: view.text.charAt(end) === ',' ? end + 1 : end }
    return within(aside, span) ? [aside] : []
  })
}

/** Named once, the same may be "he" again. */
function firstOfEach(all: readonly Replacement[]): readonly Replacement[] {
  const said = new Set<string>()
  return all.filter(({ text }) => {
    const name = text.replace(/’s?$/, '')
    if (said.has(name)) return false
    said.add(name)
    return true
  })
}

/** The words of a statement between two places, its asides left out unless they hold one of `kept`. */
export function told(statement: Statement, span: Span, kept: readonly Span[]): string {
  const { sentence, asides, stands } = statement
  const { text } = sentence.view
  const gone = asides
    .filter((aside) => !kept.some((one) => overlaps(aside, one)))
    .map((aside): Replacement => ({ ...aside, text: edgeOf(text, aside), from: null }))
  const all = [...gone, ...stands.filter((one) => !gone.some((aside) => overlaps(one, aside)))]
  let out = ''
  let at = span.start
  for (const one of all.sort((a, b) => a.start - b.start)) {
    if (one.start < at || one.end > span.end) continue
    out += text.slice(at, one.start) + matchCase(text.charAt(one.start), one.text)
    at = one.end
  }
  return withoutBrackets(out + text.slice(at, span.end))
}

/** Dashes leave a space between the words that they parted. */
const edgeOf = (text: string, { start, end }: Span): string =>
  /[—–]/.test(text.slice(start, start + 2)) && /\p{L}/u.test(text.charAt(end)) ? ' ' : ''

const matchCase = (first: string, text: string): string =>
  /\p{Lu}/u.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text

const withoutBrackets = (text: string): string =>
  /[“"]/.test(text) ? text : text.replace(/ \([^()]{1,240}\)/g, '')

/** A statement whose gap stands at `gap`: what is left and right of it. */
export function besides(statement: Statement, gap: Span): { before: string; after: string } {
  const { span } = statement
  const left = told(statement, { start: span.start, end: gap.start }, [gap])
    .replace(/^[\s,;:–—-]+/, '')
    .trim()
  const right = told(statement, { start: gap.end, end: span.end }, [gap]).trim()
  return {
    before: left.charAt(0).toUpperCase() + left.slice(1),
    after: `${right.replace(/(?:[,;:—–]| and| but| so| yet| ,)+$/u, '')}`.replace(
      /(?<![.!?”’])$/u,
      '.',
    ),
  }
}

/** The sentences that its names were taken from. */
export const leansOn = ({ stands, span, sentence }: Statement): ReadSentence[] => [
  ...new Set(
    stands.flatMap((one) =>
      one.from === null || one.from === sentence || !within(one, span) ? [] : [one.from],
    ),
  ),
]
