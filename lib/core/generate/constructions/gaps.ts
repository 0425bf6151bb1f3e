/** The fallback: a sentence with one gap, where the gap is a name, a date, a measure or a term that nothing else could fill. */
import type { ItemKind } from '@/lib/core/items/item'
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import { smallNumber } from '@/lib/core/language/words'
import type { Span } from '@/lib/core/text/source'
import { type Answer, type Fact, fact } from '../fact'
import { type Mention, within } from '../mentions/mention'
import { beside, spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { isConnective, measureAnswer, sourcesOf, timeAnswer } from './parts'
import { namedInside } from './terms'

/** A gap's sentence is as long as it takes to be understood, and short enough to be read at once. */
const SHORTEST = 8
const LONGEST = 42
/** "The king praised the ____": a name needs more to be known by than a number. */
const SHORTEST_FOR_NAME = 12
const NAMES: ReadonlySet<string> = new Set(['person', 'place', 'organisation', 'event', 'work'])

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
  term: 0.8,
}

const KIND: Readonly<Record<string, ItemKind>> = {
  share: 'share',
  money: 'sum',
  duration: 'duration',
  quantity: 'quantity',
  number: 'count',
}

export function gaps(sentence: ReadSentence): Fact[] {
  if (sentence.quoted || sentence.tokens.length === 0) return []
  const statement = statementSpan(sentence)
  if (statement === null) return []
  const words = sentence.view.text.slice(statement.start, statement.end).split(' ').length
  if (words < SHORTEST || words > LONGEST || hasLongQuote(sentence)) return []
  const answers = candidates(sentence, statement)
  return answers.flatMap((answer) => {
    const span = answer.span
    const confidence = BASE[answer.type]
    if (span === null || confidence === undefined) return []
    // "____, 75 times a minute, make …": a sentence that opens with its number leaves nothing to go by.
    if (span.start === statement.start && answer.number !== '') return []
    if (isAdrift(sentence, span, answer) || isCondition(sentence, statement, span, answer))
      return []
    if (NAMES.has(answer.type) && words < SHORTEST_FOR_NAME) return []
    const before = sayLeft(sentence, { start: statement.start, end: span.start })
    const after = beside(sentence, { start: span.end, end: statement.end })
    const long = words > 30 ? 0.06 : 0
    return [
      fact({
        kind: answer.type === 'term' ? 'name' : (KIND[answer.type] ?? 'sentence'),
        construction: `gap-${answer.type}`,
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask: { way: 'gap', before, after },
        answer,
        confidence: confidence - long,
      }),
    ]
  })
}

/** "At ____ the mill turns twice a minute": under what condition, not how much; "France in ____ had shown": which France. */
function isCondition(sentence: ReadSentence, statement: Span, span: Span, answer: Answer): boolean {
  const before = sentence.view.text.slice(statement.start, span.start)
  if (answer.type === 'date' || answer.type === 'period') {
    const { clause, tokens } = sentence
    if (/^(?:The )?\p{Lu}\p{L}+(?<!ing) (?:in|of) $/u.test(before)) return true
    return clause !== null && within(span, spanOf(tokens, clause.head))
  }
  const isMeasure = answer.number !== '' && answer.type !== 'share'
  return isMeasure && /^(?:At|With|In|For|Over|Within|Under|By) (?:(?:about|some) )?$/.test(before)
}

/** "over the last ____" hangs on when it was written; "Some ____ were" does not say of what. */
function isAdrift(sentence: ReadSentence, span: Span, answer: Answer): boolean {
  const before = sentence.view.text.slice(0, span.start)
  if (/\b(?:last|past|next) $/.test(before)) return true
  // "A young sailor named ____ had …": so had others.
  if (/^(?:A|An|One) [^,;:]+ named $/.test(before)) return true
  const after = sentence.view.text.slice(span.end)
  if (answer.type === 'duration' && /^ (?:later|earlier|ago|before|after)\b/.test(after))
    return true
  // "Berg (1973) showed": where it was published, not when it was so.
  if (answer.type === 'date' && before.endsWith('(') && after.startsWith(')')) {
    if (sentence.mentions.some((m) => m.type === 'person' && m.end === span.start - 2)) return true
  }
  // "____ times an hour and 90 times a day": one number by another is arithmetic.
  const alike = sentence.mentions.filter((m) => m.type === 'number' && m.grain === answer.grain)
  if (answer.type === 'number' && alike.length > 1 && /^[^,.;]* and \d/.test(after)) return true
  return answer.type === 'share' && before.length < 12 && !/^ of /.test(after)
}

/** Another's words over a dozen long are not the text's own statement. */
const hasLongQuote = (sentence: ReadSentence): boolean =>
  sentence.quotes.some((q) => sentence.view.text.slice(q.start, q.end).split(' ').length > 12)

