/** How much and how many: sums, counts, durations and quantities, as objects and as subjects. */
import type { ItemKind } from '@/lib/core/items/item'
import { clauseOf } from '@/lib/core/language/clause'
import { smallNumber } from '@/lib/core/language/words'
import { type Fact, fact } from '../fact'
import { isMeasure, type Mention } from '../mentions/mention'
import { joined, phrase, rangeOf, say, spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import { inverted, keptLead, measureAnswer, mentionsIn, sourcesOf } from './parts'
import { predicateEnd } from './predicate'

const KIND: Readonly<Record<string, ItemKind>> = {
  share: 'share',
  money: 'sum',
  duration: 'duration',
  quantity: 'quantity',
  number: 'count',
}

const kindOf = (m: Mention): ItemKind => KIND[m.type] ?? 'count'

/** "The bank issued 12 million rubles in 1917." → How many rubles did the bank issue in 1917? */
export function objectMeasure(sentence: ReadSentence): Fact[] {
  const { tokens, view } = sentence
  if (sentence.quoted) return []
  const facts: Fact[] = []
  for (const part of statements(sentence)) {
    const { clause } = part
    if (clause.verb.negated || clause.verb.passive || clause.verb.copula) continue
    if (EXCEEDS.has(tokens[clause.verb.main]?.lemma ?? '')) continue
    const after = tokens[clause.verb.to - 1]?.end ?? 0
    const measure = sentence.mentions.find((m) => isMeasure(m) && m.start >= after)
    if (measure === undefined || measure.type === 'share' || isSmallCount(measure)) continue
    const between = view.text.slice(after, measure.hedgeStart).trim()
    if (!/^(?:|to|at|for)$/.test(between)) continue
    // "fourteen writers: …": the list is asked, not how long it is.
    if (measure.type === 'number' && view.text.slice(measure.end).includes(':')) continue
    // "Seventy millilitres make 5 litres": one measure by another is arithmetic, not a fact.
    if (mentionsIn(sentence, clause.head).some(isMeasure)) continue
    const parts = inverted(sentence, clause)
    const lead = keptLead(sentence, clause)
    // "each side", "each of them": of what, the text before tells.
    if (tokens[clause.head.from]?.lower === 'each') continue
    const lasts = LASTING.has(tokens[clause.verb.main]?.lemma ?? '') || between === 'for'
    if (measure.type === 'duration' && !lasts) continue
    const asked =
      measure.type === 'duration' && between !== 'at'
        ? 'how long'
        : whatIsCounted(sentence, measure)
    if (parts === null || lead === null || asked === null) continue
    const more = /^ more\b/.test(view.text.slice(asked === 'how long' ? measure.end : asked.end))
      ? 1
      : 0
    const measureEnd =
      more +
      rangeOf(tokens, {
        start: measure.start,
        end: asked === 'how long' ? measure.end : asked.end,
      }).to
    // After a comma another subject may follow ("France six million").
    const isCut = tokens[measureEnd]?.text === ','
    const restEnd = isCut ? measureEnd : predicateEnd(tokens, measureEnd, clause.rest.to)
    const rest = joined(
      parts.verb,
      asked === 'how long' ? '' : between,
      say(sentence, { from: measureEnd, to: restEnd }),
      lead,
    )
    const counted = asked === 'how long' ? 'How long' : asked.word
    const word = more === 1 ? counted.replace(/^How many (?!more )/, 'How many more ') : counted
    facts.push(
      fact({
        kind: kindOf(measure),
        construction: measure.type === 'duration' ? 'lasted' : 'object-measure',
        sentence,
        alsoFrom: [...sourcesOf(sentence)],
        ask: { way: 'fronted', word, auxiliary: parts.auxiliary, subject: parts.subject, rest },
        answer: measureAnswer(measure, sentence, true),
        confidence: 0.85,
      }),
    )
  }
  return facts
}

/** What takes a time; of other verbs a time is what they have, or how often. */
const LASTING = new Set(
  'last take endure live reign rule serve stay wait spend survive continue need require work remain'.split(
    ' ',
  ),
)

/** "topped seven million" says that it was more; how much, it does not say. */
const EXCEEDS = new Set(['top', 'exceed', 'surpass', 'approach', 'near'])

/** "two evils": the list is worth knowing, not that there are two. */
const isSmallCount = (m: Mention): boolean => m.type === 'number' && (smallNumber(m.text) ?? 9) <= 3

/** The main clause, and the one after a colon ("Here are the figures: the debt amounted to …"). */
function statements(sentence: ReadSentence): { clause: NonNullable<ReadSentence['clause']> }[] {
  const { tokens, clause } = sentence
  const colon = tokens.findIndex((t) => t.text === ':')
  const out = clause === null ? [] : [{ clause }]
  if (colon < 0 || colon > tokens.length - 4) return out
  const shifted = clauseOf(tokens.slice(colon + 1))
  if (shifted === null) return out
  const move = (r: { from: number; to: number }) => ({
    from: r.from + colon + 1,
    to: r.to + colon + 1,
  })
  out.push({
    clause: {
      leads: shifted.leads.map(move),
      subject: move(shifted.subject),
      head: move(shifted.head),
      apposition: shifted.apposition === null ? null : move(shifted.apposition),
      verb: {
        ...shifted.verb,
        ...move(shifted.verb),
        main: shifted.verb.main + colon + 1,
        auxiliaries: shifted.verb.auxiliaries.map((a) => a + colon + 1),
      },
      rest: move(shifted.rest),
    },
  })
  return out
}

/** "How many paper rubles": the unit, or the counted noun with what stands before it. */
function whatIsCounted(
  sentence: ReadSentence,
  measure: Mention,
): { word: string; end: number } | null {
  const { view } = sentence
  if (measure.type === 'money' || measure.type === 'quantity') {
    const unit = view.text.slice(measure.numberEnd, measure.end).trim()
    if (!/^\p{L}[\p{L} ]*s$|^feet$/u.test(unit)) return null
    const more =
      /\bmore\b/.test(unit) || /another $/.test(view.text.slice(measure.hedgeStart, measure.start))
    const of = ofWhat(sentence, measure.end)
    const word = `How many ${more ? 'more ' : ''}${unit.replace(/\bmore /, '')}${of}`
    return { word, end: measure.end + of.length }
  }
  if (measure.type !== 'number' || measure.grain === '') return null
  const end = view.text.toLowerCase().indexOf(measure.grain, measure.end) + measure.grain.length
  return { word: `How many${view.text.slice(measure.end, end)}`, end }
}

/** " of blood" right after a unit belongs to it. */
function ofWhat(sentence: ReadSentence, end: number): string {
  const { tokens, view } = sentence
  const of = tokens.findIndex((t) => t.start >= end)
  if (tokens[of]?.lower !== 'of') return ''
  let to = of + 1
  while (/^(?:NOUN|ADJ)$/.test(tokens[to]?.pos ?? '')) to++
  return to === of + 1 ? '' : view.text.slice(end, tokens[to - 1]?.end ?? end)
}

/** "113 settlers arrived on the first ship." → How many settlers arrived on the first ship? */
export function subjectMeasure(sentence: ReadSentence): Fact[] {
  const { clause, tokens, view } = sentence
  if (clause === null || sentence.quoted || clause.verb.negated) return []
  const span = spanOf(tokens, clause.head)
  const measure = sentence.mentions.find((m) => isMeasure(m) && m.hedgeStart === span.start)
  if (measure === undefined || clause.apposition !== null || view.text.includes(':')) return []
  const lead = keptLead(sentence, clause)
  if (lead === null || clause.verb.main === clause.verb.to) return []
  const after = view.text.slice(measure.end, span.end)
  const end = predicateEnd(tokens, clause.verb.from, clause.rest.to)
  const predicate = phrase(sentence, { start: span.end, end: tokens[end - 1]?.end ?? span.end })
  if (predicate.split(' ').length < 4) return []
  let word: string | null = null
  if (measure.type === 'number' && measure.grain !== '' && !/ and /.test(after))
    word = `How many${after}`
  if (measure.type === 'share' && / of /.test(after)) word = `What share${after}`
  if (word === null || !/\p{Lu}/u.test(predicate) || predicate.split(' ').length < 6) return []
  return [
    fact({
      kind: kindOf(measure),
      construction: 'subject-measure',
      sentence,
      alsoFrom: sourcesOf(sentence),
      ask: { way: 'subject', word, predicate: joined(predicate, lead) },
      answer: measureAnswer(measure, sentence, true),
      confidence: 0.85,
    }),
  ]
}
