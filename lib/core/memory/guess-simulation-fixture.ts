/**
 * Simulated learners, whose true memory is known: it follows FSRS-6 by what they recalled, and what they answer among
 * options holds guesses. The scheduler under test sees only the answers. So its forecasts can be held against what
 * happened, which no log of real reviews allows: there nobody knows which right answers were guessed.
 */
import { CardId } from '../ids'
import type { Form } from '../items/item'
import type { Grade } from '../review/event'
import { addDays, type StudyDay, toStudyDay } from '../time/study-day'
import { algorithmFor, nextStrength, type Strength } from './algorithm'
import { recallNow } from './recall'
import { applyReview } from './schedule'
import type { MemoryState, SchedulingParameters } from './state'

/** 0 ≤ lot < 1 */
type Lots = () => number

/** Mulberry32: small, seeded, even enough for counting. */
export function lotsFrom(seed: number): Lots {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type World = {
  readonly seed: number
  readonly cards: number
  /** Answers of each card after the first. */
  readonly answers: number
  /** Chance that an item is known when it is first asked, by a choice. */
  readonly knownAtFirst: number
  /** Share of the later answers that are choices; the others are typed, and show what is remembered. */
  readonly choices: number
  /** How the scheduler counts a choice: as one, or, without the discount, as if it had been typed. */
  readonly countedAs: 'choice' | 'typed'
}

/** What was forecast of a typed answer, and whether it was recalled. */
export type Probe = { readonly forecast: number; readonly recalled: boolean }

const OPTIONS = 3

export function simulate(world: World, parameters: SchedulingParameters): Probe[] {
  const lots = lotsFrom(world.seed)
  return Array.from({ length: world.cards }, (_, n) => lifeOf(n, world, lots, parameters)).flat()
}

function lifeOf(n: number, world: World, lots: Lots, parameters: SchedulingParameters): Probe[] {
  const algorithm = algorithmFor(parameters)
  const cardId = CardId.parse(`018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)
  const probes: Probe[] = []
  let day: StudyDay = toStudyDay(20_000)
  let truth: Strength | null = null
  let truthDay = day
  let memory: MemoryState = { phase: 'new' }
  for (let i = 0; i <= world.answers; i++) {
    const elapsed: number = day - truthDay
    const chance = truth ? algorithm.forgetting_curve(elapsed, truth.stability) : world.knownAtFirst
    const recalled = lots() < chance
    const form: Form = i === 0 || lots() < world.choices ? 'choice' : 'typed'
    const right = recalled || (form === 'choice' && lots() < 1 / OPTIONS)
    const forecast = recallNow(memory, day, parameters)
    if (form === 'typed' && forecast !== null) probes.push({ forecast, recalled })
    truth = nextStrength(algorithm, truth, elapsed, recalled ? 3 : 1, 'typed')
    truthDay = day
    const grade: Grade = right ? 3 : 1
    const counted: Form = form === 'choice' ? world.countedAs : form
    memory = applyReview(cardId, memory, { grade, form: counted, at: 0, studyDay: day }, parameters)
    day = addDays(day, daysUntilNext(memory, day, lots))
  }
  return probes
}

/** From half to four times the interval: people come early and late, and a forecast must hold on all days. */
function daysUntilNext(memory: MemoryState, day: StudyDay, lots: Lots): number {
  const interval = memory.phase === 'new' ? 1 : Math.max(1, memory.dueDay - day)
  return Math.max(1, Math.round(interval * 2 ** (3 * lots() - 1)))
}

export type Bin = { readonly forecast: number; readonly happened: number; readonly count: number }

/** By forecast, `width` apart; each bin says the mean forecast and the share recalled. */
export function binned(probes: readonly Probe[], width = 0.1): Bin[] {
  const bins = new Map<number, Probe[]>()
  for (const probe of probes) {
    const at = Math.min(Math.floor(probe.forecast / width), Math.ceil(1 / width) - 1)
    const inBin = bins.get(at)
    if (inBin) inBin.push(probe)
    else bins.set(at, [probe])
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([, inBin]) => ({
      forecast: mean(inBin.map((probe) => probe.forecast)),
      happened: mean(inBin.map((probe) => (probe.recalled ? 1 : 0))),
      count: inBin.length,
    }))
}

/** Mean distance between forecast and happened over the bins, weighted by their counts. */
export function calibrationError(bins: readonly Bin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  return bins.reduce((sum, b) => sum + Math.abs(b.forecast - b.happened) * b.count, 0) / count
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
