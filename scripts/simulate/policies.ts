/** The policies that are compared, each made anew for every run, since some remember what was answered. */
import { type Belief, beliefOf, meanDeparture } from '@/lib/core/exam/belief'
import { learnRecall, type Recollection } from '@/lib/core/exam/forecast/learned-recall'
import { PRIOR } from '@/lib/core/exam/forecast/prior'
import { type Planning, type PlanSetup, planning } from '@/lib/core/exam/plan-policy'
import { byDay, type DayOf, lastAsked } from '@/lib/core/exam/policy'
import {
  believedCredit,
  type LivingCard,
  type LivingItem,
  type Policy,
} from '@/lib/core/exam/world'
import { algorithmFor } from '@/lib/core/memory/algorithm'
import type { MemoryState } from '@/lib/core/memory/state'
import { addDays, type StudyDay } from '@/lib/core/time/study-day'

const PASS_DAYS = 7

/** By day until the last week, then everything once more, the strongest first, and nothing twice. */
export function thenOnePass(
  dayOf: DayOf,
  newPerDay: number,
  examDay: StudyDay,
  belief: Belief,
): Policy {
  const from = addDays(examDay, -PASS_DAYS)
  const until = byDay(dayOf, newPerDay)
  return (day, items) => {
    if (day < from) return until(day, items)
    const open = items
      .filter((item) => (lastAsked(item) ?? from) < from)
      .toSorted((a, b) => believedCredit(b, examDay, belief) - believedCredit(a, examDay, belief))
    return open.slice(0, Math.ceil(open.length / (examDay - day)))
  }
}

/** How far the answers tell somebody apart from the model changes slowly; to find it out takes longer than a day's plan. */
const LEARNED_EVERY_DAYS = 4

/** The plan as the app makes it: anew each day, from the memories and from what the answers so far tell of the learner. */
export function planThatLearns(setup: PlanSetup): Policy {
  const { parameters } = setup.belief
  const recollections: Recollection[] = []
  let asked: { card: LivingCard; memory: MemoryState; day: StudyDay; picked: boolean }[] = []
  let made: { learnedOn: StudyDay; items: readonly LivingItem[]; planned: Planning } | null = null
  return (day, items) => {
    for (const each of asked) recollections.push(...recollectionOf(each))
    if (made?.items !== items || day - made.learnedOn >= LEARNED_EVERY_DAYS) {
      const points = learnRecall(recollections, PRIOR, algorithmFor(parameters).forgetting)
      const belief = beliefOf(parameters, meanDeparture(points))
      made = { learnedOn: day, items, planned: planning({ ...setup, belief }, items) }
    }
    const today = made.planned.askedOn(day).asked
    asked = today.flatMap((item) =>
      item.cards.map((card) => ({
        card,
        memory: card.memory,
        day,
        picked: item.form === 'choice',
      })),
    )
    return today
  }
}

/** What the log would hold of the first answer of the day: nothing of a first time, or of the day of the answer before. */
function recollectionOf({
  card,
  memory,
  day,
  picked,
}: {
  readonly card: LivingCard
  readonly memory: MemoryState
  readonly day: StudyDay
  readonly picked: boolean
}): Recollection[] {
  if (memory.phase !== 'review' || card.memory.phase === 'new') return []
  const days = day - memory.lastStudyDay
  const right = card.memory.lapses === memory.lapses
  return days > 0 ? [{ days, stability: memory.stability, picked, right, weight: 1 }] : []
}
