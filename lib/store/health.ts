/** Which of the migrations in prisma/migrations the database has. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Db } from './client'

export async function migrationState(db: Db): Promise<{ applied: number; pending: string[] }> {
  const folder = path.join(process.cwd(), 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const [table] = await db.$queryRaw<
    { there: boolean }[]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`
  if (!table?.there) return { applied: 0, pending: wanted.sort() }
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const applied = new Set(rows.map((row) => row.name))
  return { applied: applied.size, pending: wanted.filter((name) => !applied.has(name)).sort() }
}