/** The sentence without a lead that only joins it to the one before. */
function statementSpan(sentence: ReadSentence): Span | null {
  const { text } = sentence.view
  if (/^(?:Not|Suppose|Imagine)\b|^For (?:example|instance), if\b/.test(text)) return null
  if (!/[.!”)]$/.test(text) || /[?]/.test(text) || /^[“"(]/.test(text)) return null
  let start = 0
  const lead = /^([\p{L}' ]{2,24}), /u.exec(text)
  if (lead?.[1] !== undefined && isConnective(lead[1])) start = lead[0].length
  return { start, end: text.length }
}

function candidates(sentence: ReadSentence, statement: Span): Answer[] {
  const out: Answer[] = []
  const inStatement = (m: Span) => m.start >= statement.start && m.end <= statement.end
  const terms: Span[] = [
    ...namedInside(sentence),
    ...sentence.view.emphases.filter((e) => e.end - e.start > 2 && e.end - e.start < 50),
  ]
  for (const span of terms) {
    const text = sentence.view.text.slice(span.start, span.end)
    if (inStatement(span) && /^[\p{L}“][\p{L} '’”-]+$/u.test(text))
      out.push({
        text: text.replace(ARTICLE, ''),
        type: 'term',
        grain: 'term',
        span: withoutArticle(text, span),
        number: '',
      })
  }
  for (const mention of sentence.mentions) {
    if (
      !inStatement(mention) ||
      out.some((a) => a.span !== null && a.span.start < mention.end && mention.start < a.span.end)
    )
      continue
    const answer = answerOf(sentence, mention)
    if (answer !== null) out.push(answer)
  }
  return out
}

const ARTICLE = /^(?:the|an?) /i
const withoutArticle = (text: string, span: Span): Span => ({
  start: span.start + (ARTICLE.exec(text)?.[0].length ?? 0),
  end: span.end,
})

function answerOf(sentence: ReadSentence, mention: Mention): Answer | null {
  const { text } = sentence.view
  const isSaid = sentence.quotes.some((q) => text.slice(q.start, q.end).split(' ').length > 3)
  // A place or body beside somebody's words is theirs, not what the text itself tells.
  if (isSaid && NAMES.has(mention.type) && mention.type !== 'person') return null
  // The doer is asked by a question, where it can be asked at all.
  if (mention.type === 'person' && isHead(sentence, mention)) return null
  switch (mention.type) {
    case 'share':
    case 'money':
    case 'quantity':
    case 'duration':
      return measureAnswer(mention, sentence, false)
    case 'number':
      return mention.grain === '' || isSmall(mention.text) || text.includes(':') || isList(sentence)
        ? null
        : measureAnswer(mention, sentence, false)
    case 'date':
      return isPartOfName(sentence, mention) ? null : timeAnswer(mention)
    case 'period':
      return timeAnswer(mention)
    case 'person':
    case 'place':
    case 'organisation':
    case 'event':
    case 'work':
      return standsAlone(sentence, mention) ? nameAnswer(mention) : null
    default:
      return null
  }
}

function isHead({ clause, tokens }: ReadSentence, mention: Mention): boolean {
  if (clause === null) return false
  const head = spanOf(tokens, clause.head)
  return head.start === mention.start && head.end === mention.end
}

/** A name in brackets is another one of what stands before; as an owner or a describing word it is half a phrase. */
function standsAlone(sentence: ReadSentence, mention: Mention): boolean {
  const { text } = sentence.view
  if (
    text.slice(0, mention.start).split('(').length > text.slice(0, mention.start).split(')').length
  )
    return false
  if (/^(?:['’]|-| of )/.test(text.slice(mention.end))) return false
  if (sentence.quotes.some((q) => q.start <= mention.start && mention.end <= q.end)) return false
  // "an upset A", "the new A": a described person is half a phrase.
  const described = /\b(?:a|an|the) (\p{Ll}[\p{Ll}-]*) $/u.exec(text.slice(0, mention.start))?.[1]
  if (mention.type === 'person' && described !== undefined && !ROLE_NOUNS.has(described))
    return false
  const next = sentence.tokens.find((t) => t.start >= mention.end)
  return next === undefined || !/^(?:NOUN|PROPN|ADJ|PART)$/.test(next.pos)
}

/** A year that belongs to a name ("the Sugar Act of 1764") or describes one ("the 1964 act") is no answer of its own. */
function isPartOfName(sentence: ReadSentence, mention: Mention): boolean {
  const before = sentence.view.text.slice(0, mention.start)
  // "between the beginning and the end of the century": half a period.
  if (/\b(?:between|from) [^,;]{0,40}(?:and|to) $/i.test(before)) return true
  // "the eighteenth-century church": the century describes.
  if (/-century/.test(mention.text)) return true
  return /\p{Lu}\p{L}+ of $/u.test(before) && /^(?:year|decade)$/.test(mention.grain)
}

/** "The ____ gates of Oslo are A, B and C": one only has to count them. */
const isList = ({ view }: ReadSentence): boolean =>
  /\b(?:are|were) [^,;]+(?:, [^,;]+)+,? and [^,;]+\.$/.test(view.text)

const isSmall = (text: string): boolean => (smallNumber(text) ?? 9) <= 3

const nameAnswer = (m: Mention): Answer => ({
  text: m.text,
  type: m.type,
  grain: m.grain,
  span: { start: m.start, end: m.end },
  number: '',
})

/** What stands left of the gap, as the sentence says it, with its first letter as at a sentence's start. */
function sayLeft(sentence: ReadSentence, span: Span): string {
  const text = beside(sentence, span)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
