/** From facts that were chosen to items: their keys, forms, options and what else is accepted. */
import { evidenceAt } from '@/lib/core/items/evidence'
import { ItemContent, type ProposedItem } from '@/lib/core/items/item'
import { elementKey, itemKey } from '@/lib/core/items/key'
import { acceptFor } from './accept'
import { type Offers, optionsFor } from './distract'
import type { PassedFact } from './fact'
import type { Judged } from './rank'
import type { Reading } from './read-sentence'
import { formsOf } from './realize'

/** In the text's order, each with what it was made of; yields how far it has come, up to `each`. */
export function* setOut(
  chosen: readonly Judged[],
  reading: Reading,
  offers: Offers,
  each: number,
): Generator<number, readonly SetOut[]> {
  const items: SetOut[] = []
  const keys = new Set<string>()
  for (const [i, one] of chosen.entries()) {
    const item = toItem(one, reading, offers, keys)
    if (item !== null) {
      keys.add(item.key)
      items.push({ item, judged: one })
    }
    yield (i / chosen.length) * each
  }
  return items.sort((a, b) => startOf(a) - startOf(b))
}

export type SetOut = { readonly item: ProposedItem; readonly judged: Judged }

const startOf = ({ item }: SetOut): number => item.evidence[0]?.start ?? 0

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
