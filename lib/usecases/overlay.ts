/** What lies over the queue of the day: what the plans of exams say about it, and what assignments bring. */
import 'server-only'
import type { ItemId } from '@/lib/core/ids'
import type { Overlay } from '@/lib/core/session/queue'
import { type AssignedToday, assignedToday } from './assigned-today'
import { examsToday } from './exam-plans'
import type { Visit } from './visit'

/** Null where there is nothing of either. */
export const overlayToday = async (visit: Visit): Promise<Overlay | null> =>
  (await overlayAhead(visit)).overlay

/** The same with the new items that assignments bring on the coming days. */
export async function overlayAhead(
  visit: Visit,
): Promise<{ readonly overlay: Overlay | null; readonly ahead: AssignedToday['ahead'] }> {
  const { asked, heldBack } = await examsToday(visit)
  const { fresh, again, ahead } = await assignedToday(visit, new Set(asked))
  const assigned = new Set([...fresh.values()].flat())
  const wanted = new Set([...asked, ...again])
  const held = new Set([...heldBack].filter((id: ItemId) => !wanted.has(id) && !assigned.has(id)))
  const overlay =
    wanted.size + held.size + assigned.size === 0 ? null : { wanted, heldBack: held, assigned }
  return { overlay, ahead }
}
