/**
 * What becomes of the cards of an exam until its day if a policy is followed: played through the days several times with
 * other lots, by people whose memory departs from the model as this learner's may.
 */
import type { CardId } from '../../ids'
import type { StudyDay } from '../../time/study-day'
import { beliefOf, meanDeparture } from '../belief'
import { type ExamPlan, type ExamToPlan, settingOf } from '../plan'
import { type Planning, type PlanSetup, planning } from '../plan-policy'
import { begin, type LivingItem, live, type Policy, type World } from '../world'
import { type Outlook, recallOn } from './forecast'
import type { Point } from './learned-recall'
import type { Departure } from './true-recall'

/** How strong a memory they have: standard deviations from what is expected of the learner. */
const PLAYERS = [-1.5, 0, 1.5] as const

/** Enough for the mean of a scope to be steady: where cards are few they are played more often. */
const PLAYED_CARDS = 600
const [FEWEST, MOST] = [2, 16]

/** What becomes of the cards if the plan is followed that keeps them at a retention until its last pass. */
export function outlooksIfFollowed(
  exam: ExamToPlan,
  { retention }: Pick<Extract<ExamPlan, { kind: 'plan' }>, 'retention'>,
  points: readonly Point[],
): Map<CardId, Outlook> {
  const { world, setup } = settingOf(exam)
  return outlooksUnder(world, following({ ...setup, retention }), points, exam.today, exam.examDay)
}

/** Does every day what the plan of that day asks. */
export function following(setup: PlanSetup): Policy {
  // As long as the items are the same, so is what the plan works out of them once.
  let known: { items: readonly LivingItem[]; planned: Planning } | null = null
  return (day, items) => {
    if (known?.items !== items) known = { items, planned: planning(setup, items) }
    return known.planned.askedOn(day).asked
  }
}

/** The same exam for somebody who gives so many minutes more on every day that is no day off. */
export const withMoreMinutes = (exam: ExamToPlan, more: number): ExamToPlan => ({
  ...exam,
  minutesOn: (day) => {
    const minutes = exam.minutesOn(day)
    return minutes > 0 ? minutes + more : 0
  },
})

/** @param points what is assumed of the learner, in the order of the recalls that are given back */
export function outlooksUnder(
  world: Omit<World, 'truth'>,
  policy: Policy,
  points: readonly Point[],
  today: StudyDay,
  examDay: StudyDay,
): Map<CardId, Outlook> {
  const line = lineThrough(points)
  const ends = PLAYERS.map((z) => endsOf(world, policy, line.at(z), today, examDay))
  const shares = points.map(({ departure }) => sharesOf(line.placeOf(departure)))
  return new Map(
    world.items
      .flatMap(({ cards }) => cards)
      .map(({ id }) => {
        const memories = ends.map((end) => end.memories.get(id) ?? [])
        const [, likely] = ends
        const met = runsOf(memories[1] ?? []) / (likely?.runs ?? 1)
        return [id, { met, recalls: recallsOf(memories, points, shares, examDay) }]
      }),
  )
}

/** A memory on the day, and in how many of the runs a card came to it: most answers are the same in most of them. */
type End = { readonly stability: number; readonly lastStudyDay: StudyDay; runs: number }

function endsOf(
  { believed, items, grades, seed }: Omit<World, 'truth'>,
  policy: Policy,
  departure: Departure,
  today: StudyDay,
  examDay: StudyDay,
) {
  const truth = beliefOf(believed, departure)
  const runs = Math.min(MOST, Math.max(FEWEST, Math.ceil(PLAYED_CARDS / items.length)))
  const memories = new Map<CardId, End[]>()
  const add = (id: CardId, { stability, lastStudyDay }: Omit<End, 'runs'>) => {
    const known = memories.get(id) ?? []
    const same = known.find(
      (end) => end.stability === stability && end.lastStudyDay === lastStudyDay,
    )
    if (same) same.runs++
    else memories.set(id, [...known, { stability, lastStudyDay, runs: 1 }])
  }
  for (let run = 0; run < runs; run++) {
    const lot = { believed, items, grades, truth, seed: `${seed}:${run}` }
    const living = begin(lot)
    live(lot, living, policy, today, examDay)
    for (const { id, memory } of living.flatMap(({ cards }) => cards)) {
      if (memory.phase !== 'new') add(id, memory)
    }
  }
  return { runs, memories }
}

function recallsOf(
  memories: readonly (readonly End[])[],
  points: readonly Point[],
  shares: readonly (readonly number[])[],
  day: StudyDay,
): number[] {
  if (memories.every((ends) => ends.length === 0)) return []
  return points.map((point, k) => {
    let sum = 0
    let counted = 0
    for (const [player, ends] of memories.entries()) {
      const share = shares[k]?.[player] ?? 0
      if (share === 0 || ends.length === 0) continue
      counted += share
      const runs = runsOf(ends)
      for (const end of ends) sum += ((share * end.runs) / runs) * recallOn(day, end, point)
    }
    return counted > 0 ? sum / counted : 0
  })
}

const runsOf = (ends: readonly End[]) => ends.reduce((sum, { runs }) => sum + runs, 0)

/** Between which players somebody stands: how much each of them counts. */
function sharesOf(place: number): number[] {
  return PLAYERS.map((player) => Math.max(0, 1 - Math.abs(bounded(place) - player) / 1.5))
}

const bounded = (place: number) => Math.min(Math.max(place, PLAYERS[0]), PLAYERS[2])

/** The line of departures along which the level goes, each of the others as it goes with the level on average. */
function lineThrough(points: readonly Point[]) {
  const mean = (of: (departure: Departure) => number) =>
    points.reduce((sum, { departure, weight }) => sum + weight * of(departure), 0)
  const places = [0, 1, 2]
  const middle = meanDeparture(points)
  const off = (departure: Departure, i: number) => (departure[i] ?? 0) - (middle[i] ?? 0)
  const variances = places.map((i) => mean((departure) => off(departure, 0) * off(departure, i)))
  const deviation = Math.sqrt(Math.max(variances[0] ?? 0, 1e-12))
  return {
    at: (z: number): Departure =>
      places.map((i) => (middle[i] ?? 0) + (z * (variances[i] ?? 0)) / deviation),
    placeOf: (departure: Departure): number => off(departure, 0) / deviation,
  }
}
