/** Undos that name no target take back what stood last, as the key U does. */
import type { ReviewEventInput } from '../../review/event'

type Undo = Extract<ReviewEventInput, { kind: 'undo' }>
/** As an event, but that an undo may leave its target open. */
export type Unaimed = Exclude<ReviewEventInput, Undo> | UnaimedUndo
type UnaimedUndo = Omit<Undo, 'targetId'> & { readonly targetId?: Undo['targetId'] | undefined }

/**
 * Gives each undo its target: where it names none, the card's latest event before it that is no undo and that no other
 * undo takes back. One that finds nothing is left out. Each id must stand once; the order does not matter.
 */
export function aimed(events: readonly Unaimed[]): ReviewEventInput[] {
  const taken = new Set<string>()
  for (const event of events) if (event.kind === 'undo' && event.targetId) taken.add(event.targetId)
  const standing = new Map<string, Exclude<ReviewEventInput, Undo>[]>()
  const left: ReviewEventInput[] = []
  for (const event of [...events].sort(byTime)) {
    if (event.kind !== 'undo') {
      if (!taken.has(event.id)) standingOf(standing, event.cardId).push(event)
      left.push(event)
      continue
    }
    const targetId = event.targetId ?? standingOf(standing, event.cardId).pop()?.id
    if (targetId) left.push({ ...event, targetId })
  }
  return left
}

function standingOf<T>(standing: Map<string, T[]>, cardId: string): T[] {
  const known = standing.get(cardId) ?? []
  standing.set(cardId, known)
  return known
}

/** As events count; an undo of the same moment comes after what it may take back. */
function byTime(a: Unaimed, b: Unaimed): number {
  const gap = Date.parse(a.reviewedAt) - Date.parse(b.reviewedAt)
  if (gap !== 0) return gap
  if ((a.kind === 'undo') !== (b.kind === 'undo')) return a.kind === 'undo' ? 1 : -1
  return a.id < b.id ? -1 : 1
}
