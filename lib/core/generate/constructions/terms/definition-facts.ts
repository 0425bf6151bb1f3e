/** What a thing is and what it is called, asked both ways. */

import type { Phrase } from '@/lib/core/language/clauses/shapes'
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'
import type { Range } from '@/lib/core/language/range'
import { type Answer, type Ask, type Fact, fact } from '../../fact'
import { inside, spanOf } from '../../phrase'
import { bareDefinite } from '../../pointers'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { MOST_DEFINIENS } from './says-what'
import { isKin, isOfPersons, ranks } from './telling'
import { clauseAnswer, isPlural, least, nameAnswer, signsOf, typedAt, words } from './tree-parts'

export type Definition = {
  readonly term: Range
  readonly definiens: Range
  /** The noun of the description. */
  readonly head: number
  /** "author of …" wants one. */
  readonly article?: string
  readonly be: string
  readonly parts: Readonly<Record<string, Pick<Phrase, 'confidence'>>>
  readonly construction: string
}

/** Both ways: the name asked by the description, the description asked by the name. */
export function definitionFacts(sentence: ReadSentence, found: Definition): Fact[] {
  const { term, definiens, parts, construction } = found
  const description = `${found.article ?? ''}${inside(sentence, definiens)}`
  const answer = termAnswer(sentence, found)
  if (!isOfItsKind(sentence, found, description, answer)) return []
  const signs = signsHere(sentence, found, description, answer)
  const from = {
    sentence,
    alsoFrom: sourcesOf(sentence),
    signs: { ...signsOf(parts), ...signs },
  }
  const sure = 0.12 * least(signsOf(parts))
  const isPerson = answer.type === 'person'
  const facts: Fact[] = []
  if (isTelling(answer, description, signs, construction))
    facts.push(
      fact({
        ...from,
        kind: kindOf(answer.type),
        construction: `${construction}-term`,
        ask: askForTerm(
          answer.type,
          found.be,
          `${description}${yearFor(sentence, found, signs)}`,
          sentence.tokens[found.head]?.lower ?? '',
        ),
        answer,
        confidence: (signs.unique === 1 ? 0.78 : 0.72) + sure,
      }),
    )
  if (answer.type !== 'place' || construction !== 'apposed')
    facts.push(
      fact({
        ...from,
        kind: isPerson ? 'role' : 'definition',
        construction: `${construction}-what`,
        ask: {
          way: 'fronted',
          word: isPerson ? 'Who' : 'What',
          auxiliary: found.be,
          subject: isPerson ? answer.text : inside(sentence, term),
          rest: '',
        },
        answer: clauseAnswer(description, spanOf(sentence.tokens, definiens)),
        confidence: 0.7 + sure,
      }),
    )
  return facts
}

