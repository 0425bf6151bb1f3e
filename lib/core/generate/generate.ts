/**
 * From a text cut into passages to the items that could be learned from it: pure, the same text gives the same items, in
 * the order of their evidence.
 */

import { evidenceAt } from '@/lib/core/items/evidence'
import { ItemContent, type ProposedItem } from '@/lib/core/items/item'
import { elementKey, itemKey } from '@/lib/core/items/key'
import { mentionsOf } from '@/lib/core/language/mentions/mentions'
import { resolve } from '@/lib/core/language/mentions/resolve'
import type { EnglishModel } from '@/lib/core/language/model'
import { readSteps } from '@/lib/core/language/read'
import type { Reading as EnglishReading } from '@/lib/core/language/tree'
import { sourceSpan } from '@/lib/core/language/view'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { acceptFor } from './accept'
import { type Offers, offersOf, optionsFor } from './distract'
import { extractFacts } from './extract'
import type { Fact, PassedFact } from './fact'
import { judge } from './filter'
import { choose, type Judged, LEAST_CONFIDENCE } from './rank'
import type { English, Reading } from './read-sentence'
import { readingOf, readSentences } from './reading'
import { formsOf, questionOf } from './realize'
import { isReadable, type NamedSentence, readNames } from './rough'

/** How far it has come; `total` stays the same for a text. */
export type Progress = { readonly done: number; readonly total: number }

/** Reading, finding names, finding facts, choosing, and setting the items out: each counts as much. */
const STAGES = 5

/**
 * Yields after every few sentences' work, so that whoever drains it may do something else in between; `done` rises to
 * `total`. Returns the items.
 */
export function* generateSteps(
  text: SegmentedText,
  model: EnglishModel,
): Generator<Progress, readonly ProposedItem[]> {
  const each = Math.max(1, text.sentences.length)
  const total = STAGES * each
  yield { done: 0, total }
  const read = yield* stage(readSteps(text, model, isReadable), 0, total)
  const english = englishOf(read)
  const { sentences, names } = yield* stage(readNames(text, english.trees), each, total)
  const reading = readingOf(text, english, names)
  const offers = offersOf(reading)
  const judged = yield* stage(judgeAll(reading, sentences, offers), 2 * each, total)
  const chosen = yield* stage(chooseAll(judged, text), 3 * each, total)
  const items = yield* stage(setOut(chosen, reading, offers, each), 4 * each, total)
  yield { done: total, total }
  return items
}

function englishOf(read: EnglishReading): English {
  const sentences = read.blocks.flatMap((block) => block.sentences)
  const mentions = mentionsOf(read)
  return {
    trees: new Map(sentences.map((sentence) => [sentence.start, sentence])),
    mentions,
    references: resolve(read, mentions),
  }
}

/** Drains generateSteps; `onProgress` is told what it yields. */
export function generate(
  text: SegmentedText,
  model: EnglishModel,
  onProgress?: (done: number, total: number) => void,
): readonly ProposedItem[] {
  const steps = generateSteps(text, model)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onProgress?.(step.value.done, step.value.total)
  }
}

/** Passed on at most: what counts less has cost next to no time. */
const PACE = 4

/** Turns the count of a stage that starts at `from` into the progress of all. */
function* stage<T>(
  steps: Generator<number, T>,
  from: number,
  total: number,
): Generator<Progress, T> {
  const most = total / STAGES
  for (let n = 1; ; n++) {
    const step = steps.next()
    if (step.done) return step.value
    if (n % PACE === 0) yield { done: from + Math.floor(Math.min(step.value, most)), total }
  }
}

