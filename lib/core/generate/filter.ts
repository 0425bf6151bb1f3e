import { HEDGES, isFunctionWord } from '@/lib/core/language/words'
import type { Fact } from './fact'
import { lastWord } from './mentions/kinds'
import { isName, overlaps } from './mentions/mention'
import { hasOpenTheme } from './open-definites'
import { bareDefinite, pointsOutside, SPEAKS_OF_TEXT, wordsOf } from './pointers'
import { namesSomething } from './topic'

export type Reason =
  | 'points outside the sentence'
  | 'a definite noun without its name'
  | 'speaks of the text itself'
  | 'the answer stands in the question'
  | 'too short'
  | 'too long'
  | 'unbalanced marks'
  | 'one of several in a row'
  | 'nothing to know it by'
  | 'not a whole answer'
  | 'not a whole question'
  | 'only the author speaking'
  | 'the first thing one thinks of'

export type Verdict = {
  readonly reasons: readonly Reason[] /** Taken off the confidence. */
  readonly malus: number
}

const LONGEST_QUESTION = 48

const MOST_TIMES = 3

/** What the whole text tells the filter. */
export type Surroundings = {
  readonly authors: ReadonlySet<string>
  /** How often each name stands in the text. */
  readonly times: ReadonlyMap<string, number>
}

export function judge(fact: Fact, question: string, around: Surroundings): Verdict {
  const reasons: Reason[] = []
  const words = wordsOf(question)
  const isGap = fact.ask.way === 'gap'
  if (pointsOutside(question, fact)) reasons.push('points outside the sentence')
  if (!isExempt(fact) && bareDefinite(question, fact.sentence.tokens))
    reasons.push('a definite noun without its name')
  if (!isExempt(fact) && !namesSomething(question) && hasOpenTheme(fact, question))
    reasons.push('a definite noun without its name')
  if (namelessSubject(fact)) reasons.push('a definite noun without its name')
  if (
    fact.elements.length === 0 &&
    fact.answer.type === 'term' &&
    !isExempt(fact) &&
    bareDefinite(fact.answer.text, [])
  )
    reasons.push('a definite noun without its name')
  if (SPEAKS_OF_TEXT.test(question)) reasons.push('speaks of the text itself')
  if (leaks(fact, question)) reasons.push('the answer stands in the question')
  // "What is erosion?" asks for what is said of it.
  if (words.length < (fact.answer.type === 'reason' ? 3 : 4)) reasons.push('too short')
  if (words.length > LONGEST_QUESTION) reasons.push('too long')
  if (!balanced(question)) reasons.push('unbalanced marks')
  if (!isGap && SECOND_FIGURE.test(question)) reasons.push('not a whole question')
  if (isWhen(fact) && !tellsWhich(question)) reasons.push('nothing to know it by')
  if (isGap && inARow(fact)) reasons.push('one of several in a row')
  if (isGap && !hasAnchor(fact)) reasons.push('nothing to know it by')
  if (fact.elements.length === 0 && !isWholeAnswer(fact)) reasons.push('not a whole answer')
  if (/(?:^| )(?:how|that|and|or|but|the|a|an|which|who|his|her|its|their)\?$/i.test(question)) {
    reasons.push('not a whole question')
  }
  if (isAuthor(fact, question, around.authors)) reasons.push('only the author speaking')
  if (isGap && isCommonName(fact, around.times)) reasons.push('the first thing one thinks of')
  return { reasons, malus: hedgeMalus(question) }
}

/** "How many carts crossed in 1911, or nearly 50 a day?": the same said again, in other figures. */
const SECOND_FIGURE =
  /,? or (?:nearly|almost|about|some|roughly|over|only) (?:[\d£$€]|a (?:half|third|quarter|fifth|tenth)\b)/

/** "How long had the long strike lasted?": of what is past, "the" and common words do not say which. */
const namelessSubject = ({ ask, construction }: Fact): boolean =>
  ask.way === 'fronted' &&
  !EXEMPT_FROM_DEFINITES.has(construction) &&
  /^(?:did|was|were|had)$/.test(ask.auxiliary) &&
  /^the [\p{Ll}-]+(?: [\p{Ll}-]+){0,2}$/u.test(ask.subject)

const isWhen = (fact: Fact): boolean =>
  fact.construction === 'when-did' || fact.construction === 'when-was'

/** "When were the first mosques built?": a question about a date needs a name, or words enough. */
const tellsWhich = (question: string): boolean =>
  /\p{Lu}/u.test(question.slice(1)) || wordsOf(question).length >= 12

/** A body, an event or a place that the text names again and again fills any gap. */
function isCommonName(fact: Fact, times: ReadonlyMap<string, number>): boolean {
  const { type, text } = fact.answer
  if (type !== 'organisation' && type !== 'event' && type !== 'place') return false
  return (times.get(text) ?? 0) > MOST_TIMES
}

/** "A thinks that …", where A wrote the text: what the text says is asked, not that its author says it. */
function isAuthor(fact: Fact, question: string, authors: ReadonlySet<string>): boolean {
  if (fact.answer.type !== 'person' || !authors.has(lastWord(fact.answer.text))) return false
  return !/^Who (?:wrote|published|edited)/.test(question)
}

/** Constructions whose questions name what identifies them in quotation marks or by the event. */
const EXEMPT_FROM_DEFINITES = new Set([
  'renamed',
  'formerly',
  'who-said',
  'moved-where',
  'moved-when',
  'said-that',
  'said-by',
])

