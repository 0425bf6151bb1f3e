/** When, where and how long: an oblique that is nothing but a date, a period, a duration or a place is asked. */

import type { ItemKind } from '@/lib/core/items/item'
import { placeGrain } from '@/lib/core/language/lexicon'
import { lower } from '@/lib/core/language/spans/syntax'
import type { Mention } from '@/lib/core/language/tree'
import { BOUND_WORD } from '../constructions/times'
import type { Answer, Fact } from '../fact'
import { joined } from '../phrase'
import { grainOf, mentionAt, nounAnswer, placeNoun, withArticle, wordFor } from './answers'
import { around, type Clausal, clauseFact, withBefore } from './asked'
import type { Layout, Piece } from './layout'
import { isBareTime, isMonthAlone, isOfTime } from './of-time'
import { FROM_WHERE } from './openings'
import { tellsOfName } from './torn'
import { fronted } from './verb-words'
import { wordsAt } from './wording'

interface Circumstance {
  readonly kind: ItemKind
  readonly construction: string
  readonly word: string
  readonly answer: Answer
  /** That the answer is what it is taken for. */
  readonly probability: number
}

export function circumstancesAsked(asking: Clausal): Fact[] {
  const { layout } = asking
  if (layout.clause.verb.negated || layout.clause.verb.hedge !== null) return []
  return [...layout.leads, ...layout.rest].flatMap((piece) => {
    if (!/^obl/.test(piece.relation)) return []
    const one = circumstanceOf(asking, piece) ?? commonPlace(asking, piece)
    const made = one === null ? null : askFor(asking, piece, one)
    return made === null ? [] : [made]
  })
}

function askFor(asking: Clausal, piece: Piece, one: Circumstance): Fact | null {
  const { layout, syntax, wording } = asking
  const { clause, verb, subject } = layout
  const front = fronted(layout, syntax, wording)
  if (front === null) return null
  // "His first year, …": the time is told already, and of whom.
  if (one.kind === 'date' && layout.leads.some((lead) => isBareTime(syntax, lead))) return null
  const parts = around(asking, ...[piece, ...adverbsBefore(layout, piece)])
  const oblique = clause.obliques.find((phrase) => phrase.head === piece.at)
  return clauseFact(asking, {
    kind: one.kind,
    construction: one.construction,
    ask: {
      way: 'fronted',
      word: withBefore(parts.before, one.word),
      auxiliary: front.auxiliary,
      subject: wordsAt(wording, subject.positions),
      rest: joined(front.verb, parts.after),
    },
    answer: one.answer,
    said: [...subject.positions, ...verb, ...parts.said],
    part: Math.min(one.probability, oblique?.confidence ?? 0.6),
    base: 0.88,
  })
}

/** "back in Great Britain", "only in 1765": the adverb belongs to what is asked. */
function adverbsBefore({ leads, rest, sentence }: Layout, piece: Piece): Piece[] {
  const begin = piece.positions[0] ?? 0
  const lowers = ({ positions }: Piece) =>
    positions.map((at) => sentence.tokens[at]?.lower ?? '').join(' ')
  return [...leads, ...rest].filter(
    (one) =>
      one.relation === 'advmod' &&
      one.positions.at(-1) === begin - 1 &&
      // "met again in 1748", "live together in Oslo": what they did, not when or where.
      !/^(?:again|together|alone|once|twice|everywhere|well|.{3,}ly)$/.test(lowers(one)),
  )
}

/** Null where the phrase is more than its preposition and the mention. */
function circumstanceOf(asking: Clausal, piece: Piece): Circumstance | null {
  const { sentence, syntax } = asking
  const mention = mentionAt(sentence, piece)
  if (mention === null) return null
  const before = piece.positions.filter((at) => (sentence.tokens[at]?.start ?? 0) < mention.start)
  const words = before
    .map((at) => lower(syntax, at))
    .filter((word) => !/^(?:the|a|an|about)$/.test(word))
  if (words.length > 1) return null
  // "In Massachusetts he became …": a place of what is no event.
  const lemma = syntax.tokens[asking.layout.clause.verb.main]?.lemma ?? ''
  if (mention.value.type === 'place' && /^(?:become|remain|seem)$/.test(lemma)) return null
  if (mention.value.type === 'place' && tellsOfName(sentence, (piece.positions[0] ?? 0) - 1))
    return null
  if (isMonthAlone(mention)) return null
  const preposition = words[0] ?? ''
  // "separates the island from Norland": from what, not from where.
  if (mention.value.type === 'place' && preposition === 'from' && !FROM_WHERE.test(lemma))
    return null
  const word = wordBy(preposition, mention)
  if (word === null) return null
  if ('name' in mention.value && mention.value.type !== 'place')
    return withName(asking, piece, mention, word)
  const text = withArticle(sentence.view.text, mention)
  const answer = answerOf(mention, text)
  const kind = kindBy(mention)
  return { kind, construction: `clause-${kind}`, word, answer, probability: mention.probability }
}

