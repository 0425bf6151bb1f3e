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

/** 0 … 100 */
export type Points = { readonly expected: number; readonly low: number; readonly high: number }

const points = (value: number) => Math.round(value * 100)

/**
 * In whole points, as it is shown. The ends are taken inwards: "78 to 86" says that 78 and 86 lie in it, and with ends to
 * the nearest point it would be a point wider than what was forecast.
 */
export function shownPoints({ expected, low, high }: Said): Points {
  const said = points(expected)
  return {
    expected: said,
    low: Math.min(said, Math.ceil(low * 100 - ROUNDING)),
    high: Math.max(said, Math.floor(high * 100 + ROUNDING)),
  }
}

/** 0.87 × 100 is 87.00000000000001 or less. */
const ROUNDING = 1e-6

/** Whether the score lies in the range that was shown. @param score 0 … 1 */
export function heldBy(said: Said, score: number): boolean {
  const { low, high } = shownPoints(said)
  return points(score) >= low && points(score) <= high
}

/** "We said 80, you got 78": in whole points. @param score 0 … 1 */
export type CameOut = {
  readonly said: number
  readonly low: number
  readonly high: number
  readonly got: number
  readonly held: boolean
}

export function cameOut(said: Said, score: number): CameOut {
  const { expected, low, high } = shownPoints(said)
  return { said: expected, low, high, got: points(score), held: heldBy(said, score) }
}

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

/** As much of a forecast as it is compared by. */
type Compared = Said & {
  readonly sections: readonly (Said &
    Pick<z.infer<typeof ForecastSections>[number], 'key' | 'name' | 'share'>)[]
}

export type Move = {
  /** Of the whole score, in points of a hundred: up or down. */
  readonly points: number
  /** What each section adds to that, in points of the whole; those that moved most first. */
  readonly sections: readonly {
    readonly key: string
    readonly name: string
    readonly points: number
  }[]
  /** The section that more than half of it is due to; null where none is, or nothing moved by a point. */
  readonly mostly: string | null
}

/** How far the expected score moved from one forecast to another, and by what: of two days, or of two plans. */
export function moved(before: Compared, after: Compared): Move {
  const worth = ({ sections }: Compared) =>
    new Map(sections.map(({ key, share: part, expected }) => [key, part * expected * 100]))
  const [from, to] = [worth(before), worth(after)]
  const names = new Map([...before.sections, ...after.sections].map(({ key, name }) => [key, name]))
  const sections = [...names]
    .map(([key, name]) => ({ key, name, points: (to.get(key) ?? 0) - (from.get(key) ?? 0) }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const whole = (after.expected - before.expected) * 100
  const [most] = sections
  const isMostly =
    most !== undefined && sections.length > 1 && Math.abs(whole) >= 1 && most.points / whole > 0.5
  return { points: whole, sections, mostly: isMostly ? most.name : null }
}
