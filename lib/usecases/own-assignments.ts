/** What a student has to do, how far they are, and what of it comes today. */
import 'server-only'
import { type Progress, progressOf } from '@/lib/core/class/progress'
import { groupBy } from '@/lib/core/group-by'
import type { AssignmentId, ClassId } from '@/lib/core/ids'
import { type StudentItem, studentItems } from '@/lib/store/assignment-progress'
import { store } from '@/lib/store/client'
import { type Delivered, ownAssignments } from '@/lib/store/own-assignment'
import { assignedToday } from './assigned-today'
import { examsToday } from './exam-plans'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

export type OwnLine = Delivered & {
  /** null: it has not begun for them. */
  readonly progress: Progress | null
  /** New items of it in today's session. */
  readonly newToday: number
}

/** In all classes, or one; by due date, without what was taken back. */
export async function listOwnAssignments(visit: Visit, classId?: ClassId): Promise<OwnLine[]> {
  if (!visit.learner.isStudent) return []
  const own = await ownAssignments(store(), visit.learner.id, classId ? { classId } : {})
  return (await linesOf(visit, own)).map(({ items: _, ...line }) => line)
}

/** So long after the due date what is not done is still spoken of. Days. */
const REMEMBERED = 14

/** Those that Today speaks of: begun, and not over long ago or done. */
export async function assignmentsAhead(visit: Visit): Promise<OwnLine[]> {
  const { studyDay } = visit
  const lines = await listOwnAssignments(visit)
  return lines.filter(
    ({ delivered, dueOn, progress }) =>
      delivered &&
      progress &&
      (dueOn >= studyDay || (!progress.met && studyDay - dueOn <= REMEMBERED)),
  )
}

/** One of them, with the items it is on; null where there is none such. */
export async function findOwnAssignment(
  visit: Visit,
  id: AssignmentId,
): Promise<(OwnLine & { readonly items: readonly StudentItem[] }) | null> {
  const [line] = await linesOf(visit, await ownAssignments(store(), visit.learner.id, { id }))
  return line ?? null
}

async function linesOf(visit: Visit, own: readonly Delivered[]) {
  const { learner, studyDay } = visit
  const given = own.filter((of) => of.delivered).map((of) => of.id)
  if (given.length === 0)
    return own.map((of) => ({ ...of, progress: null, newToday: 0, items: [] }))
  const { asked } = await examsToday(visit)
  const [items, today] = await Promise.all([
    studentItems(store(), given, learner.id),
    assignedToday(visit, new Set(asked)),
  ])
  const byAssignment = groupBy(items, (item) => item.assignmentId)
  const { parameters } = parametersOf(learner)
  return own.map((of) => {
    const held = byAssignment.get(of.id) ?? []
    return {
      ...of,
      progress: of.delivered ? progressOf(held, of, studyDay, parameters) : null,
      newToday: (today.fresh.get(of.id)?.length ?? 0) + (today.byPlan.get(of.id) ?? 0),
      items: held,
    }
  })
}
