/** How many, how much, how long, what share: amounts that a clause of the tree says of its subject, asked in place. */
import type { ItemKind } from '@/lib/core/items/item'
import type { Range } from '@/lib/core/language/range'
import type { Mention as TypedMention } from '@/lib/core/language/tree'
import { type Answer, type Ask, type Fact, fact } from '../fact'
import { isMeasure, overlaps } from '../mentions/mention'
import { capital, rangeOf, say } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { type Amount, countedAfter, withPreposition, wordFor } from './amount-words'
import { askAfter, askSubject, type Frame, framesOf, isAnchored } from './frame'
import { measureAnswer, sourcesOf } from './parts'
import { predicateEnd } from './predicate'
import { sayPlainly } from './say-plainly'
import { labelled } from './topic-label'

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
    return tokens[at.to]?.lower === 'of' && !isOpenWhole(sentence, at.to)
      ? askSubject(frame, 'What share', at.to, reading)
      : null
  if (amount.value.type !== 'number') return null
  const counted = countedAfter(sentence, at.to)
  if (counted === null || counted.to > frame.subjectRange.to) return null
  if (isExplained(sentence, counted.to, amount)) return null
  return askSubject(frame, 'How many', counted.from, reading)
}

/** "half of the barrels are": of which, the text before tells. */
const isOpenWhole = ({ tokens }: ReadSentence, of: number): boolean =>
  tokens[of + 1]?.lower === 'the' &&
  tokens[of + 2]?.pos === 'NOUN' &&
  /^(?:VERB|AUX|ADV)$/.test(tokens[of + 3]?.pos ?? '')

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
  if (isRow || isInRow(frame, at) || isOfAnother(frame, at)) return null
  return placed === null ? null : askAfter(frame, placed.word, placed.cut, reading)
}

/** "from 2,500 in 1810 and 31,000 in 1852": one of several figures for the same. */
const isInRow = ({ sentence, limit }: Frame, at: Range): boolean =>
  sentence.tokens.some(
    (t, i) =>
      i >= at.to &&
      i < limit - 1 &&
      t.lower === 'and' &&
      /^\d[\d,.]*$/.test(sentence.tokens[i + 1]?.text ?? '') &&
      sentence.tokens[i + 2]?.pos === 'ADP',
  ) && sentence.tokens[at.from - 1]?.lower === 'from'

/** "said that a third of the clerks feared it": of what another clause says. */
const isOfAnother = ({ sentence, clause }: Frame, at: Range): boolean =>
  sentence.trees.clauses.some(
    (c) =>
      c !== clause &&
      c.subject !== null &&
      c.verb.form === 'finite' &&
      c.subject.from <= at.from &&
      at.to <= c.subject.to &&
      c.verb.main >= at.to,
  )
