/** Causes that the text marks as such: "because …", "because of …", "due to …", "… led to …". */
import type { Clause, Phrase } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { type Fact, fact } from '../../fact'
import { inside, say, spanOf } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import { clauseAnswer, core, isFlat, least, signsOf, statements, words } from './tree-parts'
import { endOf, pointsBack, saysTooLittle, turned } from './turned'

/** "S V because S V" → Why did S V? */
export function whyBecause(sentence: ReadSentence): Fact[] {
  const { clauses } = sentence.trees
  return statements(sentence).flatMap((clause) => {
    const place = clauses.indexOf(clause)
    return clauses.flatMap((cause) => {
      if (cause.parent !== place || !isCause(sentence, clause, cause)) return []
      const to = cause.from > clause.verb.main ? endAfter(sentence, cause) : cause.to
      const text = reasonText(sentence, { from: cause.from, to })
      return whyFact(sentence, clause, { from: cause.from, to: cause.to }, text, 'why-because', {
        cause,
      })
    })
  })
}

/** "since" tells a time beside a perfect tense or without a comma, else a reason; so does ", for". */
function isCause(sentence: ReadSentence, main: Clause, cause: Clause): boolean {
  if (cause.sort === 'cause') return true
  if (cause.kind !== 'adverbial' || cause.subject === null || cause.verb.form !== 'finite')
    return false
  const isAfter = cause.from > main.verb.main
  const isSetOff = !isAfter || sentence.tokens[cause.from - 1]?.text === ','
  if (cause.marker === 'since') return isSetOff && !/perfect/.test(main.verb.aspect)
  return cause.marker === 'for' && isAfter && isSetOff
}

/** A cause at the end goes as far as its own statements do. */
function endAfter(sentence: ReadSentence, cause: Clause): number {
  const stop = sentence.tokens.findIndex(
    (t, i) => i > cause.verb.main && i < cause.to && /^[;:–—]$/.test(t.text),
  )
  return stop < 0 ? cause.to : stop
}

const CAUSES =
  /^(?:because of|due to|owing to|thanks to|as a result of|on account of|as a consequence of|in response to)$/

/** "S V because of N" → Why did S V? */
export function whyBecauseOf(sentence: ReadSentence): Fact[] {
  return statements(sentence).flatMap((clause) =>
    clause.obliques.flatMap((oblique) => {
      const opening = sentence.tokens
        .slice(oblique.from, oblique.from + 4)
        .map((t) => t.lower)
        .join(' ')
      const isCause =
        CAUSES.test(oblique.preposition) ||
        /^(?:because of|due to|owing to|thanks to|as a result of|in response to)\b/.test(opening)
      if (!isCause || words(oblique) > MOST_REASON_WORDS) return []
      const range = core(sentence, oblique)
      const text = inside(sentence, range)
      return whyFact(sentence, clause, range, text, 'why-because-of', { oblique })
    }),
  )
}

/** In tokens: what is longer explains more than one thing. */
const MOST_REASON_WORDS = 32

function reasonText(sentence: ReadSentence, range: Range): string {
  const text = inside(sentence, range)
  return /^(?:because|since|for)\b/i.test(text)
    ? text.replace(/^(?:since|for)\b/i, 'because')
    : `because ${text}`
}

function whyFact(
  sentence: ReadSentence,
  clause: Clause,
  range: Range,
  text: string,
  construction: string,
  parts: Readonly<Record<string, Phrase>>,
): Fact[] {
  if (words(range) > MOST_REASON_WORDS || words(range) < 3 || !isFlatEnough(clause)) return []
  const asked = turned(sentence, clause, [range])
  if (asked === null || saysTooLittle(asked) || pointsBack(text)) return []
  // "Whether because of the rain or not": no reason is given.
  if (/^whether\b/i.test(text)) return []
  const signs = signsOf({ verb: clause.verb, subject: clause.subject, ...parts })
  const { auxiliary, subject, rest } = asked
  return [
    fact({
      kind: 'cause',
      construction,
      sentence,
      alsoFrom: sourcesOf(sentence),
      ask: {
        way: 'fronted',
        word: 'Why',
        auxiliary,
        subject: subjectOf(sentence, clause, range, subject),
        rest,
      },
      answer: clauseAnswer(text, spanOf(sentence.tokens, range)),
      confidence: 0.72 + 0.15 * least(signs),
      signs,
    }),
  ]
}

/** What is denied has reasons as well ("could not vote because …"). */
const isFlatEnough = (clause: Clause): boolean => clause.verb.negated || isFlat(clause)

/** "Because the act raised issues, it triggered …": "it" is what the opening speaks of, where that is one thing. */
function subjectOf(
  sentence: ReadSentence,
  clause: Clause,
  opening: Range,
  subject: string,
): string {
  const lower = subject.toLowerCase()
  if (!/^(?:it|they|he|she)$/.test(lower) || clause.subject === null) return subject
  if (opening.from > clause.subject.from) return subject
  const inner = sentence.trees.clauses.find(
    (c) => c.from >= opening.from && c.to <= opening.to && c.subject !== null && !c.subject.shared,
  )
  const own = inner?.subject
  if (own === undefined || own === null || words(own) > 8) return subject
  const noun = sentence.tokens[own.head]
  if (noun === undefined || !/^(?:NOUN|PROPN)$/.test(noun.pos)) return subject
  const isSeveral = noun.lemma.toLowerCase() !== noun.lower && /s$|men$|people$/.test(noun.lower)
  return isSeveral === (lower === 'they') && /^(?:it|they)$/.test(lower)
    ? inside(sentence, own)
    : subject
}

/** "X is responsible for Y" → What is responsible for Y? */
export function responsibleFor(sentence: ReadSentence): Fact[] {
  const { tokens } = sentence
  return statements(sentence).flatMap((clause): Fact[] => {
    const { verb, subject } = clause
    const at = verb.main + 1
    if (!verb.copula || subject === null || subject.from > verb.main || !isFlat(clause)) return []
    if (tokens[at]?.lower !== 'responsible' || tokens[at + 1]?.lower !== 'for') return []
    const cause = core(sentence, subject)
    const end = endOf(sentence, clause)
    const text = inside(sentence, cause)
    if (words(cause) > 12 || /^(?:its|his|her|their|this|these|it|they|he|she)\b/i.test(text))
      return []
    if (end - at < 4) return []
    const signs = signsOf({ verb, subject })
    return [
      fact({
        kind: 'cause',
        construction: 'responsible-for',
        sentence,
        alsoFrom: sourcesOf(sentence),
        ask: {
          way: 'subject',
          word: isPeople(sentence, subject) ? 'Who' : 'What',
          predicate: say(sentence, { from: verb.main, to: end }),
        },
        answer: clauseAnswer(text, spanOf(tokens, cause)),
        confidence: 0.74 + 0.12 * least(signs),
        signs,
      }),
    ]
  })
}

const isPeople = (sentence: ReadSentence, subject: Phrase): boolean =>
  PEOPLE.test(sentence.tokens[subject.head]?.lower ?? '') ||
  sentence.typed.some((m) => m.value.type === 'person' && m.end === subject.end)

const PEOPLE =
  /^(?:women|men|people|children|workers|peasants|soldiers|merchants|settlers|colonists|slaves|nobles|priests|students|teachers|citizens|officials|members|voters)$/
