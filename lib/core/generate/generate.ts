/**
 * From a text cut into passages to the items that could be learned from it: pure, the same text gives the same items, in
 * the order of their evidence.
 */

import { evidenceAt } from '@/lib/core/items/evidence'
import { type Evidence, ItemContent, type ProposedItem } from '@/lib/core/items/item'
import { elementKey, itemKey } from '@/lib/core/items/key'
import { sourceSpan } from '@/lib/core/language/view'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { acceptFor } from './accept'
import { type Offers, offersOf, optionsFor } from './distract'
import { extractFacts } from './extract'
import type { Fact } from './fact'
import { judge } from './filter'
import { choose, type Judged } from './rank'
import type { Reading } from './read-sentence'
import { readText } from './reading'
import { formsOf, questionOf } from './realize'

/** `onProgress` is told how many sentences are done, of how many. */
export function generate(
  text: SegmentedText,
  onProgress?: (done: number, total: number) => void,
): readonly ProposedItem[] {
  const reading = readText(text)
  const facts = extractFacts(reading, onProgress).map((fact) => withFullName(fact, reading))
  const judged = facts.flatMap((fact, order): Judged[] => {
    const question = capital(questionOf(fact.ask))
    const verdict = judge(fact, question, reading)
    return verdict.reasons.length > 0
      ? []
      : [{ fact, question, confidence: round(fact.confidence - verdict.malus), order }]
  })
  const chosen = choose(judged, text.words)
  const offers = offersOf(reading, facts)
  const items: ProposedItem[] = []
  const keys = new Set<string>()
  for (const one of chosen) {
    const item = toItem(one, reading, offers, keys)
    if (item === null) continue
    keys.add(item.key)
    items.push(item)
  }
  return items.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
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
  const evidence = evidenceOf(fact, reading)
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
    accept: fact.elements.length > 0 ? [] : acceptFor(fact.answer, []),
    elements: elements.map((e, i) => ({ key: elementKeys[i] ?? '', ...e })),
    forms: formsOf(fact, question, options),
    evidence,
    section: reading.sectionTitle(fact.sentence.section),
  })
  // A content that breaks the contract is no item: a wrong one is worse than a missing one.
  return content.success
    ? { ...content.data, key, construction: fact.construction, confidence }
    : null
}

const askedFor = (fact: Fact): string =>
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
function evidenceOf(fact: Fact, reading: Reading): Evidence[] {
  const { body } = reading.text.source
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
  return seen.slice(0, 20).map((span) => evidenceAt(body, span))
}

function wholeSentence(sentence: Fact['sentence']): Span {
  return sourceSpan(sentence.view, { start: 0, end: sentence.view.text.length })
}
