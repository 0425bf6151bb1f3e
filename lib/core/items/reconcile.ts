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
  /** Items whose evidence is gone, kept or studied once: shown as retired, asked no more. */
  readonly retire: readonly ItemId[]
  /** Proposals that nobody decided on and that no longer stand in the text. */
  readonly drop: readonly ItemId[]
  readonly propose: readonly ProposedItem[]
}

/** `studied`: those of the items that have cards, and so perhaps reviews. */
export function reconcile(
  items: readonly StoredItem[],
  proposals: readonly ProposedItem[],
  body: string,
  studied: ReadonlySet<ItemId>,
): Reconciled {
  const stay: { id: ItemId; evidence: readonly Evidence[]; status: ItemStatus }[] = []
  const retire: ItemId[] = []
  const drop: ItemId[] = []
  const proposed = new Map(proposals.map((p) => [p.key, p]))
  for (const item of items) {
    const again = proposed.get(item.key)
    // What was written by hand without a passage rests on no revision.
    const evidence = item.evidence.length === 0 ? null : evidenceIn(body, item, again)
    if (evidence) stay.push({ id: item.id, evidence, status: statusWhenFound(item) })
    else if (item.evidence.length > 0) {
      if (item.status === 'kept') retire.push(item.id)
      if (item.status === 'proposed') (studied.has(item.id) ? retire : drop).push(item.id)
    }
    proposed.delete(item.key)
  }
  return { stay, retire, drop, propose: [...proposed.values()] }
}

/** Where the new revision says it: the same words, or what the generator found there that says the same. */
function evidenceIn(
  body: string,
  item: StoredItem,
  again: ProposedItem | undefined,
): readonly Evidence[] | null {
  const found = item.evidence.map((e) => findEvidence(e, body)).filter((e) => e !== null)
  return found.length === item.evidence.length ? found : (again?.evidence ?? null)
}

/** A retired item whose words came back takes up where it was: in its deck if it is in one. */
function statusWhenFound(item: StoredItem): ItemStatus {
  if (item.status !== 'retired') return item.status
  return item.decks.length > 0 ? 'kept' : 'proposed'
}
