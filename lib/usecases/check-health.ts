import 'server-only'
import { isStoreUnavailable, store } from '@/lib/store/client'
import { migrationState } from '@/lib/store/health'
import packageJson from '@/package.json'

export type Health = {
  readonly ok: boolean
  readonly database: 'reachable' | 'unreachable'
  readonly migrations: { readonly applied: number; readonly pending: readonly string[] }
  readonly version: string
}

/** Whether the app can do its work: the database answers and has all migrations. */
export async function checkHealth(): Promise<Health> {
  const { version } = packageJson
  try {
    const migrations = await migrationState(store())
    return { ok: migrations.pending.length === 0, database: 'reachable', migrations, version }
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error
    return { ok: false, database: 'unreachable', migrations: { applied: 0, pending: [] }, version }
  }
}
