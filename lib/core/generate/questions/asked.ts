/** What the questions of a clause have in common: their parts, what is left to know them by, and how sure they are. */

import type { ItemKind } from '@/lib/core/items/item'
import { lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Mention } from '@/lib/core/language/tree'
import { isFunctionWord } from '@/lib/core/language/words'
import { isBroken } from '../constructions/predicate'
import { type Answer, type Ask, type Fact, fact } from '../fact'
import { overlaps } from '../mentions/mention'
import { joined, spanOf } from '../phrase'
import type { ReadSentence } from '../read-sentence'
import type { Layout, Piece } from './layout'
import { type Pointing, pointingOf } from './pointing'
import { doubtOf, isTorn } from './torn'
import { sourcesAt, type Wording, wordsAt } from './wording'

export interface Clausal {
  readonly sentence: ReadSentence
  readonly layout: Layout
  readonly syntax: Syntax
  readonly wording: Wording
}

export interface Asked {
  readonly kind: ItemKind
  readonly construction: string
  readonly ask: Ask
  readonly answer: Answer
  /** The positions that the question says. */
  readonly said: readonly number[]
  /** Of the part that is asked: how sure its bounds and its verb are. */
  readonly part: number
  readonly base: number
}

/** Names, dates and figures, or else this many words that say something, tell a statement from others. */
const LEAST_WORDS = 4

/** Null where the question would point outside itself or says too little. */
export function clauseFact(
  { sentence, layout, syntax, wording }: Clausal,
  asked: Asked,
): Fact | null {
  const subjectAsked = asked.ask.way === 'subject'
  if (isBroken(restOf(asked.ask))) return null
  const subject = layout.subject.positions
  const pointing = pointingOf(wording, syntax, asked.said, subject)
  if (pointing === 'open') return null
  const anchors = anchorsAt(sentence, asked.said, asked.answer)
  const words = contentWords(sentence, asked.said)
  if (anchors === 0 && words < LEAST_WORDS) return null
  if (isTorn(syntax, layout, asked.said) || isYearless(sentence, asked.said)) return null
  const doubt = doubtOf(syntax, positionsOf(sentence, asked.answer))
  if (doubt > MOST_DOUBT) return null
  if (anchors === 0 && subjectAsked && isBygone(layout, asked.answer)) return null
  // "retained a higher status than …": without what is compared the rest compares nothing.
  if (asked.answer.type === 'term' && asked.said.some((at) => lower(syntax, at) === 'than'))
    return null
  const { clause } = layout
  const subjectSure = clause.subject?.confidence ?? 0
  const signs = {
    ...{ subject: subjectSure, verb: clause.verb.confidence, part: asked.part },
    clause: clause.confidence,
    arc: leastArc(syntax, asked.said),
    anchors: Math.min(1, anchors / 3),
    torn: doubt,
    'content words': Math.min(1, words / 12),
    bound: pointing === 'bound' ? 1 : 0,
    'subject asked': subjectAsked ? 1 : 0,
    shared: clause.subject?.shared === true ? 1 : 0,
    modal: clause.verb.modal === null ? 0 : 1,
    hedged: clause.verb.hedge === null ? 0 : 1,
    negated: clause.verb.negated ? 1 : 0,
    passive: clause.verb.voice === 'passive' ? 1 : 0,
    copula: clause.verb.copula ? 1 : 0,
    present: clause.verb.tense === 'present' ? 1 : 0,
    [`kind ${clause.kind}`]: 1,
    replaced: sourcesAt(wording, asked.said).length > 0 ? 1 : 0,
  }
  const weakest = Math.min(subjectSure, clause.verb.confidence, asked.part)
  const confidence =
    0.95 * asked.base * Math.sqrt(weakest) - MALUS[pointing] - (anchors === 0 ? 0.04 : 0)
  return fact({
    kind: asked.kind,
    construction: asked.construction,
    sentence,
    alsoFrom: sourcesAt(wording, asked.said),
    ask: asked.ask,
    answer: asked.answer,
    confidence,
    signs,
  })
}

