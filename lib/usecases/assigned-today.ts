/** What assignments bring to a student's daily session: new items by their pace, and what a goal of several days asks again. */
import 'server-only'
import { asksAgain, newByDay, withinRoom } from '@/lib/core/class/pace'
import { itemDays } from '@/lib/core/class/progress'
import { groupBy } from '@/lib/core/group-by'
import type { AssignmentId, ItemId } from '@/lib/core/ids'
import { DAYS_PROVIDED } from '@/lib/core/session/provisions'
import { mostNew } from '@/lib/core/session/queue'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import { type StudentItem, studentItems } from '@/lib/store/assignment-progress'
import { store } from '@/lib/store/client'
import { type Delivered, ownAssignments } from '@/lib/store/own-assignment'
import { itemsDoneToday } from './done-today'
import type { Visit } from './visit'

export type AssignedToday = {
  /** New items of each assignment that are to be met today, those that are due first. */
  readonly fresh: ReadonlyMap<AssignmentId, readonly ItemId[]>
  /** How many new items of each the plans of exams bring besides. */
  readonly byPlan: ReadonlyMap<AssignmentId, number>
  /** Asked today although not due: else the goal of several days would not be reached. */
  readonly again: readonly ItemId[]
  /** New items of all assignments on each of the coming days, if those of today and of the days between are met. */
  readonly ahead: readonly (readonly ItemId[])[]
}

const NOTHING: AssignedToday = { fresh: new Map(), byPlan: new Map(), again: [], ahead: [] }

/** @param planned what the plans of exams bring today already */
export async function assignedToday(
  visit: Visit,
  planned: ReadonlySet<ItemId> = new Set(),
): Promise<AssignedToday> {
  const { learner, studyDay } = visit
  if (!learner.isStudent) return NOTHING
  const own = await ownAssignments(store(), learner.id)
  const given = own.filter((of) => of.delivered && of.startsOn <= studyDay)
  if (given.length === 0) return NOTHING
  const [items, done] = await Promise.all([
    studentItems(
      store(),
      given.map((of) => of.id),
      learner.id,
    ),
    itemsDoneToday(visit),
  ])
  const byAssignment = groupBy(items, (item) => item.assignmentId)
  const met = new Set(done.introduced)
  const lines = waitingLines(given, byAssignment, { studyDay, met, planned })
  const room = mostNew(learner.newPerDay) - done.introduced.length
  return {
    ...sharedOut(lines, room, learner.newPerDay),
    again: askedAgain(given, byAssignment, studyDay),
  }
}

type Line = {
  readonly id: AssignmentId
  /** New items that wait, in the order of their texts; each with the first assignment that has it. */
  readonly fresh: readonly ItemId[]
  readonly byPlan: number
  /** How many of them, today and on the days after it. */
  readonly needed: readonly number[]
}

function waitingLines(
  given: readonly Delivered[],
  byAssignment: ReadonlyMap<AssignmentId, readonly StudentItem[]>,
  on: { studyDay: StudyDay; met: ReadonlySet<ItemId>; planned: ReadonlySet<ItemId> },
): Line[] {
  const taken = new Set<ItemId>()
  return given.map((of) => {
    const items = byAssignment.get(of.id) ?? []
    const waiting = items.flatMap((item) => (isFresh(item, on.studyDay) ? (item.itemId ?? []) : []))
    const own = waiting.filter((id) => !taken.has(id))
    for (const id of own) taken.add(id)
    const byPlan = own.filter((id) => on.planned.has(id)).length
    const metToday = items.filter(({ itemId }) => itemId !== null && on.met.has(itemId)).length
    const counts = { fresh: own.length - byPlan, metToday: metToday + byPlan }
    return {
      ...{ id: of.id, byPlan },
      fresh: own.filter((id) => !on.planned.has(id)),
      needed: newByDay(of, counts, on.studyDay, DAYS_PROVIDED + 1),
    }
  })
}

/** Gives each line its items, day by day, as far as there is room. */
function sharedOut(lines: readonly Line[], room: number, newPerDay: number) {
  const rest = lines.map((line) => [...line.fresh])
  const days = Array.from({ length: DAYS_PROVIDED + 1 }, (_, ahead) => {
    const needs = lines.map((line) => line.needed[ahead] ?? 0)
    const taken = withinRoom(needs, ahead === 0 ? room : mostNew(newPerDay))
    return taken.map((n, line) => rest[line]?.splice(0, n) ?? [])
  })
  const [today = [], ...ahead] = days
  return {
    fresh: new Map(lines.map((line, n) => [line.id, today[n] ?? []])),
    byPlan: new Map(lines.map((line) => [line.id, line.byPlan])),
    ahead: ahead.map((day) => day.flat()),
  }
}

const isFresh = ({ cards }: StudentItem, studyDay: StudyDay): boolean =>
  cards.length > 0 &&
  cards.every(({ memory }) => memory.phase === 'new') &&
  cards.some(({ live, suspended, buriedOn }) => live && !suspended && buriedOn !== studyDay)

function askedAgain(
  given: readonly Delivered[],
  byAssignment: ReadonlyMap<AssignmentId, readonly StudentItem[]>,
  studyDay: StudyDay,
): ItemId[] {
  const asked = given.flatMap((of) =>
    (byAssignment.get(of.id) ?? []).flatMap((item) => {
      const known = recalling(item)
      return item.itemId && known && asksAgain(known, of, studyDay) ? [item.itemId] : []
    }),
  )
  return [...new Set(asked)]
}

/** Of a list: the element that was asked longest ago, and the one that comes first by itself. Null for what is not all met. */
function recalling(item: StudentItem) {
  const days: { last: StudyDay; due: StudyDay }[] = []
  for (const { memory, dueDay } of item.cards) {
    if (memory.phase === 'new' || dueDay === null) return null
    days.push({ last: memory.lastStudyDay, due: dueDay })
  }
  if (days.length === 0) return null
  return {
    days: itemDays(item),
    lastStudyDay: toStudyDay(Math.min(...days.map(({ last }) => last))),
    dueDay: toStudyDay(Math.min(...days.map(({ due }) => due))),
  }
}
