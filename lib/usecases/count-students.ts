import 'server-only'
import { ItemId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { countFollowers } from '@/lib/store/pass-on'
import { admit, manyIds } from './door'
import type { Visit } from './visit'

/** How many students study copies of some of these items of the visitor's, and will have what is changed in them. */
export async function countStudents(
  visit: Visit,
  input: { itemIds: string[] },
): Promise<Outcome<{ students: number }>> {
  const ids = admit(manyIds(ItemId), input.itemIds)
  if (!ids.ok) return ids
  return done({ students: await countFollowers(store(), visit.learner.id, ids.value) })
}
