/** How many, how much, how long, what share: amounts that a clause of the tree says of its subject, asked in place. */
import type { ItemKind } from '@/lib/core/items/item'
import type { Range } from '@/lib/core/language/range'
import type { Mention as TypedMention } from '@/lib/core/language/tree'
import { type Answer, type Ask, type Fact, fact } from '../fact'
import { isMeasure, overlaps } from '../mentions/mention'
import { capital, joined, rangeOf, say } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { askAfter, askSubject, type Frame, framesOf, isAnchored } from './frame'
import { measureAnswer, sourcesOf } from './parts'
import { predicateEnd } from './predicate'
import { sayPlainly } from './say-plainly'
import { labelled } from './topic-label'

type Amount = TypedMention & {
  readonly value: Extract<TypedMention['value'], { readonly amount: unknown }>
}

const KIND: Readonly<Record<Amount['value']['type'], ItemKind>> = {
  share: 'share',
  money: 'sum',
  duration: 'duration',
  measure: 'quantity',
  number: 'count',
}

/** Amounts of a sentence that are no rank ("the second") and stand in nobody's quoted words. */
export const amountsIn = ({ typed, quotes, mentions }: ReadSentence): readonly Amount[] =>
  typed
    .filter(isAmount)
    .filter((m) => !quotes.some((q) => overlaps(m, q)))
    .map((m) => {
      // "two months and ten days" is one duration.
      const whole = mentions.find(
        (n) => n.type === 'duration' && n.start <= m.start && n.end > m.end,
      )
      return whole === undefined ? m : { ...m, end: whole.end, text: whole.text }
    })

const isAmount = (mention: TypedMention): mention is Amount =>
  'amount' in mention.value && !(mention.value.type === 'number' && mention.value.ordinal)

/** Fewer are seen at a glance: what the two are is the fact. */
const LEAST_COUNT = 3

/** "The bank employs 400 clerks." → How many clerks does the bank employ? */
export function amounts(sentence: ReadSentence, _next: unknown, reading: Reading): Fact[] {
  const found = amountsIn(sentence)
  if (found.length === 0) return []
  const frames = framesOf(sentence, reading)
  return found.flatMap((amount) => {
    if (isFew(amount)) return []
    const asked = askThere(sentence, amount, reading) ?? askIn(frames, amount, reading)
    return asked === null || !isAnchored(asked.ask)
      ? []
      : [
          amountFact(sentence, amount, {
            ...asked,
            ask: labelled(asked.ask, sentence, reading),
          }),
        ]
  })
}

const isFew = ({ value }: Amount): boolean =>
  value.type === 'number' && Number(value.amount.to) < LEAST_COUNT

type Asked = { readonly ask: Ask; readonly frame: Frame | null }

function amountFact(sentence: ReadSentence, amount: Amount, { ask, frame }: Asked): Fact {
  const { type } = amount.value
  const signs = { ...frame?.signs, mention: amount.probability, hedged: hedged(amount) ? 1 : 0 }
  return fact({
    kind: KIND[type],
    construction: `amount-${type}`,
    sentence,
    alsoFrom: sourcesOf(sentence),
    ask,
    answer: amountAnswer(sentence, amount),
    confidence: type === 'number' ? 0.87 : 0.84,
    signs,
  })
}

const hedged = ({ value }: Amount): boolean => value.amount.hedge !== 'exactly'

/** As the older mention of the same words has it, so that what may stand beside it is known. */
export function amountAnswer(sentence: ReadSentence, amount: Amount): Answer {
  const known = sentence.mentions.find((m) => isMeasure(m) && overlaps(m, amount))
  const text = sentence.view.text
    .slice(amount.start, amount.end)
    .replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase())
  if (known !== undefined && known.end === amount.end)
    return { ...measureAnswer(known, sentence, true), text }
  const { from, to } = rangeOf(sentence.tokens, amount)
  const numerals = sentence.tokens
    .slice(from, to)
    .filter((t) => t.pos === 'NUM' || /^\d/.test(t.text))
  const number = sentence.view.text.slice(numerals[0]?.start ?? 0, numerals.at(-1)?.end ?? 0)
  const { type } = amount.value
  return {
    text,
    type: type === 'measure' ? 'quantity' : type,
    grain:
      'unit' in amount.value
        ? amount.value.unit
        : 'currency' in amount.value
          ? amount.value.currency
          : '',
    span: { start: amount.start, end: amount.end },
    number,
  }
}

