import { RELATIVES, SUBORDINATORS } from '@/lib/core/language/words'
import { type Fact, fact } from '../fact'
import { isTime, type Mention, within } from '../mentions/mention'
import { joined, phrase, say, spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { inverted, keptLead, mentionsIn, sourcesOf, timeAnswer } from './parts'
import { isBroken, predicateEnd } from './predicate'

/** Prepositions that bound a time have question words of their own. */
export const BOUND_WORD: ReadonlyMap<string, string> = new Map([
  ['since', 'Since when'],
  ['until', 'Until when'],
  ['till', 'Until when'],
  ['by', 'By when'],
])

/** What a question asks for, by preposition and grain. "by 1715" is not "in 1715": it has a word of its own. */
export function timeWord(preposition: string, mention: Mention): string | null {
  if (mention.type === 'period') return betweenOrFrom(mention.text)
  const bound = BOUND_WORD.get(preposition)
  if (bound !== undefined) return bound
  switch (preposition) {
    case 'on':
      return mention.grain === 'day' || mention.grain === 'day of the year' ? 'On what date' : null
    case 'in':
    case 'during':
      if (mention.grain === 'year')
        return /^(?:early|late|mid)/.test(mention.text) ? 'When' : 'In what year'
      if (mention.grain === 'century') return 'In which century'
      return mention.grain === 'day of the year' ? null : 'When'
    default:
      return null
  }
}

function betweenOrFrom(text: string): string {
  if (!/^between/i.test(text)) return 'From when to when'
  return /^between \d{4} and \d{4}$/i.test(text) ? 'Between which years' : 'Between which two dates'
}

/** The preposition right before a mention ("in", "on the", "in the early …"), with where it starts. */
export function prepositionBefore(
  sentence: ReadSentence,
  mention: Mention,
): { word: string; start: number } | null {
  if (/^(?:from|between)/i.test(mention.text))
    return { word: mention.text.split(' ')[0]?.toLowerCase() ?? '', start: mention.start }
  const match = /\b(in|on|by|since|until|till|during)( the)? $/i.exec(
    sentence.view.text.slice(0, mention.start),
  )
  if (match === null) return null
  return { word: (match[1] ?? '').toLowerCase(), start: match.index }
}

/** A question with more words after its subject asks for patience, not for the date. */
const LONGEST_REST = 18

/** "was closed, however, in 1748": what links the sentence to the one before is no part of the question. */
const LINKING_END =
  /,? (?:however|therefore|thus|moreover|nevertheless|nonetheless|though|too|instead|consequently)$/

/** "On 3 March 1918 the treaty was signed." → On what date was the treaty signed? */
export function whenHappened(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || sentence.quoted || clause.verb.negated) return []
  const end = predicateEnd(tokens, clause.verb.to, clause.rest.to)
  const main = { from: clause.verb.to, to: end }
  const times = [
    ...clause.leads.flatMap((l) => mentionsIn(sentence, l)),
    ...mentionsIn(sentence, main),
  ].filter(isTime)
  const time = times[0]
  const parts = inverted(sentence, clause)
  if (times.length !== 1 || time === undefined || parts === null || clause.verb.copula) return []
  const preposition = prepositionBefore(sentence, time)
  const word = preposition === null ? null : timeWord(preposition.word, time)
  if (preposition === null || word === null) return []
  // "in 1748's harbour act": no date of what was done.
  if (/^[’']s\b/.test(sentence.view.text.slice(time.end))) return []
  const mainSpan = spanOf(tokens, main)
  const inMain = time.start >= mainSpan.start && main.to > main.from
  // In the rest, the time must belong to the main verb: no noun phrase with a verb of its own before it.
  if (inMain && !belongsToVerb(sentence, preposition.start)) return []
  // "Forming in the summer of 1765, …": in a lead, the time must be all of it.
  const own = clause.leads.find((l) => within(time, spanOf(tokens, l)))
  if (own !== undefined && (tokens[own.from]?.start ?? 0) !== preposition.start) return []
  const lead = keptLead(sentence, clause, time)
  if (lead === null) return []
  const restBefore = inMain
    ? phrase(sentence, { start: mainSpan.start, end: preposition.start })
    : say(sentence, main)
  const restAfter = inMain ? phrase(sentence, { start: time.end, end: mainSpan.end }) : ''
  // "early in 1748": the adverb belongs to the date.
  if (/\b(?:early|late|later|mid|only|just|until|again)$/.test(restBefore)) return []
  const rest = joined(parts.verb, restBefore, restAfter, lead).replace(LINKING_END, '')
  if (rest.split(' ').length > LONGEST_REST || isBroken(rest)) return []
  return [
    fact({
      kind: time.type === 'period' ? 'period' : 'date',
      construction: clause.verb.passive ? 'when-was' : 'when-did',
      sentence,
      alsoFrom: sourcesOf(sentence),
      ask: { way: 'fronted', word, auxiliary: parts.auxiliary, subject: parts.subject, rest },
      answer: timeAnswer(time),
      confidence: clause.verb.passive ? 0.87 : 0.82,
    }),
  ]
}

/** No subordinate clause, relative or participle stands between the verb and the time. */
function belongsToVerb(sentence: ReadSentence, start: number): boolean {
  const { clause, tokens } = sentence
  if (clause === null) return false
  for (let i = clause.verb.to; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || token.start >= start) return true
    if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      RELATIVES.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      /^(?:how|what|to)$/.test(token.lower)
    ) {
      // "moved to Moscow on 10 March": "to" before a name is no infinitive.
      if (token.lower === 'to' && tokens[i + 1]?.pos !== 'VERB') continue
      return false
    }
    if (/^[(“:;–—]$/.test(token.text)) return false
    // After a comma only the time itself belongs to the verb ("…, on 3 March").
    if (token.text === ',' && (tokens[i + 1]?.start ?? 0) < start) return false
  }
  return true
}
