/** How much and how many: shares, sums, counts, durations and quantities, as objects, as subjects, and in parallel. */
import type { ItemKind } from '@/lib/core/items/item'
import { clauseOf } from '@/lib/core/language/clause'
import { type Fact, fact } from '../fact'
import { numberValue } from '../mentions/figures'
import { isMeasure, type Mention } from '../mentions/mention'
import { joined, phrase, rangeOf, say, spanOf } from '../phrase'
import type { ReadSentence } from '../reading'
import { inverted, keptLead, measureAnswer, mentionsIn, predicateEnd } from './parts'

const KIND: Readonly<Record<string, ItemKind>> = {
  share: 'share',
  money: 'sum',
  duration: 'duration',
  quantity: 'quantity',
  number: 'count',
}

const kindOf = (m: Mention): ItemKind => KIND[m.type] ?? 'count'

/** "lost 40 per cent of A when …, 90 per cent of B, and 55 per cent of C": one fact each, with what is common to all. */
export function parallelShares(sentence: ReadSentence): Fact[] {
  const { clause, tokens, view } = sentence
  if (clause === null || sentence.quoted || clause.verb.negated || clause.verb.copula) return []
  const end = clause.rest.to
  const restSpan = spanOf(tokens, clause.rest)
  const shares = sentence.mentions.filter(
    (m) => m.type === 'share' && m.start >= restSpan.start && m.end <= restSpan.end,
  )
  const first = shares[0]
  const parts = inverted(sentence, clause)
  const lead = keptLead(sentence, clause)
  if (first === undefined || parts === null || lead === null) return []
  const between = view.text.slice(tokens[clause.verb.to - 1]?.end ?? 0, first.hedgeStart).trim()
  if (between !== '') return []
  const circumstance = commonCircumstance(sentence, shares, end) ?? circumstanceBefore(sentence)
  const facts: Fact[] = []
  for (const share of shares) {
    const whole = wholeOf(sentence, share, end)
    if (whole === null) continue
    const rest = joined(parts.verb, circumstance?.text ?? '', lead)
    facts.push(
      fact({
        kind: 'share',
        construction: shares.length > 1 ? 'shares-of' : 'share-of',
        sentence,
        alsoFrom: [
          ...(circumstance?.from === undefined ? [] : [circumstance.from]),
          ...sourcesOf(sentence),
        ],
        clause: null,
        ask: {
          way: 'fronted',
          word: `What share of ${whole}`,
          auxiliary: parts.auxiliary,
          subject: parts.subject,
          rest: rest,
        },
        answer: measureAnswer(share, sentence, false),
        parallel: shares.length > 1,
        confidence: 0.93,
      }),
    )
  }
  return facts
}

/** Where names in the sentence were completed from. */
function sourcesOf(sentence: ReadSentence): ReadSentence[] {
  return [
    ...new Set(
      sentence.resolved.flatMap((r) => (r.from === null || r.from === sentence ? [] : [r.from])),
    ),
  ]
}

/** "of its fuel industry": what the share is a share of, up to where the phrase stops. */
function wholeOf(sentence: ReadSentence, share: Mention, end: number): string | null {
  const { tokens } = sentence
  const of = rangeOf(tokens, share).to
  if (tokens[of]?.lower !== 'of') return null
  let to = of + 1
  for (; to < end; to++) {
    const token = tokens[to]
    if (
      token === undefined ||
      /^[,;:–—]$/.test(token.text) ||
      isCircumstance(tokens[to]?.lower ?? '')
    )
      break
    if (token.lower === 'and' && /^(?:\d|between$)/.test(tokens[to + 1]?.lower ?? '')) break
    if (token.pos === 'VERB' && to > of + 2 && !/(?:ed|en|ing)$/.test(token.lower)) break
    if (token.pos === 'AUX') return null
    if (token.lower === 'in' || token.lower === 'by' || token.lower === 'and') {
      if (token.lower !== 'and') break
    }
  }
  const words = say(sentence, { from: of + 1, to })
  return words === '' || words.split(' ').length > 9 ? null : words
}

const isCircumstance = (lower: string): boolean =>
  lower === 'when' || lower === 'after' || lower === 'during' || lower === 'because'

