/** Which of the good items to propose: the surest first, spread over sentences, answers and passages, as many as a reader can use. */
import type { Features } from '@/lib/core/language/spans/features'
import type { PassedFact } from './fact'
import type { WhyDropped } from './why-none'

export type Judged = {
  readonly fact: PassedFact
  readonly question: string
  /** That it is good, 0 … 1. */
  readonly confidence: number
  /** How much it matters to the text, 0 … 1. */
  readonly weight: number
  /** What its confidence was made of; only where somebody will judge it. */
  readonly features: Features | null
}

/** The surest of a sentence may all stand; of the others two. */
const MOST_PER_SENTENCE = 4
const MOST_UNSURE_PER_SENTENCE = 2
const SURE = 0.85
const MOST_PARALLEL = 8
const MOST_PER_ANSWER = 3
const MOST_GAPS_PER_BLOCK = 3

/** Same answers that a parallel fact is compared with; a row of shares has no more. */
const MOST_COMPARED = 40

/**
 * At most so many. `judged` in the order of the text; what is chosen is in that order too. Yields after each one looked
 * at; `drop` is told of each that is not taken.
 */
export function* choose(
  judged: readonly Judged[],
  most: number,
  drop: (item: Judged, why: WhyDropped) => void,
): Generator<void, readonly Judged[]> {
  const bySentence = new Map<number, Judged[]>()
  const byAnswer = new Map<string, Judged[]>()
  const gapsByBlock = new Map<number, number>()
  const kept = new Set<Judged>()
  for (const item of surestFirst(judged)) {
    if (kept.size >= most) {
      drop(item, 'over the number asked for')
      continue
    }
    yield
    const { fact } = item
    const here = bySentence.get(fact.place.index) ?? []
    const answerKey = fact.answer.text.toLowerCase()
    const same = byAnswer.get(answerKey) ?? []
    const isGap = fact.ask.way === 'gap'
    const gapsHere = gapsByBlock.get(fact.place.block) ?? 0
    if (isEnough(item, here, same, gapsHere)) {
      drop(item, 'enough is asked of it already')
      continue
    }
    if ([...here, ...same.slice(-MOST_COMPARED)].some((other) => repeats(item, other))) {
      drop(item, 'another item says the same')
      continue
    }
    kept.add(item)
    bySentence.set(fact.place.index, [...here, item])
    same.push(item)
    byAnswer.set(answerKey, same)
    if (isGap) gapsByBlock.set(fact.place.block, gapsHere + 1)
  }
  return judged.filter((item) => kept.has(item))
}

/** `here`: what was taken of its sentence; `same`: what was taken with its answer. */
function isEnough(
  { fact, confidence }: Judged,
  here: readonly Judged[],
  same: readonly Judged[],
  gapsHere: number,
): boolean {
  const isGap = fact.ask.way === 'gap'
  if (isGap && (here.length > 0 || gapsHere >= MOST_GAPS_PER_BLOCK)) return true
  if (
    !isGap && fact.parallel
      ? here.filter((h) => h.fact.parallel).length >= MOST_PARALLEL
      : here.length >= MOST_PER_SENTENCE
  )
    return true
  const isUnsure = confidence < SURE && !fact.parallel
  if (isUnsure && here.length >= MOST_UNSURE_PER_SENTENCE) return true
  return !fact.parallel && same.length >= MOST_PER_ANSWER
}

/** By confidence, which has two decimals, those of one confidence in the order of the text: no sorting of all at once. */
function* surestFirst(judged: readonly Judged[]): Generator<Judged> {
  const byPercent = new Map<number, Judged[]>()
  for (const item of judged) {
    const percent = Math.round(item.confidence * 100)
    const same = byPercent.get(percent)
    if (same === undefined) byPercent.set(percent, [item])
    else same.push(item)
  }
  for (const percent of [...byPercent.keys()].sort((a, b) => b - a))
    yield* byPercent.get(percent) ?? []
}

/** The same answer to nearly the same words, or the same stretch of one sentence asked twice. */
function repeats(a: Judged, b: Judged): boolean {
  const sameSentence = a.fact.place.index === b.fact.place.index
  const spanA = a.fact.answer.span
  const spanB = b.fact.answer.span
  if (
    sameSentence &&
    spanA !== null &&
    spanB !== null &&
    spanA.start < spanB.end &&
    spanB.start < spanA.end
  )
    return true
  if (
    a.fact.answer.text !== b.fact.answer.text ||
    (sameSentence && a.fact.parallel && b.fact.parallel)
  )
    return false
  if (sameSentence && a.fact.elements.length > 0) return true
  return likeness(a.question, b.question) > 0.7 && !nameOthers(a.question, b.question)
}

/** Each names something that the other does not: "the Second Congress", "the Fourth Assembly". */
function nameOthers(a: string, b: string): boolean {
  const x = new Set(a.slice(1).match(CAPITALS) ?? [])
  const y = new Set(b.slice(1).match(CAPITALS) ?? [])
  return [...x].some((name) => !y.has(name)) && [...y].some((name) => !x.has(name))
}

const CAPITALS = /\p{Lu}[\p{L}\p{N}]+/gu

function likeness(a: string, b: string): number {
  const x = new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const y = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const common = [...x].filter((w) => y.has(w)).length
  return (2 * common) / Math.max(1, x.size + y.size)
}