/** "on 29 October", with no year beside it: of which year, only the text around it knows. */
function isYearless({ typed, tokens }: ReadSentence, said: readonly number[]): boolean {
  const starts = new Set(said.map((at) => tokens[at]?.start))
  const dates = typed.filter((m) => m.value.type === 'date' && starts.has(m.start))
  const lacks = ({ value }: Mention) => value.type === 'date' && value.when.iso.startsWith('--')
  return dates.some(lacks) && dates.every(lacks)
}

/** "What was based upon deep feelings?": of what is past, common words alone don't tell what is asked. */
const isBygone = ({ clause }: Layout, { type }: Answer): boolean =>
  type === 'term' && clause.verb.tense === 'past'

const restOf = (ask: Ask): string =>
  ask.way === 'subject' ? ask.predicate : ask.way === 'fronted' ? ask.rest : ''

/** Above this an answer's bounds are too doubtful: part of it stays in the question, or part of the question in it. */
const MOST_DOUBT = 0.5

const positionsOf = ({ tokens }: ReadSentence, { span }: Answer): number[] =>
  span === null ? [] : tokens.flatMap((token, at) => (overlaps(token, span) ? [at] : []))

const MALUS: Readonly<Record<Pointing, number>> = { none: 0, bound: 0.02, open: 1 }

function anchorsAt(sentence: ReadSentence, said: readonly number[], answer: Answer): number {
  const starts = new Set(said.map((at) => sentence.tokens[at]?.start))
  const { span } = answer
  return sentence.typed.filter(
    (m) => isAnchor(m) && starts.has(m.start) && (span === null || !overlaps(m, span)),
  ).length
}

const isAnchor = ({ value }: Mention): boolean => !(value.type === 'number' && value.ordinal)

const contentWords = ({ tokens }: ReadSentence, said: readonly number[]): number =>
  said.filter((at) => {
    const token = tokens[at]
    return token !== undefined && /\p{L}/u.test(token.text) && !isFunctionWord(token.lower)
  }).length

function leastArc({ tokens }: Syntax, said: readonly number[]): number {
  let least = 1
  for (const at of said) least = Math.min(least, tokens[at]?.headProbability ?? 1)
  return least
}

/** Longer ones stand before the question word, where they don't seem to belong to what the question ends with. */
const SHORT_REST = 9

export interface Around {
  /** Said before the question word; "" for none. */
  readonly before: string
  readonly after: string
  readonly said: readonly number[]
}

/** All of a clause but its verb, its subject and what is asked: what comes before and what comes after. */
export function around({ layout, syntax, wording }: Clausal, ...asked: readonly Piece[]): Around {
  const rest = layout.rest.filter((piece) => !asked.includes(piece))
  const leads = layout.leads.filter((piece) => !asked.includes(piece))
  const restPositions = rest.flatMap((piece) => piece.positions)
  const isShort =
    restPositions.length <= SHORT_REST && !restPositions.some((at) => isVerb(syntax, at))
  const stays = (piece: Piece) =>
    isShort && piece.positions.length <= 6 && /^(?:obl|advmod)/.test(piece.relation)
  const moved = leads.filter(stays)
  const before = leads.filter((piece) => !stays(piece))
  const say = (pieces: readonly Piece[]) => pieces.map((piece) => wordsAt(wording, piece.positions))
  return {
    before: say(before).join(', '),
    after: joined(...say(rest), ...say(moved)),
    said: [...rest, ...leads].flatMap((piece) => piece.positions),
  }
}

const isVerb = ({ tokens }: Syntax, at: number): boolean => tokens[at]?.upos === 'VERB'

/** "In 1765, who …" */
export const withBefore = (before: string, word: string): string =>
  before === ''
    ? word
    : `${before.charAt(0).toUpperCase()}${before.slice(1)}, ${word.charAt(0).toLowerCase()}${word.slice(1)}`

/** Where these positions stand in the view, from the first to the last. */
export function spanAt(
  { tokens }: ReadSentence,
  positions: readonly number[],
): { start: number; end: number } {
  const from = positions[0] ?? 0
  return spanOf(tokens, { from, to: (positions.at(-1) ?? from) + 1 })
}
