import { smallNumber } from '@/lib/core/language/words'
import type { Ask, Fact } from '../fact'
import { inside, joined, phrase, say } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { LONGEST_LIST, listFact } from './list-fact'
import { splitList } from './list-items'
import { nameAll } from './number-words'
import { inverted } from './parts'

/** "A long bone has two parts: A and B." and its like. */
export function colonList(sentence: ReadSentence): Fact[] {
  const { tokens, view } = sentence
  if (sentence.quoted) return []
  const colon = tokens.findIndex((t) => t.text === ':')
  if (colon < 2 || colon > tokens.length - 3) return []
  const end = view.text.replace(/[.;]$/, '').length
  const elements = splitList(sentence, { start: tokens[colon]?.end ?? 0, end })
  if (elements === null || elements.length > LONGEST_LIST) return []
  const asked = colonQuestion(sentence, colon, elements.length)
  return asked === null || isNameless(sentence, asked.ask)
    ? []
    : [listFact(sentence, 'colon-list', asked.ask, elements, asked.confidence)]
}

/** "Which two evils did Berg denounce?": on what occasion, the question does not say. */
export const isNameless = (sentence: ReadSentence, ask: Ask): boolean =>
  ask.way === 'fronted' &&
  ask.auxiliary === 'did' &&
  ask.word.split(' ').length <= 3 &&
  ask.rest.split(' ').length <= 1 &&
  sentence.mentions.filter((m) => m.type !== 'number').length <= 1

function colonQuestion(
  sentence: ReadSentence,
  colon: number,
  n: number,
): { ask: Ask; confidence: number } | null {
  const { tokens, view, clause } = sentence
  const intro = { start: 0, end: tokens[colon]?.start ?? 0 }
  const among = /^Among (the .+?),? (?:we|I|are|were|he|she|they|one)\b[^,]*$/.exec(
    view.text.slice(0, intro.end).trim(),
  )
  if (among !== null) {
    const group = phrase(sentence, { start: 6, end: 6 + (among[1] ?? '').length })
    const isPersons = sentence.mentions.filter((m) => m.type === 'person').length >= n / 2
    const word = isPersons ? 'Who were' : 'Which were'
    return {
      ask: { way: 'statement', statement: `${word} among ${group}?`, task: nameAll(n) },
      confidence: 0.9,
    }
  }
  const number = tokens.findIndex((t, i) => i < colon && smallNumber(t.lower) === n)
  if (number < 0) return null
  const there = /^There (are|were) (?=\S)/.exec(view.text)
  if (there !== null && number <= 3) {
    const subject = say(sentence, { from: number, to: colon })
    return {
      ask: {
        way: 'fronted',
        word: 'What',
        auxiliary: there[1] ?? 'are',
        subject: `the ${subject}`,
        rest: '',
      },
      confidence: 0.9,
    }
  }
  // Where no question can be made for certain, the sentence itself asks: "… four regions. Name all four."
  const statement = phrase(sentence, intro).replace(/[:,]$/, '')
  const fallback = {
    ask: { way: 'statement', statement, task: nameAll(n) } as const,
    confidence: 0.85,
  }
  if (clause === null || clause.verb.negated) return fallback
  if (
    number === clause.head.from ||
    (number === clause.head.from + 1 &&
      /^(?:the|these)$/.test(tokens[clause.head.from]?.lower ?? ''))
  ) {
    const group = inside(sentence, { from: number, to: clause.head.to })
    const predicate = say(sentence, { from: clause.verb.from, to: Math.min(colon, clause.rest.to) })
    return { ask: { way: 'subject', word: `Which ${group}`, predicate }, confidence: 0.9 }
  }
  return objectOf(sentence, clause, number, colon) ?? fallback
}

/** "The body elected was composed of seven groups: …", "X names fourteen writers of the Herald: …" */
function objectOf(
  sentence: ReadSentence,
  clause: NonNullable<ReadSentence['clause']>,
  number: number,
  colon: number,
): { ask: Ask; confidence: number } | null {
  const { tokens } = sentence
  const between = tokens.slice(clause.verb.to, number)
  if (between.length > 1 || (between.length === 1 && between[0]?.pos !== 'ADP')) return null
  const parts = inverted(sentence, clause)
  if (parts === null) return null
  const group = say(sentence, { from: number, to: colon })
  if (parts.auxiliary === 'is' || parts.auxiliary === 'are') {
    if (clause.verb.copula) return null
  }
  const counted = /^\d/.test(tokens[colon + 1]?.text ?? '')
  const rest = joined(parts.verb, between[0]?.lower ?? '', counted ? ', with how many each' : '')
  return {
    ask: {
      way: 'fronted',
      word: `Which ${group}`,
      auxiliary: parts.auxiliary,
      subject: parts.subject,
      rest,
    },
    confidence: 0.9,
  }
}

/** "The four gates of Oslo are A, B, C and D." → What are the four gates of Oslo? */
export function countedList(sentence: ReadSentence): Fact[] {
  const { clause, tokens, view } = sentence
  if (clause === null || sentence.quoted || !clause.verb.copula || clause.verb.negated) return []
  const verb = tokens[clause.verb.main]?.lower ?? ''
  const first = tokens[clause.head.from]?.lower
  const n = smallNumber(tokens[clause.head.from + 1]?.text ?? '')
  if (first !== 'the' || n === undefined || !/^(?:are|were)$/.test(verb)) return []
  if (clause.leads.length > 0 || view.text.includes(':')) return []
  const elements = splitList(sentence, {
    start: tokens[clause.rest.from]?.start ?? 0,
    end: tokens[clause.rest.to - 1]?.end ?? 0,
  })
  if (elements?.length !== n) return []
  const subject = inside(sentence, clause.head)
  const ask: Ask = { way: 'fronted', word: 'What', auxiliary: verb, subject, rest: '' }
  return [listFact(sentence, 'counted-list', ask, elements, 0.92)]
}

/** "the Baltic ports (Riga, Reval, and Memel)" → Which are the Baltic ports? */
export function bracketList(sentence: ReadSentence): Fact[] {
  const { view, tokens } = sentence
  if (sentence.quoted) return []
  const facts: Fact[] = []
  for (const match of view.text.matchAll(
    /\bthe ((?:\p{Lu}\p{L}+ )+)?(\p{L}+(?:s|ies)) \(((?:\p{Lu}[\p{L} .-]+, )+(?:and )?\p{Lu}[\p{L} .-]+)\)/gu,
  )) {
    const [, name, noun, inner] = match
    if (name === undefined || inner === undefined || noun === undefined) continue
    const start = match.index + match[0].indexOf('(') + 1
    const elements = splitList(sentence, { start, end: start + inner.length })
    if (elements === null || elements.length < 3) continue
    const ask: Ask = {
      way: 'fronted',
      word: 'Which',
      auxiliary: 'are',
      subject: `the ${name}${noun}`,
      rest: '',
    }
    facts.push(listFact(sentence, 'bracket-list', ask, elements, 0.88))
  }
  return tokens.length === 0 ? [] : facts
}
