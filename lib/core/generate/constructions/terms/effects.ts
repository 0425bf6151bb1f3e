/** What led to what: "A led to B", "A caused B to …". */
import type { Clause } from '@/lib/core/language/clauses/shapes'
import type { Range } from '@/lib/core/language/range'
import { type Fact, fact } from '../../fact'
import { inside, joined, say, spanOf } from '../../phrase'
import type { ReadSentence } from '../../read-sentence'
import { sourcesOf } from '../parts'
import {
  clauseAnswer,
  core,
  firstOf,
  isFlat,
  isJoined,
  least,
  signsOf,
  statements,
  typedAt,
  words,
} from './tree-parts'
import { endOf, turned } from './turned'

const EFFECTS: ReadonlyMap<string, string> = new Map([
  ['cause', ''],
  ['trigger', ''],
  ['spark', ''],
  ['provoke', ''],
  ['produce', ''],
  ['prompt', ''],
  ['lead', 'to'],
  ['result', 'in'],
  ['give', 'rise to'],
  ['bring', 'about'],
])

/** "A led to B" → What led to B? and, where A is short, What did A lead to? */
export function whatLedTo(sentence: ReadSentence): Fact[] {
  return statements(sentence).flatMap((clause) => {
    const { verb, subject } = clause
    const lemma = sentence.tokens[verb.main]?.lemma ?? ''
    const link = EFFECTS.get(lemma)
    if (link === undefined || subject === null || verb.voice === 'passive' || !isFlat(clause))
      return []
    const effect = effectOf(sentence, clause, link)
    // "can cause headaches": so can much else.
    if (effect === null || subject.from > verb.main || verb.modal !== null) return []
    const cause = core(sentence, subject)
    // "Rain, frost, and wind led to …": one of them is not all.
    if (isJoined(sentence, subject.head) && words(cause) < words(subject)) return []
    // What somebody makes is not what he causes.
    const isMade = lemma === 'produce' && typedAt(sentence, cause) !== null
    if (isMade) return []
    const first = sentence.tokens[subject.head]
    if (!/^(?:NOUN|PROPN|VERB)$/.test(first?.pos ?? '')) return []
    const end = endOf(sentence, clause)
    const signs = signsOf({ verb, subject })
    const said = joined(say(sentence, { from: firstOf(clause), to: end }))
    const from = { sentence, alsoFrom: sourcesOf(sentence), signs, kind: 'cause' as const }
    const facts: Fact[] = []
    // "What resulted in conflict?": of which, nothing says.
    const isTold = end - firstOf(clause) >= 5 || /\p{Lu}/u.test(said)
    const isOpen = /^(?:its|his|her|their|this|these)\b/i.test(inside(sentence, cause))
    if (words(cause) <= 14 && isTold && !isOpen)
      facts.push(
        fact({
          ...from,
          construction: 'what-caused',
          ask: { way: 'subject', word: 'What', predicate: said },
          answer: clauseAnswer(inside(sentence, cause), spanOf(sentence.tokens, cause)),
          confidence: 0.7 + 0.15 * least(signs),
        }),
      )
    const asked = turned(sentence, clause, [{ from: effect.from, to: clause.to }])
    // "What did a storm cause?": which storm, of all that there were?
    const isAny =
      verb.tense === 'past' && words(cause) <= 3 && /^an? /i.test(inside(sentence, cause))
    if (asked !== null && !isAny && words(effect) <= 16)
      facts.push(
        fact({
          ...from,
          construction: 'what-effect',
          ask: { way: 'fronted', word: 'What', ...asked },
          answer: clauseAnswer(inside(sentence, effect), spanOf(sentence.tokens, effect)),
          confidence: 0.68 + 0.15 * least(signs),
        }),
      )
    return facts
  })
}

/** "caused the town to flood" */
const isDoing = ({ tokens }: ReadSentence, at: number): boolean =>
  tokens[at]?.lower === 'to' && tokens[at + 1]?.pos === 'VERB'

/** What came of it: the object, or what "to", "in", "rise to", "about" governs. */
function effectOf(sentence: ReadSentence, clause: Clause, link: string): Range | null {
  const end = endOf(sentence, clause)
  if (link === '') {
    const { object } = clause
    return object === null || object.from < clause.verb.main
      ? null
      : { from: object.from, to: isDoing(sentence, object.to) ? end : Math.min(end, object.to) }
  }
  const { tokens } = sentence
  const links = link.split(' ')
  const at = clause.verb.main + 1
  const isLinked = links.every((word, i) => tokens[at + i]?.lower === word)
  if (!isLinked || at + links.length >= end) return null
  return { from: at + links.length, to: end }
}
