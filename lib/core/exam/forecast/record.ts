/** What was forecast is kept, and held against what came: a forecast that nobody checks is an opinion. */
import { z } from 'zod'
import type { StudyDay } from '../../time/study-day'
import type { ExamForecast } from './forecast'

/** now: were the exam sat at this moment; stop: if nothing more is studied; plan: if the plan is followed. */
export const ForecastKind = z.enum(['now', 'stop', 'plan'])
export type ForecastKind = z.infer<typeof ForecastKind>

const share = z.number().min(0).max(1)
const count = z.int().min(0)
const Spread = z.object({ expected: share, low: share, high: share })

export const ForecastSections = z.array(
  Spread.extend({
    key: z.string(),
    name: z.string(),
    /** Of the whole score, 0 … 1. */
    share,
    items: count,
    unseen: count,
  }),
)

/** What a forecast rests on. */
export const ForecastBasis = z.object({
  /** Answers on a later day than the card's answer before: by these the memory model was put right. */
  answers: count,
  /** First answers, by which unseen items are judged. */
  firstAnswers: count,
  items: count,
  /** Items with a card never asked. */
  unseen: count,
})
export type ForecastBasis = z.infer<typeof ForecastBasis>

/** One for an exam, study day and kind. */
export type ForecastRecord = {
  readonly madeOn: StudyDay
  readonly kind: ForecastKind
  /** 0 … 1, as low and high: the score lies between them in four of five cases. */
  readonly expected: number
  readonly low: number
  readonly high: number
  readonly sections: z.infer<typeof ForecastSections>
  readonly basis: ForecastBasis
}

export function recordOf(
  forecast: ExamForecast,
  madeOn: StudyDay,
  kind: ForecastKind,
  basis: Pick<ForecastBasis, 'answers' | 'firstAnswers'>,
): ForecastRecord {
  const { expected, low, high, sections } = forecast
  const sum = (of: 'items' | 'unseen') => sections.reduce((all, section) => all + section[of], 0)
  const { answers, firstAnswers } = basis
  return {
    ...{ madeOn, kind, expected, low, high },
    sections: sections.map((section) => ({ ...section })),
    basis: { answers, firstAnswers, items: sum('items'), unseen: sum('unseen') },
  }
}

type Said = Pick<ForecastRecord, 'expected' | 'low' | 'high'>

/** What shows as the same whole point is the same: somebody who was told 78–86 % and got 86 was told right. */
const points = (value: number) => Math.round(value * 100)

/** Whether the score lies in the range that was shown. @param score 0 … 1 */
export const heldBy = ({ low, high }: Said, score: number): boolean =>
  points(score) >= points(low) && points(score) <= points(high)

/** "We said 80, you got 78": in whole points. @param score 0 … 1 */
export type CameOut = {
  readonly said: number
  readonly low: number
  readonly high: number
  readonly got: number
  readonly held: boolean
}

export const cameOut = (said: Said, score: number): CameOut => ({
  said: points(said.expected),
  low: points(said.low),
  high: points(said.high),
  got: points(score),
  held: heldBy(said, score),
})

/**
 * The forecast that an exam is held against: the last before its day, as the learner then stood. Of those of one day what
 * was said of stopping, since nothing was asked between it and the exam that it did not know of, or where there
 * is none the others.
 */
export function lastSaid(
  records: readonly ForecastRecord[],
  examDay: StudyDay,
): ForecastRecord | null {
  const order: readonly ForecastKind[] = ['stop', 'plan', 'now']
  const [last = null] = records
    .filter(({ madeOn }) => madeOn <= examDay)
    .sort((a, b) => b.madeOn - a.madeOn || order.indexOf(a.kind) - order.indexOf(b.kind))
  return last
}

/** How often the range held, of so many exams. */
export function howOftenHeld(outcomes: readonly CameOut[]): { held: number; of: number } {
  return { held: outcomes.filter(({ held }) => held).length, of: outcomes.length }
}
