/** The words of a sentence as a question says them: pronouns by the name they stand for, names in full. */
import { lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Mention } from '@/lib/core/language/tree'
import { isFunctionWord } from '@/lib/core/language/words'
import { joined, rangeOf } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { echoesIn } from './echoes'

interface Said {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Where the words come from; null where it is this sentence. */
  readonly source: ReadSentence | null
  readonly probability: number
}

export interface Wording {
  readonly sentence: ReadSentence
  /** By the position of the first token that they stand for. */
  readonly said: ReadonlyMap<number, Said>
  /** Where a pronoun means a name that the same clause says before it: it stays as it is. */
  readonly echoes: ReadonlySet<number>
}

const SURE = 0.9
/** "the threat of German": the noun that it describes is missing. */
const CUT_NAME = / of (?:\p{Lu}\p{L}*(?:ian|ish|ese|rman|nch|ican))$/u

export function wordingOf(sentence: ReadSentence, reading: Reading): Wording {
  const said = new Map<number, Said>()
  const put = (one: Said) => {
    if (one.to > one.from && ![...said.values()].some((s) => s.from < one.to && one.from < s.to))
      said.set(one.from, one)
  }
  for (const reference of sentence.references) {
    if (reference.probability < SURE) continue
    const range = rangeOf(sentence.tokens, reference)
    const name = nameOf(reference.antecedent, reading)
    if (name === null) continue
    const text = isPossessive(sentence, range.from) ? possessive(name) : name
    const source = sentenceWith(sentence, reference.antecedent)
    put({ ...range, text, source, probability: reference.probability })
  }
  for (const { start, end, text, from } of sentence.resolved)
    if (!CUT_NAME.test(text))
      put({ ...rangeOf(sentence.tokens, { start, end }), text, source: from, probability: SURE })
  for (const one of parallelSubjects(sentence)) put(one)
  for (const mention of sentence.typed) {
    const full = fullName(mention)
    if (full === null) continue
    const range = rangeOf(sentence.tokens, mention)
    // "the Reagan presidency": a name that only describes stays as it is.
    if (sentence.trees.syntax.tokens[range.to - 1]?.relation === 'compound') continue
    put({ ...range, text: full, source: null, probability: mention.probability })
  }
  const echoes = echoesIn(sentence, said)
  for (const at of echoes) said.delete(at)
  return { sentence, said, echoes }
}

/** Below this the subject that a pronoun would repeat is not known well enough. */
const SURE_SUBJECT = 0.8

/**
 * "Because the act raised questions, it led to protest": a pronoun that is the subject after a clause with a noun as its
 * subject, of the same number, repeats that subject.
 */
function parallelSubjects(sentence: ReadSentence): Said[] {
  const { clauses, syntax } = sentence.trees
  return clauses.flatMap((clause) => {
    const { subject } = clause
    const pronoun = subject === null ? '' : lower(syntax, subject.head)
    if (subject === null || subject.shared || !/^(?:it|they|he|she)$/.test(pronoun)) return []
    // "… killed many before they were sold": after the main clause anything in it may be meant.
    if (clause.kind !== 'main' && clause.kind !== 'coordinated') return []
    const other = clauses.find(
      (one) =>
        one !== clause &&
        one.head < subject.head &&
        (clauses[one.parent ?? -1] === clause || clauses[clause.parent ?? -1] === one) &&
        /^(?:adverbial|main|coordinated)$/.test(one.kind),
    )
    const noun = other?.subject
    if (noun === undefined || noun === null || noun.shared || noun.confidence < SURE_SUBJECT)
      return []
    if (!agrees(sentence, pronoun, noun.head)) return []
    const positions = span(noun.from, noun.to)
    const text = wordsAt({ sentence, said: new Map(), echoes: new Set() }, positions)
    return [
      {
        from: subject.head,
        to: subject.head + 1,
        text,
        source: null,
        probability: noun.confidence,
      },
    ]
  })
}

