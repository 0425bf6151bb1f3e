/**
 * A clause of the tree as a question can use it: its subject, its verb with the auxiliary that a question puts first, and
 * where what is said of the subject ends. A stretch of it is then asked for in place.
 */

import type { Clause } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { BE, HAVE, isFunctionWord, MODALS } from '@/lib/core/language/words'
import type { Ask, Signs } from '../fact'
import { joined } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { questionOf } from '../realize'
import { isConnective } from './parts'
import { predicateEnd } from './predicate'
import { sayPlainly } from './say-plainly'

export type Frame = {
  readonly sentence: ReadSentence
  readonly clause: Clause
  /** As a question says it; references resolved. */
  readonly subject: string
  readonly subjectRange: Range
  readonly auxiliary: string
  /** What stands of the verb after the subject, in a question. */
  readonly verb: string
  readonly verbFrom: number
  readonly verbTo: number
  /** Where the next statement, or the sentence, ends what can belong to it. */
  readonly limit: number
  /** "in 1733", before the subject. */
  readonly lead: string
  readonly signs: Signs
}

/** Below it, subject or verb are as likely something else. */
const LEAST_SURE = 0.5

/** The statements of a sentence that have a subject of their own or share one. */
export function framesOf(sentence: ReadSentence, reading: Reading): Frame[] {
  if (sentence.quoted || /[?!]”?$/.test(sentence.view.text)) return []
  return sentence.trees.clauses.flatMap((clause) => {
    const frame = frameOf(sentence, clause, reading)
    return frame === null ? [] : [frame]
  })
}

function frameOf(sentence: ReadSentence, clause: Clause, reading: Reading): Frame | null {
  const { tokens } = sentence
  const { subject, verb } = clause
  if (subject === null || !states(sentence, clause)) return null
  if (verb.form !== 'finite' || verb.negated || verb.hedge !== null) return null
  if (subject.confidence < LEAST_SURE || verb.confidence < LEAST_SURE) return null
  const verbFrom = Math.min(verb.main, ...verb.auxiliaries)
  if (subject.to > verbFrom || inQuote(sentence, tokens[verb.main]?.start ?? 0)) return null
  const subjectRange = ownWords(sentence, subject)
  const subjectText = sayPlainly(sentence, subjectRange, reading)
  if (subjectText === null || POINTING.test(subjectText)) return null
  const inversion = inverted(sentence, clause)
  if (inversion === null) return null
  const lead =
    subject.shared || !standsAlone(clause)
      ? ''
      : leadOf(sentence, clause, subjectRange.from, reading)
  if (lead === null) return null
  return {
    sentence,
    clause,
    subject: subjectText,
    subjectRange,
    ...inversion,
    verbFrom,
    verbTo: verb.main + 1,
    limit: limitOf(sentence, clause),
    lead,
    signs: { subject: subject.confidence, verb: verb.confidence },
  }
}

/** Clauses that the writer says of himself, with a subject of their own: not what is only thought, wished or supposed. */
function states({ tokens }: ReadSentence, { kind, sort, subject }: Clause): boolean {
  if (kind === 'main' || kind === 'coordinated') return true
  if (subject === null || /^(?:PRON|DET)$/.test(tokens[subject.head]?.pos ?? '')) return false
  if (kind === 'relative') return /^(?:where|when)$/.test(tokens[subject.from - 1]?.lower ?? '')
  if (kind === 'aside') return true
  return kind === 'adverbial' && (sort === 'contrast' || sort === 'cause' || sort === 'time')
}

/** What stands before its subject says when or where, and not how it goes on from the clause around it. */
const standsAlone = ({ kind }: Clause): boolean =>
  kind === 'main' || kind === 'coordinated' || kind === 'aside'

const POINTING =
  /^(?:it|they|he|she|we|i|you|this|that|these|those|there|who|which|what|one|others?|the others|many|most|both|all|each|such|another|none|some(?! \d))\b(?! of )/i

const inQuote = ({ quotes }: ReadSentence, at: number): boolean =>
  quotes.some((q) => q.start <= at && at < q.end)

/** A subject without its asides: what follows its first comma, bracket or dash, unless a list goes on there. */
function ownWords({ tokens, trees, typed }: ReadSentence, range: Range): Range {
  const isList = trees.coordinations.some(
    (c) => c.members.length > 2 && c.members.some((m) => m.from >= range.from && m.to <= range.to),
  )
  if (isList) return { from: range.from, to: range.to }
  const inDate = (at: number) => typed.some((m) => m.start < at && at < m.end)
  for (let i = range.from + 1; i < range.to; i++)
    if (/^[,—–]$/.test(tokens[i]?.text ?? '') && !inDate(tokens[i]?.start ?? 0))
      return { from: range.from, to: i }
  return { from: range.from, to: range.to }
}

