/** Which of the facts may be asked at all, and how likely each is to be a good item. */
import { sourceSpan } from '@/lib/core/language/view'
import type { Span } from '@/lib/core/text/source'
import { type Bar, confidenceOf, isOff } from './confidence'
import type { Offers } from './distract'
import { extractFacts } from './extract'
import type { Fact, PassedFact } from './fact'
import { featuresOf } from './features/features'
import { weigh } from './features/importance'
import { countsOf, type TextCounts } from './features/text-counts'
import { judge } from './filter'
import { withOwnPronouns } from './own-pronouns'
import { capital } from './phrase'
import type { Judged } from './rank'
import type { Reading } from './read-sentence'
import { readSentences } from './reading'
import { questionOf } from './realize'
import type { NamedSentence } from './rough'
import { needsTopic, type Topic, topicOf, underTopic } from './topic'
import type { Drops } from './why-none'

export type Wanted = {
  /** null: all of them, also of constructions that make nothing. */
  readonly bar: Bar | null
  /** Constructions that make nothing for whom it is. */
  readonly off: ReadonlySet<string>
  /** Each with what its confidence is made of. */
  readonly features: boolean
  /** Told of those that do not pass. */
  readonly drops: Drops
}

/** The facts that pass, in the text's order; what the text offers as options goes into `offers`. */
export function* judgeFacts(
  reading: Reading,
  named: readonly NamedSentence[],
  offers: Offers,
  wanted: Wanted,
): Generator<number, Judged[]> {
  const counts = countsOf(reading)
  const topic = topicOf(reading)
  const lists: Judged[] = []
  const others: Judged[] = []
  for (const { sentence, facts } of extractFacts(reading, readSentences(reading, named))) {
    offers.add(sentence, facts)
    for (const bare of facts) {
      const judged = judgeOne(
        placed(withOwnPronouns(withFullName(bare, reading)), topic),
        reading,
        counts,
        wanted,
      )
      if (judged === null) continue
      const into = bare.construction === 'block-list' ? lists : others
      into.push(judged)
    }
    yield sentence.index
  }
  // Of two that are as sure, the list that a whole paragraph announces comes first.
  return [...lists, ...others]
}

function judgeOne(fact: Fact, reading: Reading, counts: TextCounts, wanted: Wanted): Judged | null {
  const block = fact.sentence.block.index
  if (wanted.bar?.constructions === 'proven' && isOff(fact.construction)) {
    wanted.drops.add(block, 'not sure enough', 'filter', 0)
    return null
  }
  if (wanted.off.has(fact.construction)) {
    wanted.drops.add(block, 'too few of its kind were kept', 'filter', 0)
    return null
  }
  const question = capital(questionOf(fact.ask))
  const { reasons, malus } = judge(fact, question, reading)
  const [reason] = reasons
  if (reason !== undefined) {
    // Of two that do not pass, the one with less against it was nearer.
    wanted.drops.add(block, reason, 'filter', fact.confidence / reasons.length)
    return null
  }
  const said = Math.min(1, Math.max(0, fact.confidence - malus))
  const features = featuresOf({ fact, question, said }, counts)
  const confidence = confidenceOf(features)
  if (wanted.bar !== null && (said < wanted.bar.said || confidence < wanted.bar.confidence)) {
    wanted.drops.add(block, 'not sure enough', 'bar', confidence)
    return null
  }
  return {
    fact: passed(fact),
    question,
    confidence: Math.round(confidence * 100) / 100,
    weight: weigh(features),
    features: wanted.features ? features : null,
  }
}

/** What leaves out of which place or body it speaks is set under the text's topic. */
function placed(fact: Fact, topic: Topic | null): Fact {
  if (topic === null || !needsTopic(fact, capital(questionOf(fact.ask)), topic)) return fact
  return { ...fact, ask: underTopic(fact.ask, topic.name) }
}

function passed(fact: Fact): PassedFact {
  const { kind, construction, ask, answer, elements, parallel, sentence, alsoFrom } = fact
  const { index, section, mentions, block } = sentence
  return {
    kind,
    construction,
    ask,
    answer,
    elements,
    parallel,
    place: { index, section, mentions, block: block.index },
    leansOn: alsoFrom.map((s) => s.index),
    evidence: evidenceSpans(fact),
  }
}

/** A person asked for by a bare last name is answered by the full one, where the text gives it. */
function withFullName(fact: Fact, reading: Reading): Fact {
  const { answer } = fact
  const full = answer.type === 'person' ? reading.fullNames.get(answer.text) : undefined
  return full === undefined || fact.elements.length > 0
    ? fact
    : { ...fact, answer: { ...answer, text: full } }
}

/** The sentence or the clause that says it, the list's elements, and the sentences that the question leans on. */
function evidenceSpans(fact: Fact): Span[] {
  const { sentence } = fact
  const main =
    fact.clause === null ? wholeSentence(sentence) : sourceSpan(sentence.view, fact.clause)
  const outside = fact.elements
    .map((e) => e.span)
    .filter((s) => s.start >= main.end || s.end <= main.start)
  const leaning = fact.alsoFrom
    .filter((s) => s !== sentence && s.view.text !== '')
    .map(wholeSentence)
  const seen: Span[] = []
  for (const span of [main, ...leaning, ...outside])
    if (!seen.some((s) => s.start === span.start)) seen.push(span)
  return seen.slice(0, 20)
}

function wholeSentence(sentence: Fact['sentence']): Span {
  return sourceSpan(sentence.view, { start: 0, end: sentence.view.text.length })
}