/** "when the army withdrew" after the first of the parallel shares holds for all of them. */
function commonCircumstance(
  sentence: ReadSentence,
  shares: readonly Mention[],
  end: number,
): { text: string; from?: ReadSentence } | null {
  const { tokens } = sentence
  const first = shares[0]
  if (first === undefined) return null
  const start = rangeOf(tokens, first).to
  const until = shares[1] === undefined ? end : rangeOf(tokens, shares[1]).from
  for (let i = start; i < until; i++) {
    if (!isCircumstance(tokens[i]?.lower ?? '')) continue
    const words = say(sentence, { from: i, to: predicateEnd(tokens, i + 1, until) })
    return { text: words.replace(/,? and$/, '') }
  }
  return null
}

/** "Russia also lost …" after "When the army withdrew, Russia lost …": the same circumstance. */
function circumstanceBefore(sentence: ReadSentence): { text: string; from?: ReadSentence } | null {
  const { previous, clause, tokens } = sentence
  if (previous === null || previous.clause === null || clause === null) return null
  const also = tokens.slice(clause.verb.from, clause.verb.main).some((t) => t.lower === 'also')
  const same = previous.tokens[previous.clause.verb.main]?.lemma === tokens[clause.verb.main]?.lemma
  if (!also || !same) return null
  const lead = previous.clause.leads.find((l) =>
    isCircumstance(previous.tokens[l.from]?.lower ?? ''),
  )
  if (lead === undefined) return null
  const words = say(previous, lead)
  return { text: words.charAt(0).toLowerCase() + words.slice(1), from: previous }
}

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

/** "topped seven million" says that it was more; how much, it does not say. */
const EXCEEDS = new Set(['top', 'exceed', 'surpass', 'approach', 'near'])

/** "two evils": the list is worth knowing, not that there are two. */
const isSmallCount = (m: Mention): boolean => m.type === 'number' && (numberValue(m.text) ?? 9) <= 3

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
  if (word === null) return []
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

/** "During 1917, fourteen million more were issued, and twelve million in the first half of 1918": the unit stood before. */
export function ellipticSums(sentence: ReadSentence): Fact[] {
  const { previous, view, tokens } = sentence
  if (previous === null || sentence.quoted) return []
  const unit = unitBefore(previous)
  if (unit === null) return []
  const numbers = sentence.mentions.filter(
    (m) => m.type === 'number' && /million|billion|trillion|thousand/.test(m.text),
  )
  const facts: Fact[] = []
  const passive = /^(?:During|In) (.+?), .*? more (were|was) (\w+ed)\b/.exec(view.text)
  for (const [i, number] of numbers.entries()) {
    const question = passive === null ? null : passiveMore(sentence, passive, i, number)
    if (question === null) continue
    facts.push(
      fact({
        kind: 'sum',
        construction: 'elliptic-sum',
        sentence,
        alsoFrom: [previous],
        ask: { way: 'subject', word: `How many more ${unit}`, predicate: question },
        answer: {
          ...measureAnswer({ ...number, type: 'money' }, sentence, false),
          type: 'money',
          grain: unit,
          text: `${number.text} ${unit}`,
        },
        parallel: true,
        confidence: 0.88,
      }),
    )
  }
  return tokens.length > 0 ? facts : []
}

function unitBefore(previous: ReadSentence): string | null {
  const sums = previous.mentions.filter((m) => m.type === 'money')
  const last = sums.at(-1)
  if (last === undefined) return null
  const unit = previous.view.text
    .slice(last.numberEnd, last.end)
    .replace(/\bmore\b/, '')
    .trim()
  return /^\p{L}[\p{L} ]+s$/u.test(unit) ? unit : null
}

function passiveMore(
  sentence: ReadSentence,
  passive: RegExpExecArray,
  i: number,
  number: Mention,
): string | null {
  const [, when, be, participle] = passive
  if (i === 0) {
    const first = sentence.view.text.charAt(0) === 'D' ? 'during' : 'in'
    return number.start < passive[0].length ? `${be} ${participle} ${first} ${when}` : null
  }
  const after = sentence.view.text.slice(number.end)
  const time = /^ ((?:in|during) [^,;]+?)(?:[,;.]|$)/.exec(after)?.[1]
  return time === undefined ? null : `${be} ${participle} ${time}`
}
