import 'server-only'
import { type ItemView, itemViews } from './item-view'
import type { Visit } from './visit'

/** What was deleted and can come back, the latest first. */
export async function listTrash(visit: Visit): Promise<ItemView[]> {
  const items = await itemViews(visit, { status: ['deleted'] })
  return items.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}
