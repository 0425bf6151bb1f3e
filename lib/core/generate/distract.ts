/** Wrong options from the same text: of the same type, unit and grain, never right as well, never another name of the answer. */
import { FIRST_NAMES } from '@/lib/core/language/lexicon'
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import type { Value } from '@/lib/core/text/values/value'
import type { Answer, Fact, PassedFact } from './fact'
import { lastWord } from './mentions/kinds'
import type { Mention } from './mentions/mention'
import { isMeasure, overlaps, within } from './mentions/mention'
import type { Reading, ReadSentence } from './read-sentence'

type Candidate = {
  readonly text: string
  /** The sentence's index. */
  readonly at: number
}

/** What the whole text offers as options, by type and grain, each in the order of the text. */
export type Offers = {
  readonly add: (sentence: ReadSentence, facts: readonly Fact[]) => void
  readonly of: (type: string, grain: string) => readonly Candidate[]
  /** What an option says as a value; each is read once. */
  readonly valueOf: (text: string) => Value | null
}

/** A person by the full name; a bare first name is nobody in particular. */
function shownName(reading: Reading, m: Mention): string | null {
  if (m.type !== 'person') return m.text
  const full = reading.fullNames.get(m.text)
  if (full !== undefined) return full
  return FIRST_NAMES.has(m.text.toLowerCase()) ? null : m.text
}

/** "Fourteen ships were …": at the beginning of its sentence a number word has a capital. */
const asInside = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase())

