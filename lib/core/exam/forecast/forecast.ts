/**
 * The forecast of an exam: the score to expect on a day, and the range that holds it in four cases of five, in total and by
 * section. It adds up three things that are not known: which answers come right, each with its own chance; how far the
 * learner's memory departs from the model (learned-recall.ts); and what they know of items never asked (first-answers.ts).
 */
import type { CardId } from '../../ids'
import type { Form, ItemKind } from '../../items/item'
import type { MemoryState } from '../../memory/state'
import type { StudyDay } from '../../time/study-day'
import { chanceOf, covarianceOf, type Known, logOdds, termsOf } from './first-answers'
import { type Point, rightIf } from './learned-recall'
import { type Assumption, type Spread, spreadOf } from './score'
import { recallOf } from './true-recall'

/** As much of an item of an exam as its score depends on. */
export type AskedItem = {
  readonly kind: ItemKind
  readonly sectionKey: string
  /** The one it would be asked in. */
  readonly form: Form
  readonly cards: readonly { readonly id: CardId; readonly memory: MemoryState }[]
}

/** What becomes of a card until the day of the exam. */
export type Outlook = {
  /** How likely it is that it will have been asked by then, 0 … 1. */
  readonly met: number
  /** Its recall on the day if it was, under each of the learner's points. */
  readonly recalls: readonly number[]
}

export type Asked = {
  readonly items: readonly AskedItem[]
  readonly sections: readonly {
    readonly key: string
    readonly name: string
    readonly weight: number
  }[]
  /** The day on which the exam is sat. */
  readonly day: StudyDay
  /** What becomes of cards that are asked before that day; the others keep the memory they have. */
  readonly outlooks?: ReadonlyMap<CardId, Outlook>
}

/** What is known of the learner. */
export type Learner = {
  readonly points: readonly Point[]
  readonly known: Known
}

export type SectionForecast = Spread & {
  readonly key: string
  readonly name: string
  /** Of the whole score, 0 … 1. */
  readonly share: number
  readonly items: number
  /** Items with a card that is asked for the first time in the exam. */
  readonly unseen: number
}

export type ExamForecast = Spread & { readonly sections: readonly SectionForecast[] }

/** null where there is nothing to be scored. */
export function forecastExam(asked: Asked, learner: Learner): ExamForecast | null {
  const sections = weighted(asked)
  if (sections.length === 0) return null
  const scored = sections.map((section) => {
    const answers = section.items.flatMap((item) => answersTo(item, asked, learner))
    const worth = section.items.flatMap(({ cards }) =>
      cards.map(() => 1 / cards.length / section.items.length),
    )
    return { ...section, answers, worth }
  })
  const total = spreadOf(
    scored.flatMap(({ worth, share }) => worth.map((one) => one * share)),
    assumptionsOf(
      scored.flatMap(({ answers }) => answers),
      scored.flatMap(({ worth, share }) => worth.map((one) => one * share)),
      learner,
    ),
  )
  return {
    ...total,
    sections: scored.map(({ key, name, share, items, answers, worth }) => ({
      key,
      name,
      share,
      items: items.length,
      unseen: items.filter((item) => item.cards.some((card) => isUnseen(card, asked))).length,
      ...spreadOf(worth, assumptionsOf(answers, worth, learner)),
    })),
  }
}

/** The sections that hold anything, with what they are worth; where no weight is left, each as many as its items. */
function weighted({ items, sections }: Asked) {
  const filled = sections.flatMap((section) => {
    const own = items.filter(
      ({ sectionKey, cards }) => sectionKey === section.key && cards.length > 0,
    )
    return own.length > 0 ? [{ ...section, items: own }] : []
  })
  const sum = filled.reduce((all, { weight }) => all + weight, 0)
  const count = filled.reduce((all, section) => all + section.items.length, 0)
  return filled.map((section) => ({
    ...section,
    share: sum > 0 ? section.weight / sum : section.items.length / count,
  }))
}

type Card = AskedItem['cards'][number]

const isUnseen = ({ id, memory }: Card, { outlooks }: Asked): boolean =>
  memory.phase === 'new' && (outlooks?.get(id)?.met ?? 0) < 0.5

/** An answer in the exam: its chance by what is assumed of the memory, or the log odds of knowing what was never asked. */
type Answer =
  | { readonly seen: true; readonly chances: readonly number[] }
  | { readonly seen: false; readonly terms: readonly number[]; readonly picked: boolean }

