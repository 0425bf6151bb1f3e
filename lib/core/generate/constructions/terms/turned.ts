/** A clause turned into a question: the auxiliary before the subject, asides and neighbours left out. */
import type { Clause, Phrase } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { inside, joined, rangeOf, say } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { core, typedAt } from './tree-parts'

export type Turned = {
  readonly auxiliary: string
  readonly subject: string
  readonly rest: string
}

/** Null where the verb's form does not say how to ask. `without`: ranges that the answer takes up. */
export function turned(
  sentence: ReadSentence,
  clause: Clause,
  without: readonly Range[],
): Turned | null {
  const { tokens } = sentence
  const { verb, subject } = clause
  const main = tokens[verb.main]
  if (subject === null || main === undefined || subject.from >= verb.main) return null
  if (/^(?:there|who|which|that|what)$/.test(tokens[subject.head]?.lower ?? '')) return null
  const who = subjectName(sentence, subject)
  if (who === null) return null
  const lead = leadOf(sentence, clause, without)
  const first = verb.auxiliaries[0]
  const begin = first ?? (verb.copula ? verb.main : null)
  if (begin !== null) {
    const auxiliary = tokens[begin]?.lower ?? ''
    if (/'|^(?:ca|wo|sha|cannot)$/.test(auxiliary) || begin < subject.from) return null
    const rest = saying(sentence, begin + 1, endOf(sentence, clause), without)
    return { auxiliary, subject: who, rest: joined(rest, lead) }
  }
  if (main.pos !== 'VERB' || verb.tense === null || /[^a-z]/.test(main.lemma)) return null
  if (main.lemma === 'be') return null
  const adverbs =
    subject.to <= verb.main && !subject.shared ? adverbsBefore(sentence, verb.main) : ''
  const rest = saying(sentence, verb.main + 1, endOf(sentence, clause), without)
  const auxiliary =
    verb.tense === 'past'
      ? 'did'
      : /s$/.test(main.lower) && main.lower !== main.lemma
        ? 'does'
        : 'do'
  return { auxiliary, subject: who, rest: joined(adverbs, main.lemma, rest, lead) }
}

/** "Why did he refuse?": what, of what is past, a bare verb does not say. */
export const saysTooLittle = ({ auxiliary, rest }: Turned): boolean =>
  /^(?:did|was|were|had)$/.test(auxiliary) &&
  !/[\p{Lu}\d]/u.test(rest) &&
  rest.split(' ').length <= 2

/** "to settle this quarrel": an answer that only the text before explains. */
export const pointsBack = (answer: string): boolean =>
  /\b(?:this|these|those)\b(?! (?:of|who|that|which|in|with)\b)/i.test(answer)

/** By the name that an apposition gives it; null for a pronoun that nothing answers. */
function subjectName(sentence: ReadSentence, subject: Phrase): string | null {
  const { tokens, trees, resolved } = sentence
  const head = tokens[subject.head]
  if (head === undefined) return null
  if (head.pos === 'PRON' && !PERSONAL.test(head.lower)) return null
  const isSaid = resolved.some((r) => r.start <= head.start && head.end <= r.end)
  const named = trees.appositions.find((a) => a.of.head === subject.head && a.confidence > 0.5)
  const by = named === undefined || isSaid ? null : typedAt(sentence, named.by)
  return by === null
    ? inside(sentence, asOne(sentence, subject))
    : say(sentence, rangeOf(tokens, by))
}

/** What may be answered inside the sentence, or refused by the filter. */
const PERSONAL = /^(?:it|they|he|she|those)$/

/** The subject up to its first aside; one that is a list stays whole. */
function asOne(sentence: ReadSentence, subject: Range & { readonly head: number }): Range {
  const { from, to } = subject
  const isList = sentence.trees.coordinations.some(
    (c) => (c.members[0]?.from ?? -1) <= subject.head && (c.members.at(-1)?.to ?? 0) === to,
  )
  return isList ? { from, to } : core(sentence, subject)
}

function adverbsBefore(sentence: ReadSentence, main: number): string {
  let from = main
  while (sentence.tokens[from - 1]?.pos === 'ADV') from--
  return say(sentence, { from, to: main }).replace(/^(?:also|thus|therefore|then|however)$/i, '')
}

/** "In 1765, …", "In Boston, …": when and where, said at the end of the question. */
function leadOf(sentence: ReadSentence, clause: Clause, without: readonly Range[]): string {
  const { subject } = clause
  if (subject === null || subject.shared) return ''
  const lead = clause.obliques.find(
    (o) =>
      o.to <= subject.from &&
      o.to - o.from <= 8 &&
      /^(?:in|on|at|during|after|before|by)$/.test(o.preposition),
  )
  if (lead === undefined || without.some((w) => w.from < lead.to && lead.from < w.to)) return ''
  return inside(sentence, core(sentence, lead))
}

/** Where what the clause itself says ends: before the next clause beside it, and before what a comma sets off. */
export function endOf(sentence: ReadSentence, clause: Clause): number {
  const { tokens, trees } = sentence
  const after = clause.verb.main
  let end = clause.to
  for (const other of trees.clauses) {
    if (other === clause || other.from <= after) continue
    const isBeside =
      (other.kind === 'coordinated' && other.verb.form !== 'participle') ||
      other.kind === 'aside' ||
      other.kind === 'main'
    const isSetOff = tokens[other.from - 1]?.text === ',' && other.kind !== 'reported'
    if (isBeside || isSetOff) end = Math.min(end, other.from)
  }
  for (const apposition of trees.appositions) {
    if (apposition.by.from > after && /^[,(–—]$/.test(tokens[apposition.by.from - 1]?.text ?? ''))
      end = Math.min(end, apposition.by.from)
  }
  for (let i = after + 1; i < end; i++) {
    if (/^[;:–—]$/.test(tokens[i]?.text ?? '')) end = i
  }
  // ", the worth of which he knew": the comma begins the relative clause.
  for (let i = after + 1; i < end; i++) {
    if (!/^(?:which|whom|whose)$/.test(tokens[i]?.lower ?? '')) continue
    const comma = [i - 1, i - 2, i - 3, i - 4].find((at) => at > after && tokens[at]?.text === ',')
    if (comma !== undefined) end = comma
  }
  while (end > after + 1 && isLink(tokens[end - 1])) end--
  return end
}

const isLink = (token: { readonly text: string; readonly pos: string } | undefined): boolean =>
  token !== undefined &&
  (/^(?:[,.;:()–—-]|and|but|or|so|which|who)$/i.test(token.text) || token.pos === 'CCONJ')

function saying(
  sentence: ReadSentence,
  from: number,
  to: number,
  without: readonly Range[],
): string {
  const parts: string[] = []
  let at = from
  for (const gone of [...without].sort((a, b) => a.from - b.from)) {
    if (gone.from < at || gone.from >= to) {
      if (gone.to > at && gone.from < to) at = Math.min(gone.to, to)
      continue
    }
    parts.push(say(sentence, { from: at, to: gone.from }))
    at = gone.to
  }
  if (at < to) parts.push(say(sentence, { from: at, to }))
  return joined(...parts)
}
