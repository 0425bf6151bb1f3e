/** Wrong options from the same text: of the same type, unit and grain, never right as well, never another name of the answer. */
import { FIRST_NAMES } from '@/lib/core/language/lexicon'
import type { Answer, Fact } from './fact'
import { numberValue } from './mentions/figures'
import { lastWord } from './mentions/kinds'
import type { Mention } from './mentions/mention'
import { overlaps, within } from './mentions/mention'
import type { Reading, ReadSentence } from './read-sentence'

type Candidate = {
  readonly text: string
  readonly grain: string
  readonly number: string
  readonly sentence: ReadSentence
}

/** What the whole text offers as options, by type; made once for a text. */
export type Offers = ReadonlyMap<string, readonly Candidate[]>

/** A person by the full name; a bare first name is nobody in particular. */
function shownName(reading: Reading, m: Mention): string | null {
  if (m.type !== 'person') return m.text
  const full = reading.fullNames.get(m.text)
  if (full !== undefined) return full
  return FIRST_NAMES.has(m.text.toLowerCase()) ? null : m.text
}

export function offersOf(reading: Reading, facts: readonly Fact[]): Offers {
  const offers = new Map<string, Candidate[]>()
  const add = (type: string, candidate: Candidate) => {
    const list = offers.get(type)
    if (list === undefined) offers.set(type, [candidate])
    else list.push(candidate)
  }
  for (const sentence of reading.sentences) {
    for (const m of sentence.mentions.filter((n) => !sentence.quotes.some((q) => within(n, q)))) {
      const text = shownName(reading, m)
      if (text !== null) add(m.type, { text, grain: m.grain, number: numberOf(m), sentence })
      // "about 0.1 seconds" stands beside "about 0.05 seconds": a hedge on one alone would tell.
      if (m.hedgeStart < m.start) {
        const hedged = sentence.view.text.slice(m.hedgeStart, m.end)
        add(`hedged ${m.type}`, { text: hedged, grain: m.grain, number: numberOf(m), sentence })
      }
    }
  }
  for (const fact of facts) {
    if (fact.answer.type === 'term')
      add('term', {
        text: fact.answer.text,
        grain: fact.answer.grain,
        number: '',
        sentence: fact.sentence,
      })
    if (fact.construction === 'count-in')
      add('number', {
        text: fact.answer.text,
        grain: 'members',
        number: fact.answer.number,
        sentence: fact.sentence,
      })
  }
  return offers
}

const numberOf = (m: Mention): string => m.text.slice(0, Math.max(0, m.numberEnd - m.start))

const CHOOSABLE = new Set([
  'person',
  'place',
  'date',
  'period',
  'share',
  'money',
  'duration',
  'number',
  'term',
  'quantity',
])

/** Two wrong options and the answer, in an order that `turn` decides; null where the text has no good ones. */
export function optionsFor(
  fact: Fact,
  question: string,
  offers: Offers,
  turn: number,
): readonly string[] | null {
  const { answer } = fact
  if (fact.elements.length > 0 || !CHOOSABLE.has(answer.type)) return null
  const shown = answer.type === 'person' ? answer.text.replace(/ \(.*\)$/, '') : answer.text
  const wrong: string[] = []
  for (const candidate of nearestFirst(offers.get(offered(answer)) ?? [], fact)) {
    if (wrong.length === 2) break
    if (
      isGoodWrong(candidate, fact, shown, question) &&
      wrong.every((w) => differ(w, candidate.text, answer.type))
    )
      wrong.push(candidate.text)
  }
  const [first, second] = wrong
  if (first === undefined || second === undefined) return null
  const options = [first, second]
  options.splice(turn % 3, 0, shown)
  return options
}

/** A hedged measure is offered among hedged ones. */
function offered(answer: Answer): string {
  const isHedged = answer.number !== '' && !answer.text.startsWith(answer.number)
  return isHedged && !/^[£$€]|^between/.test(answer.text) ? `hedged ${answer.type}` : answer.type
}

/** Same section first, then by distance in the text: what a learner may mix up stands near. */
function nearestFirst(candidates: readonly Candidate[], fact: Fact): readonly Candidate[] {
  const at = fact.sentence.index
  return [...candidates].sort(
    (a, b) =>
      Math.abs(a.sentence.index - at) - Math.abs(b.sentence.index - at) ||
      (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
  )
}

function isGoodWrong(candidate: Candidate, fact: Fact, shown: string, question: string): boolean {
  const { answer } = fact
  if (candidate.grain !== answer.grain || !differ(candidate.text, shown, answer.type)) return false
  if (question.includes(candidate.text)) return false
  const isName = answer.type === 'person' || answer.type === 'place' || answer.type === 'term'
  // A name of the same sentence may have done the same; a number of the same row is what a learner mixes up.
  if (
    isName &&
    (candidate.sentence === fact.sentence || fact.alsoFrom.includes(candidate.sentence))
  )
    return false
  if (isName && fact.sentence.mentions.some((m) => !differ(m.text, candidate.text, answer.type)))
    return false
  if (answer.type === 'term') return sameMake(candidate.text, answer.text)
  if (answer.type === 'date' || answer.type === 'period') {
    const hasYear = (t: string) => /\b\d{4}\b/.test(t)
    return (
      hasYear(candidate.text) === hasYear(answer.text) &&
      !fact.sentence.mentions.some(
        (m) =>
          m.text === candidate.text && fact.answer.span !== null && overlaps(m, fact.answer.span),
      )
    )
  }
  if (answer.number !== '') return comparable(candidate.number, answer.number)
  return true
}

/** Terms of one number and one kind: no name beside a common noun. */
const sameMake = (a: string, b: string): boolean =>
  /s$/.test(a) === /s$/.test(b) && /^\p{Lu}/u.test(a) === /^\p{Lu}/u.test(b)

/** Numbers of one magnitude: "five" is no rival of "nine billion". */
function comparable(a: string, b: string): boolean {
  const x = magnitude(a)
  const y = magnitude(b)
  return x !== null && y !== null && x !== y && Math.max(x, y) / Math.max(1, Math.min(x, y)) <= 50
}

function magnitude(text: string): number | null {
  return (
    numberValue(text) ??
    numberValue(text.replace(/^between /, '').split(/ (?:to|and|or) |–|-/)[0] ?? '')
  )
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|from|an?) /, '')
    .replaceAll('-', ' ')

function differ(a: string, b: string, type: string): boolean {
  const x = plain(a)
  const y = plain(b)
  if (x === y || x.includes(y) || y.includes(x)) return false
  if (type === 'person') return lastWord(x) !== lastWord(y)
  if (type === 'term') return x.slice(0, 6) !== y.slice(0, 6)
  const value = numberValue(x)
  return value === null || value !== numberValue(y)
}