function answersTo(item: AskedItem, asked: Asked, learner: Learner): Answer[] {
  const { kind, sectionKey, form } = item
  const picked = form === 'choice'
  const terms = termsOf(learner.known, kind, sectionKey)
  const known = chanceOf(logOdds(learner.known, terms))
  return item.cards.map((card) => {
    const outlook = asked.outlooks?.get(card.id) ?? outlookNow(card.memory, asked.day, learner)
    if (outlook.met === 0) return { seen: false, terms, picked }
    const chances = outlook.recalls.map((recall) =>
      rightIf(outlook.met * recall + (1 - outlook.met) * known, picked),
    )
    return { seen: true, chances }
  })
}

/** If it is not asked until then. */
function outlookNow(memory: MemoryState, day: StudyDay, { points }: Learner): Outlook {
  if (memory.phase === 'new') return { met: 0, recalls: [] }
  return { met: 1, recalls: points.map((point) => recallOn(day, memory, point)) }
}

/** The model says nothing within a day: on the day of its last answer a card counts as on the next. */
const LEAST_DAYS = 1

/** The recall on a day by what is assumed of the learner. */
export function recallOn(
  day: StudyDay,
  { stability, lastStudyDay }: { readonly stability: number; readonly lastStudyDay: StudyDay },
  { departure, curve }: Point,
): number {
  const days = Math.max(LEAST_DAYS, day - lastStudyDay)
  return recallOf({ days, stability }, departure, curve)
}

/** What is not known of unseen items moves most along one line; these are the deviates on it (trapezoidal rule). */
const ALONG = [-2.4, -1.6, -0.8, 0, 0.8, 1.6, 2.4]

/** Every assumption about the memory with every one about what was known before. */
function assumptionsOf(
  answers: readonly Answer[],
  worth: readonly number[],
  { points, known }: Learner,
): Assumption[] {
  const unseen = unseenAlong(answers, worth, known)
  return unseen.flatMap(({ weight, chances }) =>
    points.map((point, k) => ({
      weight: weight * point.weight,
      chances: answers.map((answer, i) =>
        answer.seen ? (answer.chances[k] ?? 0) : (chances[i] ?? 0),
      ),
    })),
  )
}

/**
 * The log odds of unseen items vary together. Of all directions the one that moves the score is followed, by a first order
 * expansion: along it each item goes by its covariance with the score; what is left of its variance flattens its chance
 * (D. J. C. MacKay, Neural Computation 4, 1992, eq. 10).
 */
function unseenAlong(
  answers: readonly Answer[],
  worth: readonly number[],
  known: Known,
): Assumption[] {
  const groups = new Map<string, { terms: readonly number[]; slope: number }>()
  for (const [i, answer] of answers.entries()) {
    if (answer.seen) continue
    const chance = chanceOf(logOdds(known, answer.terms))
    const slope =
      (worth[i] ?? 0) *
      chance *
      (1 - chance) *
      (rightIf(1, answer.picked) - rightIf(0, answer.picked))
    const key = answer.terms.join()
    const group = groups.get(key)
    if (group) group.slope += slope
    else groups.set(key, { terms: answer.terms, slope })
  }
  if (groups.size === 0) return [{ weight: 1, chances: [] }]
  const moved = new Map<string, { odds: number; along: number; left: number }>()
  let variance = 0
  for (const [key, { terms, slope }] of groups) {
    let along = 0
    for (const other of groups.values())
      along += other.slope * covarianceOf(known, terms, other.terms)
    variance += slope * along
    moved.set(key, { odds: logOdds(known, terms), along, left: covarianceOf(known, terms, terms) })
  }
  const deviation = Math.sqrt(Math.max(variance, 1e-18))
  const weights = ALONG.map((z) => Math.exp((-z * z) / 2))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return ALONG.map((z, n) => ({
    weight: (weights[n] ?? 0) / sum,
    chances: answers.map((answer) => {
      const group = answer.seen ? undefined : moved.get(answer.terms.join())
      if (answer.seen || !group) return 0
      const along = group.along / deviation
      const left = Math.max(0, group.left - along * along)
      const odds = (group.odds + z * along) / Math.sqrt(1 + (Math.PI * left) / 8)
      return rightIf(chanceOf(odds), answer.picked)
    }),
  }))
}