function agrees(
  { trees: { syntax }, tokens, typed }: ReadSentence,
  pronoun: string,
  head: number,
): boolean {
  const token = tokens[head]
  if (token === undefined || !/^(?:NOUN|PROPN)$/.test(token.pos)) return false
  const isPerson = typed.some(
    (m) => m.value.type === 'person' && m.start < token.end && token.start < m.end,
  )
  if (pronoun === 'they') return isPlural(syntax, head)
  if (isPlural(syntax, head)) return false
  return pronoun === 'it' ? !isPerson : isPerson
}

/** A name as a sentence would say it, with its article. */
function nameOf(mention: Mention, { text }: Reading): string | null {
  const { value } = mention
  if (!('name' in value)) return null
  const before = text.source.body.slice(Math.max(0, mention.start - 4), mention.start)
  return /\bthe\s$/i.test(before) ? `the ${value.name}` : value.name
}

/** The full form of a name that stands here in a shorter one. */
function fullName({ text, value }: Mention): string | null {
  if (!('name' in value) || value.name === text || value.name.length <= text.length) return null
  if (value.type !== 'person') return null
  return value.name.endsWith(text) ? value.name : null
}

const isPossessive = ({ trees }: ReadSentence, at: number): boolean =>
  trees.syntax.tokens[at]?.relation === 'nmod:poss'

const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)

/** The sentence of the same block that holds what a pronoun stands for. */
function sentenceWith(sentence: ReadSentence, { start }: Mention): ReadSentence | null {
  for (let at = sentence.previous; at !== null; at = at.previous)
    if (start >= at.span.start && start < at.span.end) return at
  return null
}

/** The words at these positions, as they stand inside a sentence. */
export function wordsAt(wording: Wording, positions: readonly number[]): string {
  const { sentence, said } = wording
  const { tokens, view } = sentence
  let out = ''
  let last = -1
  let skipTo = -1
  for (const at of positions) {
    const token = tokens[at]
    if (token === undefined || at < skipTo) continue
    const instead = said.get(at)
    const covers = instead !== undefined && isCovered(instead, positions)
    const word = covers ? instead.text : at === 0 ? small(sentence) : token.text
    if (covers) skipTo = instead.to
    const touches = last >= 0 && last === at - 1 && tokens[last]?.end === token.start
    const spaced = touches || glues(token.text, view.text.charAt(token.start - 1), last, at)
    out += out === '' || spaced ? word : ` ${word}`
    last = covers ? instead.to - 1 : at
  }
  return joined(out)
}

const isCovered = ({ from, to }: Said, positions: readonly number[]): boolean => {
  const at = positions.indexOf(from)
  return positions[at + to - from - 1] === to - 1
}

/** A mark that stood right after a word stands right after whatever word is now before it. */
const glues = (text: string, before: string, last: number, at: number): boolean =>
  last >= 0 && last !== at - 1 && /^[,.;:!?”)\]’']/.test(text) && before !== ' '

/** The first word of a sentence in lower case, unless it is a name. */
function small(sentence: ReadSentence): string {
  const first = sentence.tokens[0]
  if (first === undefined) return ''
  const named = sentence.typed.some(
    (m) => 'name' in m.value && m.start <= first.start && first.start < m.end,
  )
  const keeps =
    /^(?:\p{Lu}{2}|I$)/u.test(first.text) ||
    (!isFunctionWord(first.lower) &&
      (named || first.pos === 'PROPN' || sentence.names.some((n) => n.first <= 0 && 0 <= n.last)))
  return keeps ? first.text : first.text.charAt(0).toLowerCase() + first.text.slice(1)
}

/** The sentences that these words were taken from. */
export function sourcesAt({ said }: Wording, positions: readonly number[]): ReadSentence[] {
  const from = positions.flatMap((at) => said.get(at)?.source ?? [])
  return [...new Set(from)]
}

/** "colonists", "A and B". */
export const isPlural = (syntax: Syntax, head: number): boolean =>
  /^NNP?S$/.test(syntax.tokens[head]?.xpos ?? '') ||
  (syntax.children[head] ?? []).some(
    (child) => syntax.tokens[child]?.relation === 'conj' && child > head,
  )

export const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
