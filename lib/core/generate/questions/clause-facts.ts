/** Every question that the clauses of a sentence can be asked by their subject, object, doer, time and place. */

import type { Clause } from '@/lib/core/language/clauses/shapes'
import { isMark } from '@/lib/core/language/spans/syntax'
import { HEDGES } from '@/lib/core/language/words'
import type { Fact } from '../fact'
import type { Reading, ReadSentence } from '../read-sentence'
import { mentionAt } from './answers'
import type { Clausal } from './asked'
import { circumstancesAsked } from './circumstances'
import { afterMark } from './dropped'
import { layoutOf } from './layout'
import { agentAsked, innerObjectAsked, objectAsked, wayAsked } from './objects'
import { subjectAsked } from './subjects'
import { wordingOf } from './wording'

/** Below these a clause is read wrongly more often than not. */
const LEAST = { subject: 0.5, verb: 0.5 }

export function clauseFacts(
  sentence: ReadSentence,
  _next: ReadSentence | null,
  reading: Reading,
): Fact[] {
  if (sentence.quoted || sentence.block.kind === 'heading' || isNoStatement(sentence)) return []
  const askable = sentence.trees.clauses.filter((clause) => isAskable(sentence, clause))
  if (askable.length === 0) return []
  const wording = wordingOf(sentence, reading)
  const { syntax } = sentence.trees
  return askable.flatMap((clause) => {
    const layout = layoutOf(sentence, clause)
    if (layout === null) return []
    // What a relative adds is asked of a name alone: of other nouns it may only say which is meant.
    if (clause.kind === 'relative' && mentionAt(sentence, layout.subject) === null) return []
    const asking: Clausal = { sentence, layout, syntax, wording }
    const one = [
      subjectAsked(asking),
      objectAsked(asking),
      innerObjectAsked(asking),
      agentAsked(asking),
      wayAsked(asking),
    ]
    return [...one.filter((made) => made !== null), ...circumstancesAsked(asking)]
  })
}

/** Questions, and parts of a list that are no sentences. */
const isNoStatement = ({ view }: ReadSentence): boolean =>
  !/[.!:][”’)\]\d]*$/.test(view.text) || ENDS_IN_UNIT.test(view.text)

/** "lies in the sea 40 m.": the stop may belong to the unit, and the sentence go on. */
const ENDS_IN_UNIT = /\d (?:m|ft|in|lb|lbs|oz|sq|deg|yds?|mi|km|min|cwt)\.$|\d deg\.? [FC]\.$/

/** What a main or coordinated clause says is stated; what "when …" and "because …" say is taken as known. */
function isAskable(sentence: ReadSentence, clause: Clause): boolean {
  const { subject, verb, kind, sort } = clause
  // "The map shows …": of the text itself.
  const lemma = sentence.tokens[subject?.head ?? -1]?.lemma ?? ''
  if (
    /^(?:figure|map|image|photograph|diagram|table|chart|chapter|section|illustration)$/i.test(
      lemma,
    )
  )
    return false
  const stated =
    kind === 'main' ||
    (kind === 'coordinated' && isUnderMain(sentence, clause)) ||
    (kind === 'relative' && afterMark(sentence.trees.syntax, clause.head)) ||
    (kind === 'adverbial' && (sort === 'cause' || (sort === 'time' && clause.marker !== 'until')))
  if (!stated || subject === null) return false
  // "…, Lenin went on, …": who is speaking.
  const after = sentence.tokens[verb.main + 1]?.lower
  if (after === 'on' && sentence.tokens[verb.main]?.lemma === 'go') return false
  if (subject.confidence < LEAST.subject || verb.confidence < LEAST.verb) return false
  if (verb.hedge !== null || verbWordsIn(sentence, clause).some((word) => HEDGES.has(word)))
    return false
  const place = sentence.tokens[verb.main]
  if (place === undefined || isMark(sentence.trees.syntax.tokens[verb.main])) return false
  return !sentence.quotes.some((quote) => quote.start <= place.start && place.end <= quote.end)
}

/** The writer's guess is no fact: "surely considered", "might have built". */
const verbWordsIn = ({ tokens }: ReadSentence, { verb }: Clause): string[] =>
  tokens.slice(Math.min(verb.main, ...verb.auxiliaries) - 1, verb.main + 1).map((t) => t.lower)

function isUnderMain({ trees }: ReadSentence, clause: Clause): boolean {
  let above = clause.parent === null ? undefined : trees.clauses[clause.parent]
  while (above?.kind === 'coordinated' && above.parent !== null) above = trees.clauses[above.parent]
  return above?.kind === 'main'
}