/** "There are ninety-four district courts in …" → How many district courts are there in …? */
function askThere(sentence: ReadSentence, amount: Amount, reading: Reading): Asked | null {
  const { tokens } = sentence
  const at = rangeOf(tokens, amount)
  let verb = at.from - 1
  while (tokens[verb]?.pos === 'ADV') verb--
  if (!/^(?:are|were)$/.test(tokens[verb]?.lower ?? '') || tokens[verb - 1]?.lower !== 'there')
    return null
  const counted = countedAfter(sentence, at.to)
  if (amount.value.type !== 'number' || counted === null) return null
  if (isExplained(sentence, counted.to, amount)) return null
  const stop = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length
  const end = tokens[counted.to]?.text === ',' ? counted.to : predicateEnd(tokens, counted.to, stop)
  const rest = sayPlainly(sentence, { from: counted.to, to: end }, reading)
  const lead = tokens.slice(0, verb - 1).some((t) => t.text !== ',' && t.pos !== 'ADV')
  if (rest === null || lead) return null
  const word = `How many ${say(sentence, counted)}`
  const auxiliary = tokens[verb]?.lower ?? ''
  return { ask: { way: 'fronted', word, auxiliary, subject: 'there', rest }, frame: null }
}

function askIn(frames: readonly Frame[], amount: Amount, reading: Reading): Asked | null {
  for (const frame of frames) {
    const at = rangeOf(frame.sentence.tokens, amount)
    const ask = opensSubject(frame, at)
      ? askAsSubject(frame, amount, at, reading)
      : at.to <= frame.subjectRange.to && at.from > frame.subjectRange.from
        ? askInSubject(frame, amount, at, reading)
        : at.from >= frame.verbTo && at.to <= frame.limit
          ? askLater(frame, amount, at, reading)
          : null
    if (ask !== null) return { ask, frame }
  }
  return null
}

/** "Only 486 ships": what stands before the amount belongs to it. */
const opensSubject = ({ sentence, subjectRange }: Frame, at: Range): boolean =>
  at.from >= subjectRange.from &&
  at.to <= subjectRange.to &&
  sentence.tokens.slice(subjectRange.from, at.from).every((t) => t.pos === 'ADV')

/** "About 12 per cent of the trade goes …", "Fourteen ships were trapped …" */
function askAsSubject(frame: Frame, amount: Amount, at: Range, reading: Reading): Ask | null {
  const { sentence } = frame
  const { tokens } = sentence
  if (amount.value.type === 'share')
    return tokens[at.to]?.lower === 'of' ? askSubject(frame, 'What share', at.to, reading) : null
  if (amount.value.type !== 'number') return null
  const counted = countedAfter(sentence, at.to)
  if (counted === null || counted.to > frame.subjectRange.to) return null
  if (isExplained(sentence, counted.to, amount)) return null
  return askSubject(frame, 'How many', counted.from, reading)
}

/** "Envoys from nine cities met …" → Envoys from how many cities met …? */
function askInSubject(frame: Frame, amount: Amount, at: Range, reading: Reading): Ask | null {
  const { sentence, subjectRange } = frame
  const counted = countedAfter(sentence, at.to)
  if (amount.value.type !== 'number' || counted === null) return null
  if (sentence.tokens[at.from - 1]?.pos !== 'ADP' || counted.to > subjectRange.to) return null
  const before = sayPlainly(sentence, { from: subjectRange.from, to: at.from }, reading)
  if (before === null || /^(?:the|these|those|its|their|his|her) /i.test(before)) return null
  return askSubject(frame, `${capital(before)} how many`, counted.from, reading)
}

