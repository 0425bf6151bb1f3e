/** Parts of a sentence's tree as questions and answers use them. */
import type { Clause, Phrase } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import type { Mention as TypedMention } from '@/lib/core/language/tree'
import type { Span } from '@/lib/core/text/source'
import { type Answer, NAMED_ANSWER } from '../../fact'
import { spanOf, tidy } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'

/** What states something by itself: no clause inside another, no question, nobody's quoted words. */
export function statements(sentence: ReadSentence): readonly Clause[] {
  if (sentence.quoted || /\?”?$/.test(sentence.view.text)) return []
  return sentence.trees.clauses.filter(
    (clause) =>
      (clause.kind === 'main' || clause.kind === 'coordinated') &&
      clause.verb.form === 'finite' &&
      clause.marker === null &&
      !isInQuote(sentence, clause.verb) &&
      !isMisread(sentence, clause),
  )
}

/** Two finite verbs for one subject, or a subject fetched over a nearer one: the tree went astray. */
function isMisread({ trees }: ReadSentence, clause: Clause): boolean {
  const { verb, subject } = clause
  const place = trees.clauses.indexOf(clause)
  return trees.clauses.some((other) => {
    const isLoose =
      other.kind === 'modifier' &&
      other.subject === null &&
      other.verb.form === 'finite' &&
      other.verb.voice === 'active'
    const isInside = other.from > verb.main && other.to <= clause.to
    if (isLoose && isInside) return true
    const isNearer =
      other.subject !== null && !other.subject.shared && other.subject.from > (subject?.to ?? 0)
    const isBetween = other.verb.main < verb.main && other.kind === 'coordinated'
    return (
      subject?.shared === true && isNearer && isBetween && trees.clauses.indexOf(other) !== place
    )
  })
}

export const isInQuote = (sentence: ReadSentence, span: Span): boolean =>
  sentence.quotes.some((q) => q.start < span.end && span.start < q.end)

/** Said flatly: not denied, not held back, not only possible. */
export const isFlat = ({ verb }: Clause): boolean =>
  !verb.negated && verb.hedge === null && (verb.modal === null || verb.modal === 'can')

/** A noun phrase up to its first comma, dash, or bracket, where that comes after its head. */
export function core(sentence: ReadSentence, phrase: Range & { readonly head: number }): Range {
  const { tokens } = sentence
  for (let i = phrase.head + 1; i < phrase.to; i++) {
    if (/^[,;:–—()[\]]$/.test(tokens[i]?.text ?? '')) return { from: phrase.from, to: i }
  }
  return { from: phrase.from, to: phrase.to }
}

/** The same without relative clauses and participles after the noun: what names the thing. */
export function bareCore(sentence: ReadSentence, phrase: Range & { readonly head: number }): Range {
  const { from, to } = core(sentence, phrase)
  const { tokens } = sentence
  for (let i = phrase.head + 1; i < to; i++) {
    const token = tokens[i]
    const isVerb = token?.pos === 'VERB' || token?.pos === 'AUX'
    if (isVerb || /^(?:that|which|who|whom|whose|where|when)$/.test(token?.lower ?? ''))
      return { from, to: i }
  }
  return { from, to }
}

export const words = (range: Range): number => range.to - range.from

