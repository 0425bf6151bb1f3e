/**
 * The world of an exam: items of which the true memory is known, living day by day. The scheduler believes in one set of
 * parameters, and what is recalled follows another, which may be the same. Both memories are moved by the very steps of
 * the fold, so what a policy brings here is what it would bring in the app.
 */
import type { CardId, ItemId } from '../ids'
import type { Form } from '../items/item'
import { algorithmFor, nextStrength, type Strength } from '../memory/algorithm'
import { draw } from '../memory/draw'
import { GUESS_CHANCE } from '../memory/guess'
import { applyReview } from '../memory/schedule'
import type { MemoryState, SchedulingParameters } from '../memory/state'
import type { Grade } from '../review/event'
import { addDays, type StudyDay } from '../time/study-day'
import { type Belief, recallBelieved } from './belief'

/** A strength as it truly is, and the day of the last answer. */
export type Truth = Strength & { readonly lastStudyDay: StudyDay }

export type WorldItem = {
  readonly itemId: ItemId
  readonly sectionKey: string
  readonly form: Form
  /** What one answer to the whole item takes. */
  readonly seconds: number
  readonly cards: readonly {
    readonly id: CardId
    readonly memory: MemoryState
    /** Left out: the memory is true. */
    readonly truth?: Strength
  }[]
}

/** Chances of the grades, which sum up to 1. */
export type Grades = {
  /** Again, Hard, Good, Easy of an item that was never asked. */
  readonly first: readonly [number, number, number, number]
  /** Hard, Good, Easy of what is recalled; what is not is Again. */
  readonly recalled: readonly [number, number, number]
}

/** Under these, the four policies that the plan was chosen among come out as they were measured (docs/decisions/0013). */
export const USUAL_GRADES: Grades = { first: [0.1, 0.2, 0.6, 0.1], recalled: [0.1, 0.75, 0.15] }

export type World = {
  readonly items: readonly WorldItem[]
  /** What the scheduler goes by, and what recall follows. */
  readonly believed: SchedulingParameters
  readonly truth: Belief
  readonly grades: Grades
  readonly seed: string
}

/** The chance that an item is known when it is first asked. */
export const knownAtFirst = ({ first }: Grades): number => 1 - first[0]

/** Changed in place as the days go by. */
export type LivingCard = { readonly id: CardId; memory: MemoryState; truth: Truth | null }
export type LivingItem = Omit<WorldItem, 'cards'> & { readonly cards: readonly LivingCard[] }

/** The items that are asked on a day, in their order. It sees what the scheduler believes. */
export type Policy = (day: StudyDay, items: readonly LivingItem[]) => readonly LivingItem[]

export type PlayedDay = {
  readonly day: StudyDay
  /** Items asked for the first time, and again. */
  readonly first: number
  readonly reviews: number
  readonly minutes: number
}

export function begin({ items }: World): LivingItem[] {
  return items.map((item) => ({ ...item, cards: item.cards.map(living) }))
}

function living({ id, memory, truth }: WorldItem['cards'][number]): LivingCard {
  if (memory.phase === 'new') return { id, memory, truth: null }
  const { stability, difficulty, lastStudyDay } = memory
  return { id, memory, truth: { ...(truth ?? { stability, difficulty }), lastStudyDay } }
}

/** Plays the days from `from` until before `to`, and says what each of them held. */
export function live(
  world: World,
  items: readonly LivingItem[],
  policy: Policy,
  from: StudyDay,
  to: StudyDay,
): PlayedDay[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => {
    const day = addDays(from, n)
    let first = 0
    let seconds = 0
    const asked = policy(day, items)
    for (const item of asked) {
      if (item.cards.every(({ memory }) => memory.phase === 'new')) first++
      seconds += answerItem(item, day, world)
    }
    return { day, first, reviews: asked.length - first, minutes: seconds / 60 }
  })
}

/** Asks until all its cards are done for the day; what comes back in a learning step is known then. Gives seconds. */
function answerItem(item: LivingItem, day: StudyDay, world: World): number {
  let rounds = 0
  let at = day * 86_400_000
  let asked = item.cards
  while (asked.length > 0) {
    for (const card of asked) {
      const answer = rounds === 0 ? firstAnswer(card, item.form, day, world) : KNOWN
      move(card, item.form, answer, day, at, world)
    }
    asked = item.cards.filter(({ memory }) => memory.phase !== 'review')
    rounds++
    at += 600_000
  }
  return rounds * item.seconds
}

/** What was answered, and whether it was in truth recalled: among options it may have been guessed. */
type LivedAnswer = { readonly grade: Grade; readonly recalled: Grade }
const KNOWN: LivedAnswer = { grade: 3, recalled: 3 }

function firstAnswer(card: LivingCard, form: Form, day: StudyDay, world: World): LivedAnswer {
  const { grades, truth, seed } = world
  const key = `${seed}:${card.id}:${card.memory.phase === 'new' ? 0 : card.memory.reps}`
  const lot = draw(key)
  const recall = card.truth ? trueRecall(card, day, truth) : knownAtFirst(grades)
  if (lot >= recall) {
    const guessed = form === 'choice' && draw(`${key}:guess`) < GUESS_CHANCE
    return { grade: guessed ? 3 : 1, recalled: 1 }
  }
  const [, hard, good, easy] = grades.first
  const chances = card.truth ? grades.recalled : [hard / recall, good / recall, easy / recall]
  const grade = pick(chances, lot / recall)
  return { grade, recalled: grade }
}

function move(
  card: LivingCard,
  form: Form,
  { grade, recalled }: LivedAnswer,
  studyDay: StudyDay,
  at: number,
  { believed, truth }: World,
): void {
  card.memory = applyReview(card.id, card.memory, { grade, form, at, studyDay }, believed)
  const elapsed = card.truth ? Math.max(0, studyDay - card.truth.lastStudyDay) : 0
  const strength = nextStrength(
    algorithmFor(truth.parameters),
    card.truth,
    elapsed,
    recalled,
    'typed',
  )
  card.truth = { ...strength, lastStudyDay: studyDay }
}

/** Hard, Good or Easy. @param lot 0 ≤ lot < 1 */
function pick([hard = 0, good = 0]: readonly number[], lot: number): Grade {
  if (lot < hard) return 2
  return lot < hard + good ? 3 : 4
}

/** 0 … 1; what was never asked is not known. */
export function trueRecall({ truth: known }: LivingCard, day: StudyDay, truth: Belief): number {
  return known ? recallBelieved(truth, day - known.lastStudyDay, known.stability) : 0
}

/** The credit that an item is expected to bring, before anything is answered on the day: of a list the share of elements. */
export function trueCredit({ cards }: LivingItem, day: StudyDay, truth: Belief): number {
  return cards.reduce((sum, card) => sum + trueRecall(card, day, truth), 0) / cards.length
}

/** The same as the memories say it. */
export function believedCredit({ cards }: LivingItem, day: StudyDay, belief: Belief): number {
  const sum = cards.reduce(
    (so, { memory }) =>
      memory.phase === 'new'
        ? so
        : so + recallBelieved(belief, day - memory.lastStudyDay, memory.stability),
    0,
  )
  return sum / cards.length
}
