/** "X is the N that …": the thing asked by what it is, and what it is asked by its name. */
import type { Clause, Phrase } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { type Ask, type Fact, fact } from '../../fact'
import { inside } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { definitionFacts, isName, kindOf } from './definition-facts'
import { EXAMPLE, LEAST_DEFINIENS, MOST_DEFINIENS, saysWhat } from './says-what'
import {
  bareCore,
  core,
  isFlat,
  isJoined,
  isPlural,
  isTerm,
  least,
  nameAnswer,
  signsOf,
  statements,
  typedAt,
  words,
} from './tree-parts'
import { endOf } from './turned'

/** Of the reader's certainty of each part. */
const LEAST = 0.4

export function defined(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const { verb, subject, predicate } = clause
    if (!verb.copula || verb.auxiliaries.length > 0 || !isFlat(clause)) return []
    if (subject === null || predicate === null || subject.shared) return []
    if (!/^(?:NOUN|PROPN)$/.test(tokens[predicate.head]?.pos ?? '')) return []
    if (!/^(?:is|are|was|were)$/.test(tokens[verb.main]?.lower ?? '')) return []
    const term = bareCore(sentence, subject)
    if (!isTerm(sentence, term) || subject.from > verb.main) return []
    if (isJoined(sentence, subject.head)) return []
    if (least(signsOf({ verb, subject, predicate })) < LEAST) return []
    // "The canal as it was built": of which only this is said.
    if (words(core(sentence, subject)) > words(term)) return []
    // What common things were in the past describes these, and defines none.
    if (typedAt(sentence, term) === null && verb.tense === 'past') return []
    const isPerson = typedAt(sentence, term)?.value.type === 'person'
    const definiens = definiensOf(sentence, clause, predicate, isPerson)
    if (definiens === null) return []
    return definitionFacts(sentence, {
      term,
      definiens,
      head: predicate.head,
      be: tokens[verb.main]?.lower ?? 'is',
      parts: { verb, subject, predicate },
      construction: 'defined',
    })
  })
}

/** "X refers to …", "X means …", "X is defined as …" */
export function refersTo(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const { verb, subject } = clause
    const main = verb.main
    if (subject === null || subject.shared || subject.from > main || !isFlat(clause)) return []
    // "An example is referring to …": somebody does it.
    if (verb.aspect !== 'simple') return []
    const from = meaningFrom(sentence, clause)
    const term = bareCore(sentence, subject)
    if (from === null || !isTerm(sentence, term) || isJoined(sentence, subject.head)) return []
    const definiens = { from, to: endOf(sentence, clause) }
    const head = tokens.findIndex((t, i) => i >= from && t.pos === 'NOUN')
    if (head < 0 || !saysWhat(sentence, definiens, head)) return []
    // "means the store is closed": a whole statement is no description.
    const isStatement = sentence.trees.clauses.some(
      (c) => c.subject?.from === from && c.verb.form === 'finite' && c.verb.main < definiens.to,
    )
    if (isStatement) return []
    return definitionFacts(sentence, {
      term,
      definiens,
      head,
      be: isPlural(sentence, term.to - 1) ? 'are' : 'is',
      parts: { verb, subject },
      construction: 'refers-to',
    })
  })
}

/** Where what is meant begins. */
function meaningFrom({ tokens }: ReadSentence, { verb }: Clause): number | null {
  const at = verb.main + 1
  const lemma = tokens[verb.main]?.lemma ?? ''
  const next = tokens[at]?.lower ?? ''
  if (lemma === 'refer' && next === 'to' && verb.voice === 'active') return at + 1
  if (lemma === 'define' && next === 'as' && verb.voice === 'passive') return at + 1
  const isMeaning = (lemma === 'mean' || lemma === 'denote') && verb.tense === 'present'
  return isMeaning && /^(?:the|an?)$/.test(next) ? at : null
}

/** "The cell responsible for resorption is the osteoclast": the description first. */
export function definedLast(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const { verb, subject, predicate } = clause
    if (!verb.copula || verb.auxiliaries.length > 0 || !isFlat(clause)) return []
    if (subject === null || predicate === null || subject.shared || subject.from > verb.main)
      return []
    const term = { from: verb.main + 1, to: endOf(sentence, clause) }
    const be = tokens[verb.main]?.lower ?? 'is'
    if (!/^(?:is|are|was|were)$/.test(be) || !isTerm(sentence, term)) return []
    if (/^an?$/.test(tokens[term.from]?.lower ?? '') || isJoined(sentence, predicate.head))
      return []
    const isNamed = typedAt(sentence, term) !== null || isName(sentence, term)
    const isTermed = tokens[term.from]?.lower === 'the' || be === 'are'
    const definiens = { from: subject.from, to: subject.to }
    if (!isNamed && !(isTermed && words(term) <= 3 && verb.tense === 'present')) return []
    if (words(definiens) < LEAST_DEFINIENS || words(definiens) > MOST_DEFINIENS) return []
    if (
      !/^the$/.test(tokens[subject.from]?.lower ?? '') ||
      EXAMPLE.test(inside(sentence, definiens))
    )
      return []
    const answer = nameAnswer(sentence, term)
    const signs = { ...signsOf({ verb, subject, predicate }), named: isNamed ? 1 : 0 }
    const description = inside(sentence, definiens)
    const ask: Ask = isNamed
      ? {
          way: 'fronted',
          word: answer.type === 'person' ? 'Who' : 'What',
          auxiliary: be,
          subject: description,
          rest: '',
        }
      : { way: 'fronted', word: 'What', auxiliary: be, subject: description, rest: 'called' }
    return [
      fact({
        kind: kindOf(answer.type),
        construction: 'defined-last',
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask,
        answer,
        confidence: 0.74 + 0.12 * least(signsOf({ verb, subject, predicate })),
        signs,
      }),
    ]
  })
}

function definiensOf(
  sentence: ReadSentence,
  clause: Clause,
  predicate: Phrase,
  isPerson: boolean,
): Range | null {
  const { tokens } = sentence
  // "are, in a way, the roots of …": the description begins after what stands between.
  const isSetOff = tokens[predicate.from - 1]?.text === ','
  const from = isSetOff ? predicate.from : clause.verb.main + 1
  const end = Math.min(predicate.to, endOf(sentence, clause))
  const according = tokens.findIndex((t, i) => i > from && i < end && t.lower === 'according')
  const to = according < 0 ? end : according - (tokens[according - 1]?.text === ',' ? 1 : 0)
  return saysWhat(sentence, { from, to }, predicate.head, isPerson) ? { from, to } : null
}
