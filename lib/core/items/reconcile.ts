/**
 * When a text is imported again, its items meet the new revision: an item whose evidence is still there stays, memory
 * and all; one whose evidence is gone is retired; what the new revision says besides is proposed.
 */
import type { ItemId } from '../ids'
import { findEvidence } from './evidence'
import type { Evidence, ProposedItem } from './item'
import type { ItemStatus, StoredItem } from './stored'

export type Reconciled = {
  /** Items that stay, with their evidence in the new revision and the status they then have. */
  readonly stay: readonly { id: ItemId; evidence: readonly Evidence[]; status: ItemStatus }[]
  /** Kept items whose evidence is gone: shown as retired, asked no more. */
  readonly retire: readonly ItemId[]
  /** Proposals that nobody decided on and that no longer stand in the text. */
  readonly drop: readonly ItemId[]
  readonly propose: readonly ProposedItem[]
}

export function reconcile(
  items: readonly StoredItem[],
  proposals: readonly ProposedItem[],
  body: string,
): Reconciled {
  const stay: { id: ItemId; evidence: readonly Evidence[]; status: ItemStatus }[] = []
  const retire: ItemId[] = []
  const drop: ItemId[] = []
  const held = new Set<string>()
  for (const item of items) {
    held.add(item.key)
    // What was written by hand without a passage rests on no revision.
    if (item.evidence.length === 0) continue
    const evidence = item.evidence.map((e) => findEvidence(e, body))
    const found = evidence.filter((e) => e !== null)
    if (found.length === evidence.length) {
      stay.push({ id: item.id, evidence: found, status: statusWhenFound(item) })
    } else if (item.status === 'kept') retire.push(item.id)
    else if (item.status === 'proposed') {
      drop.push(item.id)
      held.delete(item.key)
    }
  }
  return { stay, retire, drop, propose: proposals.filter((p) => !held.has(p.key)) }
}

/** A retired item whose words came back takes up where it was: in its deck if it is in one. */
function statusWhenFound(item: StoredItem): ItemStatus {
  if (item.status !== 'retired') return item.status
  return item.decks.length > 0 ? 'kept' : 'proposed'
}