/** What follows says which few they are: that list is worth asking, not how long it is. */
const isExplained = ({ tokens }: ReadSentence, at: number, { value }: Amount): boolean =>
  /^[:(—–]$/.test(tokens[at]?.text ?? '') &&
  value.type === 'number' &&
  Number(value.amount.to) < LEAST_EXPLAINED

const LEAST_EXPLAINED = 5

function askLater(frame: Frame, amount: Amount, at: Range, reading: Reading): Ask | null {
  const { sentence } = frame
  const asked = wordFor(frame, amount, at)
  if (asked === null || isExplained(sentence, asked.cut.to, amount)) return null
  if (/^(?:that|who|whose)$/.test(sentence.tokens[asked.cut.to]?.lower ?? '')) return null
  const placed = withPreposition(frame, asked)
  const isRow = amountsIn(sentence).some(
    (m) => m.value.type === amount.value.type && m.value.type !== 'number' && m.start > amount.end,
  )
  if (isRow) return null
  return placed === null ? null : askAfter(frame, placed.word, placed.cut, reading)
}

type Wording = { readonly word: string; readonly cut: Range }

/** The question word for an amount, and how much of the sentence it stands for. */
function wordFor(frame: Frame, amount: Amount, at: Range): Wording | null {
  const { sentence } = frame
  const { tokens } = sentence
  const { value } = amount
  const dimension = tokens[at.to]?.lower ?? ''
  if (value.type !== 'number' && DIMENSIONS.has(dimension))
    return { word: `how ${dimension}`, cut: { from: at.from, to: at.to + 1 } }
  const group = groupBefore(sentence, at.from)
  const members = group === null || value.type !== 'number' ? null : countedAfter(sentence, at.to)
  if (group !== null && members !== null)
    return {
      word: `${group.word} how many ${say(sentence, members)}`,
      cut: { from: group.from, to: members.to },
    }
  const quality = qualityBefore(sentence, at.from)
  if (quality !== null) return { word: quality.word, cut: { from: quality.from, to: at.to } }
  switch (value.type) {
    case 'number': {
      const counted = countedAfter(sentence, at.to)
      return counted === null
        ? null
        : { word: `how many ${say(sentence, counted)}`, cut: { from: at.from, to: counted.to } }
    }
    case 'share': {
      if (tokens[at.to]?.lower !== 'of') return null
      const to = predicateEnd(tokens, at.to, wholeEnd(sentence, at.to + 1, frame.limit))
      return {
        word: `what share ${say(sentence, { from: at.to, to })}`,
        cut: { from: at.from, to },
      }
    }
    case 'duration':
      return isLasting(frame, at)
        ? { word: 'how long', cut: at }
        : { word: `how many ${value.unit === 'century' ? 'centuries' : `${value.unit}s`}`, cut: at }
    default: {
      const more = tokens[at.to]?.lower === 'more' ? 1 : 0
      const word = `how many ${more === 1 ? 'more ' : ''}${unitWords(sentence, at)}`
      return { word, cut: { from: at.from, to: at.to + more } }
    }
  }
}

/** The noun phrase after "of": up to the next preposition, comma or verb. */
function wholeEnd({ tokens }: ReadSentence, from: number, limit: number): number {
  let to = from
  while (to < limit && /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/.test(tokens[to]?.pos ?? '')) to++
  return to
}

const DIMENSIONS = new Set('long deep wide high tall thick broad old heavy away'.split(' '))

/** "a panel of three judges" */
function groupBefore({ tokens }: ReadSentence, at: number): { word: string; from: number } | null {
  if (tokens[at - 1]?.lower !== 'of' || !GROUPS.has(tokens[at - 2]?.lower ?? '')) return null
  let from = at - 2
  while (/^(?:ADJ|NOUN|VERB)$/.test(tokens[from - 1]?.pos ?? '')) from--
  if (!/^an?$/.test(tokens[from - 1]?.lower ?? '')) return null
  const words = tokens.slice(from - 1, at).map((t) => t.text)
  return { word: joined(...words), from: from - 1 }
}

const GROUPS = new Set(
  (
    'panel commission committee group crew force army team council board body fleet jury court staff party series set ' +
    'system chain row crowd garrison band company league union alliance federation network collection cabinet delegation'
  ).split(' '),
)

/** "a speed of 15 kilometres per hour": what the amount is an amount of. */
function qualityBefore(
  { tokens }: ReadSentence,
  at: number,
): { word: string; from: number } | null {
  const noun = tokens[at - 2]
  if (tokens[at - 1]?.lower !== 'of' || noun === undefined || !QUALITIES.has(noun.lower))
    return null
  let from = at - 2
  while (tokens[from - 1]?.pos === 'ADJ' || tokens[from - 1]?.pos === 'NOUN') from--
  if (!/^an?$/.test(tokens[from - 1]?.lower ?? '')) return null
  const words = tokens.slice(from, at - 1).map((t) => t.text)
  return { word: `what ${joined(...words)}`, from: from - 1 }
}

const QUALITIES = new Set(
  (
    'speed span length height depth width breadth diameter thickness population area weight mass capacity distance ' +
    'temperature age volume budget cost capital revenue income debt fine price salary wage tax draught range majority ' +
    'total sum average term sentence circulation membership output strength frequency concentration pressure value'
  ).split(' '),
)

/** "for eight years", "took ten years", "lasted two months": how long; with another preposition only the count of years is asked. */
function isLasting(frame: Frame, at: Range): boolean {
  const { tokens } = frame.sentence
  if (tokens[at.from - 1]?.lower === 'for') return true
  const verb = tokens[frame.clause.verb.main]?.lemma ?? ''
  return (
    at.from === frame.verbTo &&
    /^(?:last|take|endure|live|reign|rule|serve|stay|wait|spend|survive|continue|be|need|require)$/.test(
      verb,
    )
  )
}

const unitWords = (sentence: ReadSentence, at: Range): string => {
  const words = sentence.tokens.slice(at.from, at.to)
  const last = words.findLastIndex((t) => t.pos === 'NUM' || /^[\d£$€]/.test(t.text))
  return joined(...words.slice(last + 1).map((t) => t.text))
}

/** The question takes along the preposition before what it asks for ("into how many shares"). */
function withPreposition(frame: Frame, { word, cut }: Wording): Wording | null {
  const { tokens } = frame.sentence
  const before = tokens[cut.from - 1]
  if (/^how many$|undefined/.test(word)) return null
  if (before === undefined || cut.from === frame.verbTo || before.pos === 'ADV')
    return { word: capital(word), cut }
  const governed = frame.clause.obliques.some((o) => o.from === cut.from - 1)
  if (before.pos !== 'ADP' || !governed) return null
  if (word === 'how long' && before.lower === 'for')
    return { word: 'How long', cut: { from: cut.from - 1, to: cut.to } }
  return { word: `${capital(before.lower)} ${word}`, cut: { from: cut.from - 1, to: cut.to } }
}

const IRREGULAR_PLURAL =
  /^(?:\p{L}*(?:men|women|people|children|feet|teeth|mice)|species|series|cattle|staff|troops)$/u

/** The plural noun that a number counts, with what describes it and an "of" that belongs to it. */
export function countedAfter(sentence: ReadSentence, from: number): Range | null {
  const { tokens, trees } = sentence
  let to = from
  while (/^(?:ADJ|NOUN|PROPN|VERB)$/.test(tokens[to]?.pos ?? '') || tokens[to]?.text === '-') to++
  while (to > from && !/^(?:NOUN|PROPN)$/.test(tokens[to - 1]?.pos ?? '')) to--
  const noun = tokens[to - 1]
  if (to === from || noun === undefined) return null
  if (!/[^s’']s$/.test(noun.lower) && !IRREGULAR_PLURAL.test(noun.lower)) return null
  if (/^(?:such|other|more|others)$/.test(tokens[from]?.lower ?? '')) return null
  const of = trees.nounPhrases
    .find((np) => np.head === to - 1)
    ?.ofPhrases.find((p) => p.from === to)
  if (of === undefined) return { from, to }
  const comma = tokens.findIndex((t, i) => i > to && i < of.to && /^[,;:(—–]$/.test(t.text))
  return { from, to: comma < 0 ? of.to : comma }
}