/** In what always holds, "the president" is whoever is president. */
const isExempt = ({ construction, signs }: Fact): boolean =>
  EXEMPT_FROM_DEFINITES.has(construction) || signs.present === 1

/** A word of the answer in the question gives it away. */
function leaks(fact: Fact, question: string): boolean {
  if (fact.kind === 'renaming') return question.includes(fact.answer.text)
  // A reason or a description speaks of what is asked about in the same words.
  if (fact.answer.type === 'reason' || fact.answer.type === 'role')
    return question.toLowerCase().includes(fact.answer.text.toLowerCase())
  const answers = fact.elements.length > 0 ? fact.elements.map((e) => e.text) : [fact.answer.text]
  const asked = new Set(wordsOf(question).map((w) => stem(w)))
  // "Which congress …?" names the kind of what is asked, and so may its name.
  const kind = 'word' in fact.ask ? stem(wordsOf(fact.ask.word).at(-1) ?? '') : ''
  const isNumeric = ['share', 'money', 'quantity', 'number', 'duration', 'date', 'period'].includes(
    fact.answer.type,
  )
  if (fact.elements.length > 0)
    return answers.some(
      (a) => a.split(' ').length < 6 && question.toLowerCase().includes(a.toLowerCase()),
    )
  if (isNumeric)
    return (
      question.includes(fact.answer.number === '' ? fact.answer.text : fact.answer.number) &&
      fact.answer.text.length > 3
    )
  const content = wordsOf(fact.answer.text).filter(
    (w) => w.length > 3 && !isFunctionWord(w.toLowerCase()) && stem(w) !== kind,
  )
  // "the cartilage that covers a joint": what kind of cartilage is still to be said.
  const telling = fact.answer.type === 'term' && content.length > 1 ? content.slice(0, -1) : content
  return telling.some((w) => asked.has(stem(w)) || isDerived(w, question))
}

/** "Africa" of "the African ports". */
const isDerived = (name: string, question: string): boolean =>
  /^\p{Lu}\p{Ll}{4}/u.test(name) && wordsOf(question).some((word) => word.startsWith(name))

const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/(?:ies|es|s|ed|ing)$/, '')
    .slice(0, 7)

function balanced(text: string): boolean {
  const count = (c: string) => text.split(c).length - 1
  return (
    count('“') === count('”') &&
    count('(') === count(')') &&
    count('"') % 2 === 0 &&
    count('[') === count(']')
  )
}

/** "A, ____ and C": any of the row would do. */
function inARow(fact: Fact): boolean {
  const { span, type } = fact.answer
  if (span === null) return false
  const { mentions, view } = fact.sentence
  if (['share', 'money', 'quantity', 'number', 'duration', 'date', 'period'].includes(type))
    return false
  const before = view.text.slice(0, span.start)
  const after = view.text.slice(span.end)
  // "figures like A", "A and other New Lights": others would do as well.
  if (/\b(?:like|such as|including|as|;) (?:the )?$/.test(before) && type !== 'term') return true
  if (/^,? and (?:other|some|many)\b/.test(after)) return true
  if (repeatsWords(view.text, before)) return true
  const joinsBefore = /(?:,|\band|\bor|,? and|\() (?:the |a |an )?$/.test(before)
  const joinsAfter = /^(?:,| and\b| or\b| \()/.test(after)
  const near = mentions.some(
    (m) =>
      isName(m) &&
      !overlaps(m, span) &&
      ((m.end <= span.start && span.start - m.end <= 9) ||
        (m.start >= span.end && m.start - span.end <= 9)),
  )
  if (type === 'term') return joinsAfter && /^ (?:and|or)\b/.test(after)
  return (joinsBefore && near) || (/^ (?:and|or)\b/.test(after) && near) || (joinsAfter && near)
}

/** "tears of A, and tears of B": what leads to the gap stands there twice. */
function repeatsWords(text: string, before: string): boolean {
  const lead = /(\p{L}+ \p{L}+) $/u.exec(before)?.[1]?.toLowerCase()
  if (lead === undefined || lead.length < 6) return false
  return text.toLowerCase().split(lead).length > 2
}

/** Something else in the sentence that tells it from all others: a name, a date, a number, or enough of its own words. */
function hasAnchor(fact: Fact): boolean {
  const { span, type } = fact.answer
  if (span === null) return false
  const others = [...fact.sentence.mentions.filter((m) => !overlaps(m, span)), ...fact.alsoFrom]
  if (type === 'term') return true
  const isAName = ['person', 'place', 'organisation', 'event', 'work', 'name'].includes(type)
  const words = fact.sentence.view.text.split(' ').length
  if (isAName) return others.length > 1 || (others.length === 1 && words >= 14)
  return others.length > 0 || words >= 18
}

function isWholeAnswer(fact: Fact): boolean {
  const { text } = fact.answer
  if (text.trim() === '' || text.length > 200) return false
  return !/^(?:and|or|of|the)$|[,;(“]$|^[,;)]/i.test(text) && balanced(text)
}

function hedgeMalus(question: string): number {
  const words = wordsOf(question).map((w) => w.toLowerCase())
  const hedged = words.some(
    (w) => HEDGES.has(w) || w === 'some' || w === 'many' || w === 'often' || w === 'sometimes',
  )
  return hedged ? 0.06 : 0
}
