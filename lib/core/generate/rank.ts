/** Which of the good items to propose: the surest first, spread over sentences, answers and passages, as many as a reader can use. */
import type { Fact } from './fact'

export type Judged = {
  readonly fact: Fact
  readonly question: string
  readonly confidence: number
  readonly order: number
}

/** Items per 1,000 words at most, below what readers call too many. */
const MOST_PER_THOUSAND = 20
/** The surest of a sentence may all stand; of the others two. */
const MOST_PER_SENTENCE = 4
const MOST_UNSURE_PER_SENTENCE = 2
const SURE = 0.85
const MOST_PARALLEL = 8
const MOST_PER_ANSWER = 3
const MOST_GAPS_PER_BLOCK = 3
const LEAST_CONFIDENCE = 0.65

export function choose(judged: readonly Judged[], words: number): readonly Judged[] {
  const most = Math.max(6, Math.ceil((words / 1000) * MOST_PER_THOUSAND))
  const sorted = [...judged]
    .filter((j) => j.confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || a.order - b.order)
  const bySentence = new Map<number, Judged[]>()
  const byAnswer = new Map<string, Judged[]>()
  const gapsByBlock = new Map<number, number>()
  const kept: Judged[] = []
  for (const item of sorted) {
    if (kept.length >= most) break
    const { fact } = item
    const here = bySentence.get(fact.sentence.index) ?? []
    const answerKey = fact.answer.text.toLowerCase()
    const same = byAnswer.get(answerKey) ?? []
    const isGap = fact.ask.way === 'gap'
    if (
      isGap &&
      (here.length > 0 || (gapsByBlock.get(fact.sentence.block.index) ?? 0) >= MOST_GAPS_PER_BLOCK)
    )
      continue
    if (
      !isGap && fact.parallel
        ? here.filter((h) => h.fact.parallel).length >= MOST_PARALLEL
        : here.length >= MOST_PER_SENTENCE
    )
      continue
    const isUnsure = item.confidence < SURE && !fact.parallel
    if (isUnsure && here.length >= MOST_UNSURE_PER_SENTENCE) continue
    if (!fact.parallel && same.length >= MOST_PER_ANSWER) continue
    if ([...here, ...same].some((other) => repeats(item, other))) continue
    kept.push(item)
    bySentence.set(fact.sentence.index, [...here, item])
    byAnswer.set(answerKey, [...same, item])
    if (isGap)
      gapsByBlock.set(
        fact.sentence.block.index,
        (gapsByBlock.get(fact.sentence.block.index) ?? 0) + 1,
      )
  }
  return kept.sort((a, b) => a.order - b.order)
}

/** The same answer to nearly the same words, or the same stretch of one sentence asked twice. */
function repeats(a: Judged, b: Judged): boolean {
  const sameSentence = a.fact.sentence === b.fact.sentence
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
  return likeness(a.question, b.question) > 0.7
}

function likeness(a: string, b: string): number {
  const x = new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const y = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const common = [...x].filter((w) => y.has(w)).length
  return (2 * common) / Math.max(1, x.size + y.size)
}
