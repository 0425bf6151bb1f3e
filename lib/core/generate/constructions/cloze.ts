/** The fallback: a statement with one gap, where the gap is a name, a date, a measure or a term. Many are made; few are kept. */
import type { ItemKind } from '@/lib/core/items/item'
import type { Span } from '@/lib/core/text/source'
import { type Answer, type Fact, fact } from '../fact'
import { wordTimes } from '../features/text-counts'
import { within } from '../mentions/mention'
import { spanOf } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { type GapAnswer, gapAnswers, isName } from './gap-answers'
import { isGivenAway, isHalfOfAName } from './gap-places'
import { besides, leansOn, type Statement, statementsOf } from './statement'

/** A gap's statement is as long as it takes to be understood, and short enough to be read at once. In words. */
const SHORTEST = 7
const LONGEST = 42
/** "The king praised the ____": a name needs more to be known by than a number. */
const SHORTEST_FOR_NAME = 10

/** Where nothing has been learned of it yet. */
const BASE: Readonly<Record<string, number>> = {
  share: 0.8,
  money: 0.8,
  duration: 0.74,
  quantity: 0.78,
  number: 0.72,
  date: 0.76,
  period: 0.78,
  person: 0.72,
  place: 0.66,
  organisation: 0.68,
  event: 0.68,
  work: 0.7,
  name: 0.66,
  term: 0.8,
}

const KIND: Readonly<Record<string, ItemKind>> = {
  share: 'share',
  money: 'sum',
  duration: 'duration',
  quantity: 'quantity',
  number: 'count',
  date: 'date',
  period: 'period',
  person: 'person',
  place: 'place',
  term: 'name',
}

export const cloze = (
  sentence: ReadSentence,
  _next: ReadSentence | null,
  reading: Reading,
): Fact[] =>
  hasLongQuote(sentence)
    ? []
    : statementsOf(sentence).flatMap((statement) => gapsOf(statement, reading))

function gapsOf(statement: Statement, reading: Reading): Fact[] {
  const { sentence, span, isPart } = statement
  return gapAnswers(statement).flatMap((one) => {
    const { answer, make, sure } = one
    const gap = answer.span
    if (make === 'noun' && isSaidOnce(answer.text, reading) && !isDefined(sentence, gap)) return []
    if (gap === null || isBadPlace(statement, one, gap)) return []
    const { before, after } = besides(statement, gap)
    const words = `${before} ${after}`.split(' ').length
    const least = isName(answer.type) ? SHORTEST_FOR_NAME : SHORTEST
    if (words < least || words > LONGEST) return []
    const confidence = (BASE[answer.type] ?? 0.6) - (words > 30 ? 0.06 : 0)
    return [
      fact({
        kind: KIND[answer.type] ?? 'sentence',
        construction: `gap-${make}`,
        sentence,
        alsoFrom: leansOn(statement),
        clause: isPart ? trimmed(sentence, span) : null,
        ask: { way: 'gap', before, after },
        answer,
        confidence: make === 'noun' ? confidence - 0.2 : confidence,
        signs: { mention: sure, ...signsOf(statement, gap) },
      }),
    ]
  })
}

/** Sentences; of a shorter text, nothing can recur. */
const LONG_TEXT = 12

/** "a sullen drizzle", once in a long text: the writer's words, and others would do; what it is about stands there again. */
function isSaidOnce(noun: string, reading: Reading): boolean {
  if (reading.text.sentences.length < LONG_TEXT) return false
  const times = wordTimes(reading)
  return noun
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => (times.get(word) ?? 0) + (times.get(otherNumber(word)) ?? 0) < 2)
}

/** "The periosteum is a membrane …": what it is told to be pins it down. */
const isDefined = ({ trees, tokens }: ReadSentence, gap: Span | null): boolean =>
  trees.clauses.some(
    ({ subject, predicate, verb }) =>
      gap !== null &&
      subject !== null &&
      predicate !== null &&
      verb.tense === 'present' &&
      tokens[predicate.head]?.pos === 'NOUN' &&
      within(gap, spanOf(tokens, subject)),
  )

const otherNumber = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : `${word}s`)

const trimmed = ({ view }: ReadSentence, { start, end }: Span): Span => ({
  start,
  end: start + view.text.slice(start, end).trimEnd().length,
})