/** The facts that pass, in the text's order; what the text offers as options goes into `offers`. */
function* judgeAll(
  reading: Reading,
  named: readonly NamedSentence[],
  offers: Offers,
): Generator<number, Judged[]> {
  const lists: Judged[] = []
  const others: Judged[] = []
  for (const { sentence, facts } of extractFacts(reading, readSentences(reading, named))) {
    offers.add(sentence, facts)
    for (const bare of facts) {
      const fact = withFullName(bare, reading)
      const question = capital(questionOf(fact.ask))
      const { reasons, malus } = judge(fact, question, reading)
      const confidence = round(fact.confidence - malus)
      if (reasons.length > 0 || confidence < LEAST_CONFIDENCE) continue
      const into = fact.construction === 'block-list' ? lists : others
      into.push({ fact: passed(fact), question, confidence })
    }
    yield sentence.index
  }
  // Of two that are as sure, the list that a whole paragraph announces comes first.
  return [...lists, ...others]
}

function* chooseAll(
  judged: readonly Judged[],
  text: SegmentedText,
): Generator<number, readonly Judged[]> {
  const steps = choose(judged, text.words)
  for (let n = 0; ; n++) {
    const step = steps.next()
    if (step.done) return step.value
    yield (n / judged.length) * text.sentences.length
  }
}

function* setOut(
  chosen: readonly Judged[],
  reading: Reading,
  offers: Offers,
  each: number,
): Generator<number, readonly ProposedItem[]> {
  const items: ProposedItem[] = []
  const keys = new Set<string>()
  for (const [i, one] of chosen.entries()) {
    const item = toItem(one, reading, offers, keys)
    if (item !== null) {
      keys.add(item.key)
      items.push(item)
    }
    yield (i / chosen.length) * each
  }
  return items.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const round = (n: number): number => Math.round(Math.min(1, Math.max(0, n)) * 100) / 100

function toItem(
  judged: Judged,
  reading: Reading,
  offers: Offers,
  keys: ReadonlySet<string>,
): ProposedItem | null {
  const { fact, question, confidence } = judged
  const evidence = fact.evidence.map((span) => evidenceAt(reading.text.source.body, span))
  const first = evidence[0]
  if (first === undefined) return null
  const elements = fact.elements.map((e) => ({ text: e.text, accept: [...e.accept].slice(0, 20) }))
  const elementKeys = uniqueKeys(elements.map((e) => e.text))
  const identity = { kind: fact.kind, answer: fact.answer.text, elements, quote: first.quote }
  // Parallel facts share sentence and sometimes answer (90 per cent twice): what is asked tells them apart.
  const asked = fact.parallel ? { occurrence: askedFor(fact) } : {}
  let key = itemKey({ ...identity, ...asked })
  for (let n = 2; keys.has(key); n++) {
    key = itemKey({ ...identity, occurrence: `${askedFor(fact)} ${n}` })
  }
  const options = optionsFor(fact, question, offers, turnOf(key))
  const content = ItemContent.safeParse({
    kind: fact.kind,
    question,
    answer: fact.answer.text,
    accept: fact.elements.length > 0 ? [] : acceptFor(fact.answer, question),
    elements: elements.map((e, i) => ({ key: elementKeys[i] ?? '', ...e })),
    forms: formsOf(fact, question, options),
    evidence,
    section: reading.sectionTitle(fact.place.section),
  })
  // A content that breaks the contract is no item: a wrong one is worse than a missing one.
  return content.success
    ? { ...content.data, key, construction: fact.construction, confidence }
    : null
}

const askedFor = (fact: PassedFact): string =>
  fact.ask.way === 'subject' || fact.ask.way === 'fronted' ? fact.ask.word : ''

/** Which of three places the answer takes: it follows from the key, so that it varies and never changes. */
const turnOf = (key: string): number => Number.parseInt(key.slice(-6), 16) % 3 || 0

function uniqueKeys(texts: readonly string[]): string[] {
  const keys: string[] = []
  for (const text of texts) {
    let key = elementKey(text)
    for (let n = 2; keys.includes(key); n++) key = elementKey(`${text} ${n}`)
    keys.push(key)
  }
  return keys
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