export function offersOf(reading: Reading): Offers {
  const offers = new Map<string, Candidate[]>()
  const keyOf = (type: string, grain: string) => `${type}\n${grain}`
  const put = (type: string, grain: string, candidate: Candidate) => {
    const list = offers.get(keyOf(type, grain))
    if (list === undefined) offers.set(keyOf(type, grain), [candidate])
    else list.push(candidate)
  }
  const values = new Map<string, Value | null>()
  return {
    valueOf(text) {
      const known = values.get(text)
      if (known !== undefined) return known
      const value = readValue(text)
      values.set(text, value)
      return value
    },
    of: (type, grain) => offers.get(keyOf(type, grain)) ?? [],
    add(sentence, facts) {
      const at = sentence.index
      for (const m of sentence.mentions.filter((n) => !sentence.quotes.some((q) => within(n, q)))) {
        const text = shownName(reading, m)
        if (text !== null) put(m.type, m.grain, { text: isMeasure(m) ? asInside(text) : text, at })
        // "about 0.1 seconds" stands beside "about 0.05 seconds": a hedge on one alone would tell.
        if (m.hedgeStart === m.start) continue
        const hedged = asInside(sentence.view.text.slice(m.hedgeStart, m.end))
        put(`hedged ${m.type}`, m.grain, { text: hedged, at })
      }
      for (const { answer, construction } of facts) {
        const { text } = answer
        if (answer.type === 'term') put('term', answer.grain, { text, at })
        if (construction === 'count-in') put('number', 'members', { text, at })
      }
    },
  }
}

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
  fact: PassedFact,
  question: string,
  offers: Offers,
  turn: number,
): readonly string[] | null {
  const { answer } = fact
  if (fact.elements.length > 0 || !CHOOSABLE.has(answer.type)) return null
  const shown = answer.type === 'person' ? answer.text.replace(/ \(.*\)$/, '') : answer.text
  const at = fact.place.index
  const wrong: string[] = []
  for (const candidate of nearestFirst(offers.of(offered(answer), answer.grain), at)) {
    if (wrong.length === 2) break
    if (
      isGoodWrong(candidate, fact, shown, question, offers) &&
      wrong.every((w) => differ(w, candidate.text, answer.type, offers))
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

/** Looked at for one answer: where so many do not fit, more will not either. */
const MOST_LOOKED_AT = 200

/** By distance in the text, since what a learner may mix up stands near; `candidates` are in the text's order. */
function* nearestFirst(candidates: readonly Candidate[], at: number): Generator<Candidate> {
  let after = firstFrom(candidates, at)
  let before = after - 1
  const distance = (i: number) => Math.abs((candidates[i]?.at ?? Number.POSITIVE_INFINITY) - at)
  for (let n = 0; n < MOST_LOOKED_AT && (before >= 0 || after < candidates.length); ) {
    const nearest = Math.min(distance(before), distance(after))
    const level: Candidate[] = []
    for (; distance(before) === nearest; before--)
      level.push(...candidates.slice(before, before + 1))
    for (; distance(after) === nearest; after++) level.push(...candidates.slice(after, after + 1))
    yield* level.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    n += level.length
  }
}

/** The first index that is not before the sentence `at`. */
function firstFrom(candidates: readonly Candidate[], at: number): number {
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((candidates[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

function isGoodWrong(
  candidate: Candidate,
  fact: PassedFact,
  shown: string,
  question: string,
  offers: Offers,
): boolean {
  const { answer } = fact
  if (!differ(candidate.text, shown, answer.type, offers)) return false
  if (question.includes(candidate.text)) return false
  const isName = answer.type === 'person' || answer.type === 'place' || answer.type === 'term'
  // A name of the same sentence may have done the same; a number of the same row is what a learner mixes up.
  if (isName && (candidate.at === fact.place.index || fact.leansOn.includes(candidate.at)))
    return false
  if (
    isName &&
    fact.place.mentions.some((m) => !differ(m.text, candidate.text, answer.type, offers))
  )
    return false
  if (answer.type === 'term') return sameMake(candidate.text, answer.text)
  if (answer.type === 'date' || answer.type === 'period') {
    return (
      datedAs(candidate.text) === datedAs(answer.text) &&
      !fact.place.mentions.some(
        (m) =>
          m.text === candidate.text && fact.answer.span !== null && overlaps(m, fact.answer.span),
      )
    )
  }
  if (answer.number !== '')
    return (
      sameScript(candidate.text, answer.text) &&
      comparable(offers.valueOf(candidate.text), offers.valueOf(answer.text))
    )
  return true
}

/** Options are dated alike: all with a year, all with a month, none that only describes ("tenth-century"). */
const datedAs = (text: string): string =>
  `${/\b\d{4}\b/.test(text)} ${/\p{Lu}\p{Ll}/u.test(text)} ${/-century/.test(text)}`

/** Terms of one number and one kind: no name beside a common noun. */
const sameMake = (a: string, b: string): boolean =>
  /s$/.test(a) === /s$/.test(b) && /^\p{Lu}/u.test(a) === /^\p{Lu}/u.test(b)

/** All in figures or all in words: the odd one out would be told by its looks. */
const sameScript = (a: string, b: string): boolean => /\d/.test(a) === /\d/.test(b)

/** Numbers of one magnitude: "five" is no rival of "nine billion". */
function comparable(a: Value | null, b: Value | null): boolean {
  const x = magnitude(a)
  const y = magnitude(b)
  return x !== null && y !== null && x !== y && Math.max(x, y) / Math.max(1, Math.min(x, y)) <= 50
}

/** Of a range, where it begins; of durations of one unit the number printed. */
function magnitude(value: Value | null): number | null {
  if (value === null) return null
  if ('amount' in value) return value.amount.low
  if (value.kind !== 'duration') return null
  return value.printed?.low ?? value.low.months * 30 * 86_400 + value.low.seconds
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|from|an?) /, '')
    .replaceAll('-', ' ')

function differ(a: string, b: string, type: string, offers: Offers): boolean {
  const x = plain(a)
  const y = plain(b)
  if (x === y || x.includes(y) || y.includes(x)) return false
  if (type === 'person') return lastWord(x) !== lastWord(y)
  if (type === 'term') return x.slice(0, 6) !== y.slice(0, 6)
  const first = offers.valueOf(a)
  const second = offers.valueOf(b)
  if (first === null || second === null) return true
  return !sameValue(first, second) && !sameValue(second, first)
}
