/**
 * What the owner of items changes reaches those who study copies of them, in the same transaction. Whatever was changed,
 * this is called with the items it was changed in: it looks at how they are now, and doing it again changes nothing.
 */
import 'server-only'
import type { ItemId } from '@/lib/core/ids'
import type { Db } from '@/lib/store/client'
import { lockHolders } from '@/lib/store/copy'
import {
  areGiven,
  missingCopies,
  passWordsOn,
  placesOf,
  reachedBy,
  returnWithdrawn,
  withdrawDeleted,
  withdrawRemoved,
} from '@/lib/store/pass-on'
import { giveCopies, makeMissingCards } from './copy-items'

/** `instead`: the item that was put in the place of another, which is in the trash now. */
export async function passOn(
  db: Db,
  ids: readonly ItemId[],
  now: number,
  instead: { readonly of: ItemId; readonly is: ItemId } | null = null,
): Promise<void> {
  if (ids.length === 0 || !(await areGiven(db, ids))) return
  await lockHolders(db, await reachedBy(db, ids))
  const replaced = instead
    ? await giveCopies(db, await placesOf(db, instead.of, instead.is), now)
    : new Map<string, ItemId>()
  const mended = await passWordsOn(db, ids, now)
  const changed = [
    ...replaced.values(),
    ...mended,
    ...(await withdrawDeleted(db, ids, now)),
    ...(await withdrawRemoved(db, ids, now)),
    ...(await returnWithdrawn(db, ids, now)),
    ...(await giveCopies(db, await missingCopies(db, ids), now)).values(),
  ]
  await makeMissingCards(db, mended)
  // Their holders may have given them on. No item is its own origin at any distance, so this ends.
  await passOn(db, [...new Set(changed)], now)
}