/** The auxiliary that a question puts before the subject, and what stays of the verb after it. */
function inverted(
  sentence: ReadSentence,
  { verb }: Clause,
): { auxiliary: string; verb: string } | null {
  const { tokens } = sentence
  const words = (from: number, to: number) => joined(...tokens.slice(from, to).map((t) => t.text))
  const main = tokens[verb.main]
  const first = verb.auxiliaries[0]
  if (main === undefined) return null
  if (first !== undefined) {
    const auxiliary = tokens[first]?.lower ?? ''
    if (
      !BE.has(auxiliary) &&
      !HAVE.has(auxiliary) &&
      !MODALS.has(auxiliary) &&
      !/^d(?:o|oes|id)$/.test(auxiliary)
    )
      return null
    if (/'|cannot/.test(auxiliary)) return null
    return { auxiliary, verb: words(first + 1, verb.main + 1) }
  }
  if (verb.copula || BE.has(main.lower))
    return /'/.test(main.lower) ? null : { auxiliary: main.lower, verb: '' }
  if (verb.tense === null || /[^a-z-]/.test(main.lemma)) return null
  const auxiliary = verb.tense === 'past' ? 'did' : main.lower === main.lemma ? 'do' : 'does'
  return { auxiliary, verb: main.lemma }
}

/** Where the next statement begins, its "and" left out. */
function limitOf({ tokens, trees }: ReadSentence, clause: Clause): number {
  let limit = standsAlone(clause) ? tokens.length : clause.to
  while (limit > 0 && /^[.;:”")]$/.test(tokens[limit - 1]?.text ?? '')) limit--
  for (const other of trees.clauses) {
    if (other.kind !== 'coordinated' || other.from <= clause.verb.main) continue
    const joins = /^(?:and|but|or|,|;)$/.test(tokens[other.from - 1]?.lower ?? '')
    limit = Math.min(limit, joins ? other.from - 1 : other.from)
  }
  const whilst = tokens.findIndex(
    (t, i) => i > clause.verb.main && i < limit && t.lower === 'whilst',
  )
  if (whilst > 0) limit = whilst
  while (limit > 0 && /^[,;]$/.test(tokens[limit - 1]?.text ?? '')) limit--
  return limit
}

const ANCHOR =
  /^(?:in|on|at|during|under|after|before|by|between|from|since|until|throughout|as of|among|within|for) /i

/** What stands before the subject and says when or where; null where it sets a condition. */
function leadOf(
  sentence: ReadSentence,
  clause: Clause,
  subjectFrom: number,
  reading: Reading,
): string | null {
  const { tokens } = sentence
  const kept: string[] = []
  let from = clause.kind === 'main' ? 0 : clause.from
  for (let i = from; i <= subjectFrom; i++) {
    if (i < subjectFrom && tokens[i]?.text !== ',') continue
    if (i > from) {
      const first = tokens[from]?.lower ?? ''
      if (/^(?:if|unless|whether)$/.test(first)) return null
      const words = sayPlainly(sentence, { from, to: i }, reading)
      const length = i - from
      if (words === null) return null
      const isWhen = /^(?:when|once|as soon)$/.test(first)
      if (
        !isConnective(words) &&
        ((ANCHOR.test(words) && length <= 12) || (isWhen && length <= 16))
      )
        kept.push(
          words.replace(/^\p{Lu}(?=\p{Ll}* )/u, (c) =>
            isFunctionWord(first) ? c.toLowerCase() : c,
          ),
        )
    }
    from = i + 1
  }
  return kept.join(', ')
}

/** The question that asks for the subject, or for what the subject begins with: `word` stands for all up to `from`. */
export function askSubject(frame: Frame, word: string, from: number, reading: Reading): Ask | null {
  const { sentence, lead } = frame
  const end = predicateEnd(sentence.tokens, frame.verbTo, rivalAfter(frame))
  const rest = sayPlainly(sentence, { from, to: end }, reading)
  if (rest === null || rest.split(' ').length < 2) return null
  return { way: 'subject', word, predicate: withLead(rest, lead) }
}

/** A name, a figure or words enough tell of what it is asked; what holds today needs less. */
export function isAnchored(ask: Ask): boolean {
  const question = questionOf(ask)
  if (OPEN.test(question)) return false
  if (!/\b(?:did|was|were|had|would)\b/.test(question)) return true
  return /\p{Lu}|\d/u.test(question.slice(1)) || question.split(' ').length >= LEAST_WORDS
}

const LEAST_WORDS = 8

/** "the remaining members", "would then choose", "of that house", "that of Bergen": of which, the text before tells. */
const OPEN =
  /\bthe remaining\b|\b(?:would|will) (?:[^?]{0,40} )?then\b|\b(?:of|in|by|from|at|on) that \p{Ll}|\b(?:did|was|were|is|are|does|do) (?:that|those) of\b/u

/** ", or nearly 57 a day": another way to say what is asked for gives it away; ", for …" is a reason. */
export function rivalAfter({ sentence: { tokens, trees }, verbTo, limit }: Frame): number {
  const reason = trees.clauses.find(
    (c) => c.marker === 'for' && c.from > verbTo && c.verb.form === 'finite',
  )
  if (reason !== undefined) return Math.min(limit, reason.from)
  for (let i = verbTo; i < limit; i++)
    if (tokens[i]?.text === ',' && /^(?:or|for)$/.test(tokens[i + 1]?.lower ?? '')) return i
  return limit
}

/** The question that asks for a stretch after the verb: `word` stands for it, with the preposition that governs it. */
export function askAfter(frame: Frame, word: string, cut: Range, reading: Reading): Ask | null {
  const { sentence, lead } = frame
  const { tokens } = sentence
  if (cut.from < frame.verbTo || cut.to > frame.limit) return null
  if (predicateEnd(tokens, frame.verbTo, cut.from) < cut.from) return null
  const isCut = /^[,;—–(:]$/.test(tokens[cut.to]?.text ?? '')
  const end = isCut ? cut.to : predicateEnd(tokens, cut.to, frame.limit)
  const before = sayPlainly(sentence, { from: frame.verbTo, to: cut.from }, reading)
  const after = sayPlainly(sentence, { from: cut.to, to: end }, reading)
  if (before === null || after === null) return null
  return {
    way: 'fronted',
    word,
    auxiliary: frame.auxiliary,
    subject: frame.subject,
    rest: withLead(joined(frame.verb, before, after), lead),
  }
}

const withLead = (rest: string, lead: string): string => (lead === '' ? rest : joined(rest, lead))