/** What the description says can be what the thing is: of its sort, in words that need no other, not one remark of many. */
function isOfItsKind(
  sentence: ReadSentence,
  { term, head }: Definition,
  description: string,
  answer: Answer,
): boolean {
  // "the Council, a task of the Council's clerk": said of something else.
  if (answer.type !== 'term' && sharesName(answer.text, description)) return false
  // "the treaty's consequences": of which, only the text around knows.
  const isOne = !/^an? /.test(description)
  if (isOne && bareDefinite(`What is ${description}?`, sentence.tokens)) return false
  const type = typedAt(sentence, term)?.value.type
  const noun = sentence.tokens[head]?.lower ?? ''
  const isOneName = isName(sentence, term) && !isPlural(sentence, term.to - 1)
  if ((type === 'people' || (type === undefined && !isOneName)) && ranks(description)) return false
  if (type === undefined) return true
  // "the head of the project's board"
  if (/\bthe (?:\p{Ll}+ )?\p{Ll}+[’']s? /u.test(description)) return false
  // "Kolgrim is the meeting place of …": taken for a person's name.
  if (type === 'person' && answer.type === 'person') return !THING.test(noun) && !SEAT.test(noun)
  if ((type === 'place' || type === 'work' || type === 'event') && isKin(noun)) return false
  // "Norway is a cold country": so are many, and it is much else.
  const isMany = type === 'place' || type === 'people'
  return !isMany || /^the\b|\b(?:that|which|who|where)\b/.test(description)
}

function termAnswer(sentence: ReadSentence, { term, head }: Definition): Answer {
  const named = nameAnswer(sentence, term)
  const noun = sentence.tokens[head]?.lower ?? ''
  // "the Thing, the highest court of …": with an article, and no human by its description.
  if (named.type === 'person' && sentence.tokens[term.from]?.lower === 'the' && !isOfPersons(noun))
    return { ...named, type: 'term' }
  return isSomebody(sentence, term, head) && named.type === 'term'
    ? { ...named, type: 'person' }
    : named
}

type Here = Readonly<Record<'unique' | 'office' | 'dated', number>> &
  Readonly<Record<string, number>>

function signsHere(
  sentence: ReadSentence,
  { term, definiens, head }: Definition,
  description: string,
  answer: Answer,
): Here {
  const isOffice = OFFICE.test(sentence.tokens[head]?.lower ?? '') || SEAT.test(description)
  return {
    unique: /^(?:the|one of the)\b/.test(description) ? 1 : 0,
    narrowed: /\b(?:that|which|who|whose|where|of|for|between|in)\b/.test(description) ? 1 : 0,
    named: typedAt(sentence, term) === null ? 0 : 1,
    words: Math.min(1, words(definiens) / MOST_DEFINIENS),
    office: isOffice && answer.type !== 'term' ? 1 : 0,
    dated: yearIn(sentence, definiens) === null ? 0 : 1,
    oneWord: answer.text.includes(' ') ? 0 : 1,
    indefinite: /^an? /i.test(inside(sentence, term)) ? 1 : 0,
  }
}

/** Whether the description tells one from all others. */
function isTelling(
  answer: Answer,
  description: string,
  signs: Here,
  construction: string,
): boolean {
  // "the ruler of Arnfeld": of many, unless the year is told.
  if (signs.office === 1 && signs.dated === 0 && construction !== 'defined') return false
  if (signs.unique === 1) return true
  // "a feature of memory": so is much else.
  const isOneOfMany =
    /^an? /.test(description) && !/\b(?:that|which|who|whose|where)\b/.test(description)
  if (isOneOfMany && (construction !== 'defined' || answer.type !== 'term')) return false
  // "A was a merchant": so were many.
  if (answer.type === 'person' || (answer.type === 'place' && SEAT.test(description))) return false
  return (
    answer.type === 'term' ||
    construction === 'defined' ||
    /\b(?:that|which|who)\b/.test(description)
  )
}

export const OFFICE =
  /^(?:minister|president|governor|king|queen|ruler|sultan|emir|emperor|empress|tsar|chief|administrator|mayor|chancellor|bishop|archbishop|pope|commander|head|leader|secretary|justice|editor)$/

/** The year that the sentence tells beside the description, as it stands there. */
function yearIn(sentence: ReadSentence, definiens: Range): string | null {
  const span = spanOf(sentence.tokens, definiens)
  const date = sentence.typed.find(
    (m) =>
      m.value.type === 'date' &&
      /\b\d{3,4}\b/.test(m.text) &&
      (m.end <= span.start || m.start >= span.end),
  )
  return date === undefined ? null : (/\b\d{3,4}\b/.exec(date.text)?.[0] ?? null)
}

/** Offices pass from one to another: who held it then. */
function yearFor(sentence: ReadSentence, { definiens }: Definition, signs: Here): string {
  const year = signs.office === 1 ? yearIn(sentence, definiens) : null
  return year === null ? '' : ` in ${year}`
}

const sharesName = (name: string, description: string): boolean =>
  name.split(' ').some((w) => /^\p{Lu}\p{L}{2}/u.test(w) && description.includes(w))

export const kindOf = (type: string): Fact['kind'] =>
  type === 'person'
    ? 'person'
    : type === 'place'
      ? 'place'
      : type === 'term'
        ? 'definition'
        : 'name'

/** What a town or a country may be; other places are called something. */
const SEAT =
  /\b(?:headquarters|home|capital|cent(?:er|re)|site|seat|birthplace|city|town|country|state|island|port|region|province)\b/

const THING =
  /^(?:place|property|building|house|farm|estate|site|ship|boat|village|street|road|bridge|mountain|lake|bay|beach|park|hall|temple|church|castle|palace|hotel|shop|book|film|song|album|word|term|disease|tool|method|system|device|machine|product|brand|company|festival|ceremony|language|religion|event|award|prize)s?$/

/** A name that is a person's by its type, or by what it is said to be. */
function isSomebody(sentence: ReadSentence, term: Range, head: number): boolean {
  const type = typedAt(sentence, term)?.value.type
  if (type !== undefined) return type === 'person'
  const { lower = '' } = sentence.tokens[head] ?? {}
  return isName(sentence, term) && (ROLE_NOUNS.has(lower) || SOMEBODY.test(lower))
}

export const isName = ({ tokens }: ReadSentence, { from, to }: Range): boolean =>
  tokens.slice(from, to).some((t, i) => t.pos === 'PROPN' && (i > 0 || from > 0))

/** Nouns for one person, kin and callings, that a name is told to be. */
const SOMEBODY =
  /^(?:son|daughter|wife|husband|brother|sister|father|mother|king|queen|explorer|writer|poet|historian|engineer|merchant|lawyer|philosopher|scientist|physician|painter|general|ruler|successor|nephew|cousin|widow)$/

const KIND_WORD: Readonly<Record<string, string>> = {
  person: 'Who',
  name: 'Who',
  place: 'Which place',
}

/** "a law that taxed paper" of a name → Which law taxed paper?; a term → What is the shaft … called? */
function askForTerm(type: string, be: string, description: string, noun: string): Ask {
  if (type === 'place' && !SEAT.test(description))
    return { way: 'fronted', word: 'What', auxiliary: be, subject: description, rest: 'called' }
  const word = type === 'name' && !isOfPersons(singular(noun)) ? 'What' : KIND_WORD[type]
  if (word !== undefined) return { way: 'subject', word, predicate: `${be} ${description}` }
  const relative =
    /^(?:the|an?) ((?:[\p{L}’-]+ ){1,4})(?:that|which|who) ((?!\p{L}+ (?:had|have|has|is|was|were|are) )[^,]+)$/u.exec(
      description,
    )
  if (
    type !== 'term' &&
    relative?.[1] !== undefined &&
    relative[2] !== undefined &&
    startsVerb(relative[2])
  )
    return { way: 'subject', word: 'Which', predicate: `${relative[1]}${relative[2]}` }
  // "Which organisation is the yearly fair?": what sort of thing it is, the description says.
  if (type === 'term' || type === 'organisation')
    return { way: 'fronted', word: 'What', auxiliary: be, subject: description, rest: 'called' }
  if (word !== undefined) return { way: 'subject', word, predicate: `${be} ${description}` }
  return { way: 'subject', word: 'What', predicate: `${be} ${description}` }
}

const singular = (noun: string): string => noun.replace(/men$/, 'man').replace(/(?<=[^s])s$/, '')

/** After "that": its verb, and no subject of its own. */
const startsVerb = (rest: string): boolean =>
  !/^(?:(?:the|an?|they|he|she|it|we|many|some)\b|\p{Lu})/u.test(rest)
