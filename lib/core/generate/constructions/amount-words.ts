/** The words that ask for an amount: the question word, and how much of the sentence it stands for. */
import type { Range } from '@/lib/core/language/range'
import type { Mention as TypedMention } from '@/lib/core/language/tree'
import { capital, joined, say } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import type { Frame } from './frame'
import { predicateEnd } from './predicate'

export type Amount = TypedMention & {
  readonly value: Extract<TypedMention['value'], { readonly amount: unknown }>
}

export type Wording = { readonly word: string; readonly cut: Range }

/** The question word for an amount, and how much of the sentence it stands for. */
export function wordFor(frame: Frame, amount: Amount, at: Range): Wording | null {
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
  // "an average of only 109 farms"
  const isOnly = /^(?:only|just|some|about)$/.test(tokens[at.from - 1]?.lower ?? '')
  const quality = qualityBefore(sentence, isOnly ? at.from - 1 : at.from)
  if (quality !== null && value.type === 'number') return null
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
        : withRest(
            frame,
            at,
            `how many ${value.unit === 'century' ? 'centuries' : `${value.unit}s`}`,
          )
    default: {
      const more = tokens[at.to]?.lower === 'more' ? 1 : 0
      const unit = unitWords(sentence, at)
      // "one mile": the question would name several.
      if (Number(value.amount.to) === 1) return null
      const word = `how many ${more === 1 ? 'more ' : ''}${unit}`
      return withRest(frame, { from: at.from, to: at.to + more }, word)
    }
  }
}

/** "190 hours of fog", "two weeks before the feast": what the unit goes with is asked with it. */
function withRest(frame: Frame, at: Range, word: string): Wording | null {
  const { sentence, limit } = frame
  const { tokens } = sentence
  const next = tokens[at.to]?.lower ?? ''
  if (next === 'of') {
    const end = wholeEnd(sentence, at.to + 1, limit)
    const often = tokens.findIndex(
      (t, i) => i > at.to && i < end && /^(?:each|every|this|last)$/.test(t.lower),
    )
    const to = often < 0 ? end : often
    return { word: joined(word, say(sentence, { from: at.to, to })), cut: { from: at.from, to } }
  }
  if (next !== 'before' && next !== 'after') return { word, cut: at }
  const to = predicateEnd(tokens, at.to, limit)
  // "just two weeks before": the adverb goes with the amount.
  const from = /^(?:just|only|even)$/.test(tokens[at.from - 1]?.lower ?? '') ? at.from - 1 : at.from
  return { word: joined(word, say(sentence, { from: at.to, to })), cut: { from, to } }
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
export function withPreposition(frame: Frame, { word, cut }: Wording): Wording | null {
  const { tokens } = frame.sentence
  const before = tokens[cut.from - 1]
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
