/** Which of the good items to propose: those worth most first, spread over sentences, answers and passages, as many as somebody asked for. */
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

/** More of one sentence or one answer need a reason: that they stand in a row, as the shares of several industries do. */
const MOST_PER_SENTENCE = 3
/** A long sentence says one thing more. In characters. */
const LONG_SENTENCE = 180
const MOST_PARALLEL = 8
const MOST_PER_ANSWER = 3
/** A second item of a sentence is worth so much of what it would be alone: the sentence is known in part already. */
const NEXT_OF_SENTENCE = 0.75
/** And one of a passage that has several: items are spread over the text. */
const NEXT_OF_BLOCK = 0.95

/** Same answers that a parallel fact is compared with; a row of shares has no more. */
const MOST_COMPARED = 40

/**
 * At most so many, those worth most first. `judged` in the order of the text; what is chosen is in that order too. Yields
 * after each one looked at; `drop` is told of each that is not taken.
 */
export function* choose(
  judged: readonly Judged[],
  most: number,
  drop: (item: Judged, why: WhyDropped) => void,
): Generator<void, readonly Judged[]> {
  const taken = new Taken()
  const waiting = new Waiting(judged)
  for (let next = waiting.next(); next !== null; next = waiting.next()) {
    if (taken.size >= most) {
      drop(next.item, 'over the number asked for')
      continue
    }
    yield
    const { item, worth } = next
    const now = worthOf(item) * taken.discount(item)
    // What has been chosen since made it worth less: it waits for its turn.
    if (percentOf(now) < percentOf(worth)) {
      waiting.put(item, now)
      continue
    }
    const why = taken.whyNot(item)
    if (why === null) taken.add(item)
    else drop(item, why)
  }
  return judged.filter((item) => taken.has(item))
}

/** That it is good, times what it is good for. */
const worthOf = ({ fact, confidence, weight }: Judged): number =>
  confidence * (LEAST_WEIGHT + weight) * (fact.ask.way === 'gap' ? GAP : 1)

/** A question asks for more than the words around a gap: of two that ask the same it comes first. */
const GAP = 0.7

/** What matters little is still worth something. */
const LEAST_WEIGHT = 0.1

/** What has been chosen so far. */
class Taken {
  private readonly kept = new Set<Judged>()
  private readonly bySentence = new Map<number, Judged[]>()
  private readonly byAnswer = new Map<string, Judged[]>()
  private readonly byBlock = new Map<number, number>()
  private readonly questions = new Set<string>()

  get size(): number {
    return this.kept.size
  }

  has(item: Judged): boolean {
    return this.kept.has(item)
  }

  discount({ fact }: Judged): number {
    const here = fact.parallel ? 0 : (this.bySentence.get(fact.place.index)?.length ?? 0)
    const block = this.byBlock.get(fact.place.block) ?? 0
    return NEXT_OF_SENTENCE ** here * NEXT_OF_BLOCK ** block
  }

  whyNot(item: Judged): WhyDropped | null {
    const { fact } = item
    const here = this.bySentence.get(fact.place.index) ?? []
    const same = this.byAnswer.get(answerOf(item)) ?? []
    if (fact.ask.way === 'gap' && here.length > 0) return 'enough is asked of it already'
    const isFull = fact.parallel
      ? here.filter((one) => one.fact.parallel).length >= MOST_PARALLEL
      : here.length >= mostOfSentence(item) || same.length >= MOST_PER_ANSWER
    if (isFull) return 'enough is asked of it already'
    // One question with two answers: neither would be the only one.
    if (this.questions.has(item.question)) return 'another item says the same'
    const others = [...here, ...same.slice(-MOST_COMPARED)]
    return others.some((other) => repeats(item, other)) ? 'another item says the same' : null
  }

  add(item: Judged): void {
    const { index, block } = item.fact.place
    this.kept.add(item)
    this.questions.add(item.question)
    this.bySentence.set(index, [...(this.bySentence.get(index) ?? []), item])
    const same = this.byAnswer.get(answerOf(item)) ?? []
    same.push(item)
    this.byAnswer.set(answerOf(item), same)
    this.byBlock.set(block, (this.byBlock.get(block) ?? 0) + 1)
  }
}

const mostOfSentence = ({ fact }: Judged): number => {
  const [own] = fact.evidence
  const isLong = own !== undefined && own.end - own.start >= LONG_SENTENCE
  return MOST_PER_SENTENCE + (isLong ? 1 : 0)
}

const answerOf = ({ fact }: Judged): string => fact.answer.text.toLowerCase()

const percentOf = (worth: number): number => Math.round(worth * 100)

/** By worth, in steps of a hundredth, those of one step in the order of the text: no sorting of all at once. */
class Waiting {
  private readonly steps: Judged[][] = []
  private readonly places: number[] = []
  private step: number

  constructor(judged: readonly Judged[]) {
    for (const item of judged) this.put(item, worthOf(item))
    this.step = this.steps.length - 1
  }

  put(item: Judged, worth: number): void {
    const step = percentOf(worth)
    const own = this.steps[step] ?? []
    own.push(item)
    this.steps[step] = own
  }

  next(): { readonly item: Judged; readonly worth: number } | null {
    for (; this.step >= 0; this.step--) {
      const place = this.places[this.step] ?? 0
      const item = this.steps[this.step]?.[place]
      this.places[this.step] = place + 1
      if (item !== undefined) return { item, worth: this.step / 100 }
    }
    return null
  }
}

/** All of them but those that repeat a better one, in the order they come in. */
export function withoutRepeats(judged: readonly Judged[]): readonly Judged[] {
  const best = [...judged].sort((a, b) => worthOf(b) - worthOf(a))
  const kept: Judged[] = []
  for (const item of best)
    if (!kept.some((other) => item.question === other.question || repeats(item, other)))
      kept.push(item)
  return judged.filter((item) => kept.includes(item))
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
  if (sameSentence) return true
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
