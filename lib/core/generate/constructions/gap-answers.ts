/** What may be left out of a statement: its names, dates and measures, the terms it introduces and the nouns it turns on. */

import type { NounPhrase } from '@/lib/core/language/clauses/shapes'
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import { isCommonWord } from '@/lib/core/language/rarity'
import type { Mention as TypedMention } from '@/lib/core/language/tree'
import { isFunctionWord, smallNumber } from '@/lib/core/language/words'
import type { Span } from '@/lib/core/text/source'
import { type Answer, type AnswerType, NAMED_ANSWER } from '../fact'
import { type Mention, overlaps, within } from '../mentions/mention'
import { spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { measureAnswer, timeAnswer } from './parts'
import type { Statement } from './statement'
import { namedInside } from './terms'

export type GapAnswer = {
  readonly answer: Answer
  /** Which sort of gap it makes: the type of a mention, 'term' or 'noun'. */
  readonly make: string
  /** That it is what it is taken for, 0 … 1. */
  readonly sure: number
}

const NAMES: ReadonlySet<string> = new Set([
  'person',
  'place',
  'organisation',
  'event',
  'work',
  'name',
])

export const isName = (type: string): boolean => NAMES.has(type)

/** No two overlap. */
export function gapAnswers({ sentence, span }: Statement): readonly GapAnswer[] {
  const found: GapAnswer[] = []
  const add = (one: GapAnswer | null) => {
    const own = one?.answer.span
    if (one === null || own === null || own === undefined || !within(own, span)) return
    if (found.some(({ answer }) => answer.span !== null && overlaps(answer.span, own))) return
    found.push(one)
  }
  for (const term of termsOf(sentence)) add(term)
  for (const mention of sentence.mentions) add(valueGap(sentence, mention))
  for (const mention of sentence.typed) add(nameGap(sentence, mention))
  for (const phrase of sentence.trees.nounPhrases) add(nounGap(sentence, phrase))
  return found
}

function termsOf(sentence: ReadSentence): GapAnswer[] {
  const { view } = sentence
  const spans = [
    ...namedInside(sentence),
    ...view.emphases.filter((e) => e.end - e.start > 2 && e.end - e.start < 50),
  ]
  return spans.flatMap((one) => {
    const text = view.text.slice(one.start, one.end)
    if (!/^[\p{L}“][\p{L} '’”-]+$/u.test(text)) return []
    return [{ answer: termAnswer(text, one), make: 'term', sure: 1 }]
  })
}

const ARTICLE = /^(?:the|an?) /i

const termAnswer = (text: string, span: Span): Answer => ({
  text: text.replace(ARTICLE, '').replace(/[“”]/g, ''),
  type: 'term',
  grain: 'term',
  span: { start: span.start + (ARTICLE.exec(text)?.[0].length ?? 0), end: span.end },
  number: '',
})

/** Dates and measures. */
function valueGap(sentence: ReadSentence, mention: Mention): GapAnswer | null {
  const answer = valueAnswer(sentence, mention)
  if (answer === null || inBrackets(sentence, mention)) return null
  const typed = sentence.typed.find((one) => overlaps(one, mention))
  return { answer, make: mention.type, sure: typed?.probability ?? 0 }
}

function valueAnswer(sentence: ReadSentence, mention: Mention): Answer | null {
  const { text } = sentence.view
  switch (mention.type) {
    case 'share':
    case 'money':
    case 'quantity':
    case 'duration':
      return measureAnswer(mention, sentence, false)
    case 'number':
      return mention.grain === '' || isSmall(mention.text) || text.includes(':')
        ? null
        : measureAnswer(mention, sentence, false)
    case 'date':
      return isPartOfName(sentence, mention) ? null : timeAnswer(mention)
    case 'period':
      return timeAnswer(mention)
    default:
      return null
  }
}

function nameGap(sentence: ReadSentence, mention: TypedMention): GapAnswer | null {
  const { value, text, start, end } = mention
  const type = NAMED_ANSWER[value.type]
  if (type === undefined || !('name' in value) || !standsAlone(sentence, mention, type)) return null
  const shown = value.name.replace(ARTICLE, '')
  const plain = text.replace(ARTICLE, '')
  const answer: Answer = {
    // "Prime Minister Holm" as it stands, "Holm" by the full name.
    text: plain.includes(shown) || !(type === 'person' || shown.includes(plain)) ? plain : shown,
    type,
    grain: '',
    span: { start: start + (text.length - plain.length), end },
    number: '',
  }
  return { answer, make: value.type, sure: mention.probability }
}

const inBrackets = ({ view }: ReadSentence, { start }: Span): boolean =>
  view.text.slice(0, start).split('(').length > view.text.slice(0, start).split(')').length

/** A name in brackets is another one of what stands before; as an owner or a describing word it is half a phrase. */
function standsAlone(sentence: ReadSentence, mention: Span, type: AnswerType): boolean {
  const { text } = sentence.view
  const before = text.slice(0, mention.start)
  if (inBrackets(sentence, mention)) return false
  if (/^(?:['’]|-| of )/.test(text.slice(mention.end))) return false
  if (sentence.quotes.some((q) => overlaps(q, mention))) return false
  const isSaid = sentence.quotes.some((q) => text.slice(q.start, q.end).split(' ').length > 3)
  // A place or body beside somebody's words is theirs, not what the text itself tells.
  if (isSaid && type !== 'person') return false
  // "an upset A", "the new A": a described person is half a phrase.
  const described = /\b(?:a|an|the) (\p{Ll}[\p{Ll}-]*) $/u.exec(before)?.[1]
  if (type === 'person' && described !== undefined && !ROLE_NOUNS.has(described)) return false
  const next = sentence.tokens.find((t) => t.start >= mention.end)
  return next === undefined || !/^(?:NOUN|PROPN|ADJ|PART)$/.test(next.pos)
}

/** Words of a noun that a text turns on. */
const MOST_WORDS = 3
/** Of one word: what is shorter is hardly ever a term. */
const SHORTEST_WORD = 7

/** "Compact bone is …", "the periosteum": the subject, object or predicate of a clause, in one to three plain words. */
function nounGap(sentence: ReadSentence, phrase: NounPhrase): GapAnswer | null {
  const { tokens, trees } = sentence
  if (phrase.possessor !== null || phrase.quantity !== null || phrase.relatives.length > 0)
    return null
  if (sentence.quotes.some((q) => overlaps(q, spanOf(tokens, phrase)))) return null
  const isPart = trees.clauses.some(
    ({ subject, object, predicate }) =>
      subject?.head === phrase.head ||
      object?.head === phrase.head ||
      predicate?.head === phrase.head,
  )
  if (!isPart || phrase.to - phrase.from > MOST_WORDS + 1) return null
  const words = tokens.slice(phrase.from, phrase.to).filter((t) => t.pos !== 'DET')
  // "an upset Kavanaugh": half a name.
  const isCommon = words.every((t) => t.pos === 'NOUN' || t.pos === 'ADJ')
  if (!isCommon && !words.every((t) => t.pos === 'PROPN')) return null
  const determiner = tokens[phrase.from]?.pos === 'DET' ? (tokens[phrase.from]?.lower ?? '') : ''
  if (!/^(?:the|an?)?$/.test(determiner) || words.length > MOST_WORDS) return null
  if (!words.every((t) => /^[\p{L}-]+$/u.test(t.text) && !isFunctionWord(t.lower))) return null
  if (words.some((t) => POINTING.test(t.lower)) || isOfLightVerb(sentence, phrase)) return null
  if (words.length === 1 && !isOfATrade(words[0]?.text ?? '')) return null
  const span = spanOf(tokens, phrase)
  const text = sentence.view.text.slice(span.start, span.end)
  const answer = termAnswer(text, span)
  const isOpening = span.start === 0 && !sentence.typed.some((m) => overlaps(m, span))
  const plain = isOpening ? answer.text.charAt(0).toLowerCase() + answer.text.slice(1) : answer.text
  return { answer: { ...answer, text: plain }, make: 'noun', sure: phrase.confidence }
}

/** "situation", "students", "results" fill many a gap, and the gap for one is filled by many others. */
const isOfATrade = (word: string): boolean => word.length >= SHORTEST_WORD && !isCommonWord(word)

/** "the same leaders", "the second image", "the newer anarchists": known only beside others. */
const POINTING =
  /^(?:same|other|such|new|newer|old|older|former|latter|future|next|last|first|second|third|different|various|many|few|own)$/

/** "made a comparison", "took control": the noun belongs to its verb, and says little by itself. */
function isOfLightVerb({ tokens, trees }: ReadSentence, { head }: NounPhrase): boolean {
  const clause = trees.clauses.find(({ object }) => object?.head === head)
  return clause !== undefined && LIGHT.has(tokens[clause.verb.main]?.lemma ?? '')
}

const LIGHT: ReadonlySet<string> = new Set(
  'make take give have find get receive pay play hold keep bring put do voice reach see'.split(' '),
)

/** A year that belongs to a name ("the Sugar Act of 1764") or describes one ("the 1964 act") is no answer of its own. */
function isPartOfName(sentence: ReadSentence, mention: Mention): boolean {
  const before = sentence.view.text.slice(0, mention.start)
  // "between the beginning and the end of the century": half a period.
  if (/\b(?:between|from) [^,;]{0,40}(?:and|to) $/i.test(before)) return true
  // "the eighteenth-century church": the century describes.
  if (/-century/.test(mention.text)) return true
  return /\p{Lu}\p{L}+ of $/u.test(before) && /^(?:year|decade)$/.test(mention.grain)
}

const isSmall = (text: string): boolean => (smallNumber(text) ?? 9) <= 3
