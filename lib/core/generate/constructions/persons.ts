/** Who did it: a person as the subject of a verb. */

import { sourceSpan } from '@/lib/core/language/view'
import { HEDGES } from '@/lib/core/language/words'
import { nameVariants } from '../accept'
import { type Fact, fact, type ListElement } from '../fact'
import { isTime, type Mention, within } from '../mentions/mention'
import { say, spanOf } from '../phrase'
import { IDIOM, isDoneByMany } from '../questions/many-did'
import type { ReadSentence } from '../read-sentence'
import { aliasAfter, isSpecific, keptLead, personAnswer, personsIn } from './parts'
import { isBroken, predicateEnd } from './predicate'

function personElements(sentence: ReadSentence, persons: readonly Mention[]): ListElement[] {
  return persons.map((p) => {
    const alias = aliasAfter(sentence, p.end)
    const end = alias === null ? p.end : p.end + alias.length + 3
    return {
      text: sentence.view.text.slice(p.start, end),
      accept: [...nameVariants(p.text), ...(alias === null ? [] : [p.text, alias])],
      span: sourceSpan(sentence.view, { start: p.start, end }),
    }
  })
}

const SHORTEST_PREDICATE = 4

/** "A introduced the act in 1765." → Who introduced the act in 1765? */
export function whoDid(sentence: ReadSentence): Fact[] {
  const { clause, tokens } = sentence
  if (clause === null || sentence.quoted || clause.verb.copula || clause.verb.negated) return []
  // "surely considered": the writer's guess, not a fact.
  if (tokens.slice(clause.verb.from, clause.verb.to).some((t) => HEDGES.has(t.lower))) return []
  const stands = sentence.subjectPerson
  const persons = stands === null ? personsIn(sentence, clause.head) : [stands]
  if (persons.length === 0) return []
  const lead = keptLead(sentence, clause)
  if (lead === null) return []
  const end = predicateEnd(tokens, clause.verb.to, clause.rest.to)
  const range = { from: clause.verb.from, to: end }
  if (end - clause.verb.to < 2 || end - clause.verb.to > 40) return []
  const span = spanOf(tokens, range)
  if (!isSpecific(sentence, { start: tokens[clause.verb.to]?.start ?? span.start, end: span.end }))
    return []
  const predicate = say(sentence, range)
  // "Who lived in Bergen?": many did.
  if (predicate.split(' ').length < SHORTEST_PREDICATE || IDIOM.test(predicate)) return []
  // "Who had left the town?": what was so before is told for what came then.
  const times = sentence.mentions.filter((m) => isTime(m) && within(m, span))
  if (/^had /.test(predicate) && times.length === 0 && !/[“"]/.test(predicate)) return []
  const verb = tokens[clause.verb.main]?.lemma ?? ''
  if (times.length === 0 && lead === '' && persons.length === 1 && isDoneByMany(verb, true))
    return []
  if (isBroken(predicate)) return []
  if (/^[\p{L} ]+,/u.test(predicate) && tokens[clause.verb.to]?.text === ',') return []
  if (persons.length > 1 && clause.verb.tense === 'present') return []
  const word = lead === '' ? 'Who' : `${lead.charAt(0).toUpperCase()}${lead.slice(1)}, who`
  const ask = { way: 'subject', word, predicate } as const
  const isSaying = tokens[clause.verb.main]?.lemma !== undefined && /[“"]/.test(predicate)
  return [
    personFact(sentence, persons, ask, isSaying ? 'said-by' : 'who-did', isSaying ? 0.88 : 0.8),
  ]
}

export function personFact(
  sentence: ReadSentence,
  persons: readonly Mention[],
  ask: Fact['ask'],
  construction: string,
  confidence: number,
): Fact {
  const first = persons[0]
  if (first === undefined) throw new Error('a person fact needs a person')
  const resolvedFrom = sentence.resolved.flatMap((r) =>
    r.from === null || r.from === sentence ? [] : [r.from],
  )
  const alsoFrom = [...new Set(resolvedFrom)]
  if (persons.length === 1) {
    const kind = construction === 'said-by' ? 'quotation' : 'person'
    return fact({
      kind,
      construction,
      sentence,
      ask,
      alsoFrom,
      answer: personAnswer(sentence, first),
      confidence,
    })
  }
  const elements = personElements(sentence, persons)
  return fact({
    kind: 'list',
    construction,
    sentence,
    ask,
    alsoFrom,
    elements,
    answer: {
      text: elements.map((e) => e.text).join('; '),
      type: 'person',
      grain: '',
      span: null,
      number: '',
    },
    confidence,
  })
}