/** What the gap is in its clause, and how sure that is. */
function signsOf({ sentence, asides, isPart }: Statement, gap: Span): Record<string, number> {
  const { trees, tokens } = sentence
  const holds = (phrase: { from: number; to: number } | null) =>
    phrase !== null && within(gap, spanOf(tokens, phrase))
  const clauses = trees.clauses.filter(holds)
  const own = clauses.sort((a, b) => a.to - a.from - (b.to - b.from))[0]
  if (own === undefined) return { 'gap outside': 1 }
  const oblique = own.obliques.find(holds)
  return {
    'gap subject': holds(own.subject) ? (own.subject?.confidence ?? 0) : 0,
    'gap object': holds(own.object) ? (own.object?.confidence ?? 0) : 0,
    'gap predicate': holds(own.predicate) ? (own.predicate?.confidence ?? 0) : 0,
    'gap agent': holds(own.agent) ? (own.agent?.confidence ?? 0) : 0,
    'gap oblique': oblique?.confidence ?? 0,
    'gap in main': own.kind === 'main' ? 1 : 0,
    'gap in relative': own.kind === 'relative' ? 1 : 0,
    'gap in subclause': own.kind === 'adverbial' || own.kind === 'complement' ? 1 : 0,
    'gap in reported': own.kind === 'reported' ? 1 : 0,
    'verb group': own.verb.confidence,
    'has asides': asides.length > 0 ? 1 : 0,
    'is part': isPart ? 1 : 0,
  }
}

/** Another's words over a dozen long are not the text's own statement. */
const hasLongQuote = (sentence: ReadSentence): boolean =>
  sentence.quotes.some((q) => sentence.view.text.slice(q.start, q.end).split(' ').length > 12)

function isBadPlace(statement: Statement, { answer }: GapAnswer, gap: Span): boolean {
  const { sentence, span } = statement
  // "____, 75 times a minute, make …": a sentence that opens with its number leaves nothing to go by.
  if (gap.start === span.start && answer.number !== '') return true
  if (isBeforeList(sentence, gap) || isGivenAway(sentence, gap, answer)) return true
  if (isHalfOfAName(sentence, gap, answer)) return true
  return isAdrift(sentence, gap, answer) || isCondition(statement, gap, answer)
}

/** "The ____ gates of Oslo are A, B and C": one only has to count them; "the four gates of ____": to know where they are. */
const isBeforeList = ({ view }: ReadSentence, gap: Span): boolean =>
  /^[^,;]* (?:are|were) [^,;]+(?:, [^,;]+)+,? and [^,;]+\.$/.test(view.text.slice(gap.end))

/** "At ____ the mill turns twice a minute": under what condition, not how much; "France in ____ had shown": which France. */
function isCondition({ sentence, span }: Statement, gap: Span, answer: Answer): boolean {
  const before = sentence.view.text.slice(span.start, gap.start)
  if (answer.type === 'date' || answer.type === 'period') {
    const { clause, tokens } = sentence
    if (/^(?:The )?\p{Lu}\p{L}+(?<!ing) (?:in|of) $/u.test(before)) return true
    return clause !== null && within(gap, spanOf(tokens, clause.head))
  }
  const isMeasure = answer.number !== '' && answer.type !== 'share'
  return isMeasure && /^(?:At|With|In|For|Over|Within|Under|By) (?:(?:about|some) )?$/.test(before)
}

/** "over the last ____" hangs on when it was written; "Some ____ were" does not say of what. */
function isAdrift(sentence: ReadSentence, gap: Span, answer: Answer): boolean {
  const before = sentence.view.text.slice(0, gap.start)
  if (/\b(?:last|past|next) $/.test(before)) return true
  // "A young sailor named ____ had …": so had others.
  if (/^(?:A|An|One) [^,;:]+ named $/.test(before)) return true
  const after = sentence.view.text.slice(gap.end)
  if (answer.type === 'duration' && /^ (?:later|earlier|ago|before|after)\b/.test(after))
    return true
  // "Berg (1973) showed": where it was published, not when it was so.
  if (answer.type === 'date' && before.endsWith('(') && after.startsWith(')')) {
    if (sentence.mentions.some((m) => m.type === 'person' && m.end === gap.start - 2)) return true
  }
  // "____ times an hour and 90 times a day": one number by another is arithmetic.
  const alike = sentence.mentions.filter((m) => m.type === 'number' && m.grain === answer.grain)
  if (answer.type === 'number' && alike.length > 1 && /^[^,.;]* and \d/.test(after)) return true
  return answer.type === 'share' && before.length < 12 && !/^ of /.test(after)
}