/** "with the Portuguese" → "With whom …?" */
function withName(
  asking: Clausal,
  piece: Piece,
  mention: Mention,
  word: string,
): Circumstance | null {
  const own = piece.positions.filter((at) => (asking.sentence.tokens[at]?.pos ?? '') !== 'ADP')
  const asked = nounAnswer(asking, { ...piece, positions: own })
  if (asked === null) return null
  return {
    kind: asked.kind,
    construction: 'clause-name',
    word,
    answer: asked.answer,
    probability: mention.probability,
  }
}

/** What is said of these is where it is. */
const LOCATED = new Set(
  'locate find situate occur live begin start store form house place'.split(' '),
)
const INSIDE = /^(?:in|inside|on|at|within|under|between|beneath|behind|near|along|outside)$/

/** "is located in a space called a lacuna" → "Where is … located?" */
function commonPlace(asking: Clausal, piece: Piece): Circumstance | null {
  const { sentence, syntax, layout } = asking
  const first = piece.positions[0]
  const lemma = syntax.tokens[layout.clause.verb.main]?.lemma ?? ''
  if (first === undefined || !LOCATED.has(lemma) || !INSIDE.test(lower(syntax, first))) return null
  if (mentionAt(sentence, piece) !== null || layout.leads.includes(piece)) return null
  if (isOfTime(sentence, piece)) return null
  const found = nounAnswer(asking, { ...piece, positions: piece.positions.slice(1) })
  if (found === null || found.mention !== null) return null
  const answer = { ...found.answer, text: joined(lower(syntax, first), found.answer.text) }
  return { kind: 'place', construction: 'where-common', word: 'Where', answer, probability: 0.8 }
}

const kindBy = ({ value }: Mention): ItemKind =>
  value.type === 'place' || value.type === 'period' || value.type === 'duration'
    ? value.type
    : 'date'

function answerOf({ value, start, end }: Mention, text: string): Answer {
  const grain =
    value.type === 'date'
      ? grainOf(value.when)
      : value.type === 'duration'
        ? value.unit
        : value.type === 'place'
          ? placeGrain(text)
          : ''
  const type = kindBy({ value, start, end, text, probability: 1 })
  const said = text
    .replace(/^since /i, '')
    .replace(/^(?:From|Between|The|In) /, (word) => word.toLowerCase())
  return {
    text: said,
    type: type === 'place' || type === 'period' || type === 'duration' ? type : 'date',
    grain,
    span: { start, end },
    number: '',
  }
}

/** The preposition decides: "by 1715" is not "in 1715". */
function wordBy(preposition: string, mention: Mention): string | null {
  const { value, text } = mention
  if (value.type === 'place') return placeWord(preposition, text)
  if (value.type === 'duration') return preposition === 'for' ? 'For how long' : null
  if (value.type === 'period') return periodWord(preposition, text)
  if ('name' in value) return nameWord(preposition, mention)
  if (value.type !== 'date') return null
  const { grain, part, iso } = value.when
  const bound = BOUND_WORD.get(preposition)
  if (bound !== undefined) return bound
  switch (preposition) {
    case 'on':
      return grain === 'day' ? 'On what date' : null
    case 'in':
    case 'during':
    case 'at':
      if (part !== undefined || iso.startsWith('--')) return 'When'
      if (grain === 'year') return 'In what year'
      if (grain === 'decade') return 'In which decade'
      return grain === 'century' ? 'In which century' : 'When'
    default:
      return null
  }
}

/** "With whom", "Under which act", "During which war". */
function nameWord(preposition: string, mention: Mention): string | null {
  if (!NAMED_BY.test(preposition)) return null
  const word = wordFor(mention)
  if (word === 'What') return null
  const said = word === 'Who' ? 'whom' : word.toLowerCase()
  return `${preposition.charAt(0).toUpperCase()}${preposition.slice(1)} ${said}`
}
const NAMED_BY = /^(?:with|against|under|during|after|before|from|to|by)$/

function periodWord(preposition: string, text: string): string | null {
  if (/^since\b/i.test(text) || preposition === 'since') return 'Since when'
  if (/^from\b/i.test(text) || preposition === 'from') return 'From when to when'
  if (/^between\b/i.test(text) || preposition === 'between') return 'Between which dates'
  return preposition === 'in' || preposition === 'during' || preposition === '' ? 'When' : null
}

function placeWord(preposition: string, text: string): string | null {
  const noun = placeNoun(text)
  switch (preposition) {
    case 'in':
      return noun === 'place' || noun === 'region' ? 'Where' : `In which ${noun}`
    case 'at':
    case 'on':
      return 'Where'
    case 'to':
    case 'into':
      return noun === 'place' ? 'To which place' : `To which ${noun}`
    case 'from':
      return noun === 'place' ? 'From where' : `From which ${noun}`
    default:
      return null
  }
}
