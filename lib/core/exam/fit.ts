/** Tries a plan in the world that the scheduler believes in, and finds the retention that the minutes allow. */
import type { ItemId } from '../ids'
import { addDays, type StudyDay } from '../time/study-day'
import { type PlanSetup, planning } from './plan-policy'
import { begin, type LivingItem, live, type PlayedDay, trueCredit, type World } from './world'

/** Without a limit of minutes: higher ones add little to the day of the exam and cost much (docs/decisions/0013). */
export const USUAL_RETENTION = 0.8
const RETENTIONS = [0.7, 0.75, 0.8, 0.84, 0.88, 0.9, 0.92, 0.95] as const
/** Less score than this is not worth a higher retention. */
const WORTH_MORE = 0.002

/** Enough lots that the mean is steady, for a scope of any size. */
const PLAYED_ITEMS = 400
const MOST_SEEDS = 6
/** The search goes by fewer items, each of which then stands for several, and by fewer lots. */
const SEARCHED_ITEMS = 100
const SEARCHED_SEEDS = 2

/** A retention fits the minutes if a question waits no more than so many days on the mean, and none is left out. */
const WAITING_DAYS = 0.5

export type ItemCredit = {
  readonly itemId: ItemId
  readonly sectionKey: string
  /** Expected on the day of the exam, 0 … 1, and how far it strays from that (standard deviation over the lots). */
  readonly credit: number
  readonly deviation: number
}

export type Played = {
  /** Means over the lots. */
  readonly days: readonly PlayedDay[]
  readonly credits: readonly ItemCredit[]
  /** Of what was asked, how much waited for a day, and whether all of it came round in the end. */
  readonly waited: number
  readonly isComplete: boolean
}

/** Plays the plan from `today` until the exam, several times with other lots. */
export function playPlan(
  world: World,
  setup: PlanSetup,
  today: StudyDay,
  mostSeeds: number = MOST_SEEDS,
): Played {
  const times = Math.min(mostSeeds, Math.max(1, Math.ceil(PLAYED_ITEMS / world.items.length)))
  const runs = Array.from({ length: times }, (_, n) =>
    playOnce({ ...world, seed: `${world.seed}:${n}` }, setup, today),
  )
  const mean = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0) / times
  return {
    days: Array.from({ length: Math.max(0, setup.examDay - today) }, (_, n) => ({
      day: addDays(today, n),
      first: mean(({ days }) => days[n]?.first ?? 0),
      reviews: mean(({ days }) => days[n]?.reviews ?? 0),
      minutes: mean(({ days }) => days[n]?.minutes ?? 0),
    })),
    credits: world.items.map(({ itemId, sectionKey }, n) => {
      const credit = mean(({ credits }) => credits[n] ?? 0)
      const square = mean(({ credits }) => ((credits[n] ?? 0) - credit) ** 2)
      return { itemId, sectionKey, credit, deviation: Math.sqrt(square) }
    }),
    waited: mean(({ waited }) => waited),
    isComplete: runs.every(({ isComplete }) => isComplete),
  }
}

type Run = Pick<Played, 'days' | 'waited' | 'isComplete'> & { readonly credits: readonly number[] }

function playOnce(world: World, setup: PlanSetup, today: StudyDay): Run {
  const items = begin(world)
  const { askedOn, pass } = planning(setup, items)
  let asked = 0
  let waiting = 0
  const policy = (day: StudyDay): LivingItem[] => {
    const of = askedOn(day)
    asked += of.asked.length
    waiting += of.postponed.length
    return of.asked
  }
  const days = live(world, items, policy, today, setup.examDay)
  return {
    days,
    credits: items.map((item) => trueCredit(item, setup.examDay, world.truth)),
    waited: waiting / Math.max(1, asked),
    isComplete: items.every(({ cards }) =>
      cards.every(({ memory }) => memory.phase !== 'new' && memory.lastStudyDay >= pass.from),
    ),
  }
}

/**
 * The highest retention until the pass whose questions fit the minutes, at most .95; .80 where there is no limit. A higher one
 * of which much has to wait is taken where it brings more: it uses minutes that stay free before the pass.
 */
export function fitRetention(
  world: World,
  setup: Omit<PlanSetup, 'retention'>,
  today: StudyDay,
): number {
  const { examDay, minutesOn, weightOf } = setup
  const given = Array.from({ length: examDay - today }, (_, n) => minutesOn(addDays(today, n)))
  if (given.every((minutes) => minutes === Number.POSITIVE_INFINITY)) return USUAL_RETENTION
  const sample = sampled(world)
  const part = sample.items.length / world.items.length
  const minutesOfSample = (day: StudyDay) => minutesOn(day) * part
  const tried = (retention: number): Played =>
    playPlan(sample, { ...setup, minutesOn: minutesOfSample, retention }, today, SEARCHED_SEEDS)
  const scoreAt = (retention: number) => scoreOf(tried(retention).credits, weightOf)
  const fitting = highest(RETENTIONS, (retention) => isFitting(tried(retention)))
  const [lowest, ...higher] = RETENTIONS.filter((retention) => retention >= (fitting ?? 0))
  if (lowest === undefined || higher.length === 0) return fitting ?? USUAL_RETENTION
  let best: { retention: number; score: number } = { retention: lowest, score: scoreAt(lowest) }
  for (const retention of higher) {
    const score = scoreAt(retention)
    if (score > best.score + WORTH_MORE) best = { retention, score }
  }
  return best.retention
}

/** The last that fits, where all before one that fits do too; found by halving. */
function highest(among: readonly number[], fits: (one: number) => boolean): number | null {
  let best: number | null = null
  let low = 0
  let high = among.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const one = among[middle]
    if (one !== undefined && fits(one)) {
      best = one
      low = middle + 1
    } else {
      high = middle
    }
  }
  return best
}

const isFitting = ({ waited, isComplete }: Played): boolean => isComplete && waited <= WAITING_DAYS

/** The expected score, 0 … 1; 0 where nothing counts. */
export function scoreOf(
  credits: readonly ItemCredit[],
  weightOf: (item: Pick<ItemCredit, 'sectionKey'>) => number,
): number {
  const whole = credits.reduce((sum, item) => sum + weightOf(item), 0)
  const score = credits.reduce((sum, item) => sum + weightOf(item) * item.credit, 0)
  return whole === 0 ? 0 : score / whole
}

/** Every so-many-th item, so that each section keeps its part. */
function sampled(world: World): World {
  const { length } = world.items
  const wanted = Math.min(length, SEARCHED_ITEMS)
  const bySection = world.items.toSorted((a, b) =>
    a.sectionKey === b.sectionKey ? 0 : a.sectionKey < b.sectionKey ? -1 : 1,
  )
  const items = Array.from({ length: wanted }, (_, n) =>
    bySection.slice(Math.floor(((n + 0.5) * length) / wanted)).slice(0, 1),
  ).flat()
  return { ...world, items }
}