const POINTING =
  /^(?:this|that|these|those|such|another|other|some|any|many|most|several|few|both|each|every|all|its|his|her|their|our|my|your|it|he|she|they|we|you|i|one|there|here|what|who|which|another's|others)$/

/** A short noun phrase that can be the name of a thing: nouns and what stands before them. */
export function isTerm(sentence: ReadSentence, range: Range): boolean {
  const inside = sentence.tokens.slice(range.from, range.to)
  const own = inside.filter((t) => !/^(?:the|an?)$/.test(t.lower))
  const last = own.at(-1)
  if (own.length === 0 || own.length > MOST_TERM_WORDS || last === undefined) return false
  if (!/^(?:NOUN|PROPN)$/.test(last.pos)) return false
  if (POINTING.test(inside[0]?.lower ?? '') || GENERIC.has(last.lower)) return false
  return own.every(
    (t, i) =>
      /^(?:NOUN|PROPN|ADJ)$/.test(t.pos) ||
      /^(?:-|’s|'s|’|')$/.test(t.text) ||
      (t.lower === 'of' && i > 0) ||
      (/^(?:and|the|for)$/.test(t.lower) && i > 0 && isNamed(sentence, t)) ||
      (t.pos === 'VERB' && /(?:ing|ed)$/.test(t.lower) && i < own.length - 1),
  )
}

/** In tokens; "the Declaration of Rights and Grievances" has five. */
const MOST_TERM_WORDS = 6

const isNamed = (sentence: ReadSentence, token: Span): boolean =>
  sentence.typed.some((m) => 'name' in m.value && m.start <= token.start && token.end <= m.end) ||
  sentence.names.some((n) => n.start <= token.start && token.end <= n.end)

/** Words that are no terms: what they are said to be is no definition of them. */
const GENERIC = new Set(
  (
    'result reason effect goal aim problem solution difference example purpose answer question fact idea view point step ' +
    'part way thing benefit case exception cause motive practice decision option advantage majority number rest feature ' +
    'size name word time year day period place area type kind sort form group member people person man woman men women ' +
    'process change event situation condition role use one others set system'
  ).split(' '),
)

/** The named thing that a range is, article and title left aside; null where it is none. */
export function typedAt(sentence: ReadSentence, range: Range): TypedMention | null {
  const span = spanOf(sentence.tokens, range)
  const found = sentence.typed.find(
    (m) =>
      'name' in m.value &&
      m.end === span.end &&
      m.start >= span.start &&
      /^(?:the )?(?:[^,]{1,30}[’']s )?$/i.test(sentence.view.text.slice(span.start, m.start)),
  )
  return found ?? null
}

/** A typed thing by the name the text calls it in full; a term without article, in lower case unless it is a name. */
export function nameAnswer(sentence: ReadSentence, range: Range): Answer {
  const typed = typedAt(sentence, range)
  const span = spanOf(sentence.tokens, range)
  if (typed !== null && 'name' in typed.value) {
    const { type, name } = typed.value
    const own = { start: typed.start, end: typed.end }
    // "Lord Holm", of whom no other name is told.
    const text = type === 'person' && !name.includes(' ') ? typed.text : name
    return { text, type: NAMED_ANSWER[type] ?? 'term', grain: '', span: own, number: '' }
  }
  const bare = tidy(sentence.view.text.slice(span.start, span.end))
    .replace(/^(?:the|an?) /i, '')
    .replace(/[“”]/g, '')
  const text = isCommon(sentence, range) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
  return { text, type: 'term', grain: 'term', span, number: '' }
}

/** A capital that is only the sentence's. */
function isCommon(sentence: ReadSentence, { from, to }: Range): boolean {
  if (from > 0 && sentence.tokens[from - 1]?.text !== '“') return false
  const own = sentence.tokens.slice(from, to).filter((t) => !/^(?:the|an?)$/.test(t.lower))
  return own[0]?.pos !== 'PROPN' && !own.slice(1).some((t) => /^\p{Lu}/u.test(t.text))
}

/** "lamellae" is one by its ending alone. */
export const isPlural = (sentence: ReadSentence, head: number): boolean => {
  const token = sentence.tokens[head]
  if (token === undefined) return false
  return (
    /ae$/.test(token.lower) ||
    (token.lemma.toLowerCase() !== token.lower && /(?:s|i|a|men)$/.test(token.lower))
  )
}

/** "A and B": asked for one, both would be right. */
export const isJoined = ({ trees }: ReadSentence, head: number): boolean =>
  trees.coordinations.some((c) => c.members.length > 1 && c.members.some((m) => m.head === head))

/** What a phrase says when it is the answer itself: to be turned over rather than typed when it is long. */
export const clauseAnswer = (text: string, span: Span): Answer => ({
  text,
  type: 'reason',
  grain: 'clause',
  span,
  number: '',
})

/** How sure the reader is of the parts that a question uses. */
export const signsOf = (
  parts: Readonly<Record<string, Pick<Phrase, 'confidence'> | null | undefined>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) =>
      part === null || part === undefined ? [] : [[name, part.confidence]],
    ),
  )

export const least = (signs: Readonly<Record<string, number>>): number =>
  Math.min(1, ...Object.values(signs))

/** Where the verb of a clause begins. */
export const firstOf = ({ verb }: Clause): number => Math.min(verb.main, ...verb.auxiliaries)
