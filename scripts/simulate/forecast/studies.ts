/** What somebody studied up to a day, and what is true of it: the log that the app sees, and the memories that nobody does. */
import { CardId, ItemId } from '@/lib/core/ids'
import type { Form, ItemKind } from '@/lib/core/items/item'
import { algorithmFor, nextStrength, type Strength } from '@/lib/core/memory/algorithm'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { applyReview } from '@/lib/core/memory/schedule'
import type { MemoryState, SchedulingParameters } from '@/lib/core/memory/state'
import type { Grade } from '@/lib/core/review/event'
import { addDays, type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import type { Lots } from './lots'

/** Everybody is scheduled by the usual weights: what the app believes before it knows better. */
export const BELIEVED = DEFAULT_PARAMETERS

/** One card: what the app has of it, and its true memory. */
export type SimulatedCard = {
  readonly id: CardId
  readonly elementKey: string
  memory: MemoryState
  truth: Strength | null
  truthDay: StudyDay
  /** Whether it is known before anything was asked: drawn once, when it is first asked. */
  readonly knownAtFirst: number
  readonly answers: SimulatedAnswer[]
}

/** The first answer of a day to a card, with the memory as it was believed to be before it. */
export type SimulatedAnswer = {
  readonly day: StudyDay
  readonly form: Form
  readonly right: boolean
  readonly before: MemoryState
}

export type SimulatedItem = {
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly sectionKey: string
  readonly form: Form
  readonly canBeChosen: boolean
  readonly cards: readonly SimulatedCard[]
}

export type Studies = {
  readonly items: readonly SimulatedItem[]
  readonly truth: SchedulingParameters
  /** The day after the last that was studied. */
  readonly today: StudyDay
}

export type Diligence = {
  /** Study days, the last being yesterday; 0 for somebody who has not begun. */
  readonly days: number
  readonly newPerDay: number
  /** Share of days on which nothing is done. */
  readonly daysOff: number
}

const START = toStudyDay(20_000)
const KINDS: readonly [ItemKind, ...ItemKind[]] = [
  ...(['date', 'person', 'place', 'definition', 'cause', 'count', 'name', 'role'] as const),
]
const EXAM_FORMS = ['typed', 'typed', 'cloze', 'choice', 'choice', 'flip'] as const
const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** Items section by section, as a text has them; what is known of them beforehand differs by person, kind and section. */
export function itemsOf(count: number, sections: number, lots: Lots): SimulatedItem[] {
  const own = lots.between(-2, 1)
  const ofKind = new Map(KINDS.map((kind) => [kind, lots.between(-1, 1)]))
  const ofSection = Array.from({ length: sections }, () => lots.between(-1.2, 1.2))
  let cards = 0
  return Array.from({ length: count }, (_, n): SimulatedItem => {
    const section = Math.floor((n * sections) / count)
    const isList = lots.happens(0.1)
    const kind = isList ? 'list' : lots.oneOf(KINDS)
    const logit = own + (ofKind.get(kind) ?? 0) + (ofSection[section] ?? 0)
    const form: Form = isList ? 'list' : lots.oneOf(EXAM_FORMS)
    return {
      itemId: ItemId.parse(uuid(0x1000000 + n)),
      kind,
      sectionKey: `section ${section}`,
      form,
      canBeChosen: !isList && lots.happens(0.6),
      cards: Array.from({ length: isList ? lots.whole(2, 6) : 1 }, (_, element) => ({
        id: CardId.parse(uuid(0x2000000 + cards++)),
        elementKey: isList ? `${element}` : '',
        memory: { phase: 'new' },
        truth: null,
        truthDay: START,
        knownAtFirst: 1 / (1 + Math.exp(-logit)),
        answers: [],
      })),
    }
  })
}

/** Lives the days of study: what is due is answered, a little late at times, and new items are met in the text's order. */
export function study(
  items: readonly SimulatedItem[],
  truth: SchedulingParameters,
  { days, newPerDay, daysOff }: Diligence,
  lots: Lots,
): Studies {
  let met = 0
  for (let n = 0; n < days; n++) {
    const day = addDays(START, n)
    if (lots.happens(daysOff)) continue
    for (const item of items.slice(0, met)) {
      for (const card of item.cards) {
        if (card.memory.phase === 'new' || card.memory.dueDay > day || lots.happens(0.15)) continue
        answer(card, item, truth, day, lots)
      }
    }
    for (const item of items.slice(met, met + newPerDay)) {
      for (const card of item.cards) answer(card, item, truth, day, lots)
    }
    met = Math.min(items.length, met + newPerDay)
  }
  return { items, truth, today: addDays(START, days) }
}

/** The chance that the card is truly recalled on the day. */
export function trueRecall(
  card: SimulatedCard,
  truth: SchedulingParameters,
  day: StudyDay,
): number {
  if (!card.truth) return card.knownAtFirst
  return algorithmFor(truth).forgetting_curve(day - card.truthDay, card.truth.stability)
}

/** A choice among three. */
export const GUESS = 1 / 3

/** Asks the card until it is done for the day. A right choice may be a guess: the truth then is that of a failure. */
function answer(
  card: SimulatedCard,
  item: SimulatedItem,
  truth: SchedulingParameters,
  day: StudyDay,
  lots: Lots,
): void {
  const form = formNow(item, card.memory)
  const recalled = lots.happens(trueRecall(card, truth, day))
  const right = recalled || (form === 'choice' && lots.happens(GUESS))
  card.answers.push({ day, form, right, before: card.memory })
  const grade: Grade = right ? lots.oneOf([2, 3, 3, 3, 3, 3, 3, 3, 3, 4]) : 1
  let at = day * 86_400_000
  give(card, { grade, form }, recalled ? (grade === 1 ? 3 : grade) : 1, truth, day, at)
  while (card.memory.phase !== 'review') {
    at += 600_000
    give(card, { grade: 3, form }, 3, truth, day, at)
  }
}

function give(
  card: SimulatedCard,
  { grade, form }: { readonly grade: Grade; readonly form: Form },
  trueGrade: Grade,
  truth: SchedulingParameters,
  day: StudyDay,
  at: number,
): void {
  card.memory = applyReview(card.id, card.memory, { grade, form, at, studyDay: day }, BELIEVED)
  const elapsed = card.truth ? day - card.truthDay : 0
  card.truth = nextStrength(algorithmFor(truth), card.truth, elapsed, trueGrade, 'typed')
  card.truthDay = day
}

/** What is weak is asked as a choice where there is one, and the others as they stand in the exam. */
function formNow(item: SimulatedItem, memory: MemoryState): Form {
  const isWeak = memory.phase === 'new' || memory.stability < 1
  if (isWeak && item.canBeChosen) return 'choice'
  return item.form === 'choice' ? 'cloze' : item.form
}
