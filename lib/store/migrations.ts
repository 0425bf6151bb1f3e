/**
 * The migrations of prisma/migrations, applied in order, each in one transaction: a migration is there whole or not
 * at all, also when the process is killed in the middle. Prisma's own engine runs them (as WebAssembly, since its
 * binary is fetched from outside the registry) and keeps `_prisma_migrations` as `prisma migrate deploy` would.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { JOBS_SCHEMA } from './jobs'
import { type Migration, runMigrationsThroughEngine } from './migration-engine'

/** The database cannot be brought up to date; the message says why and what to do. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem'
}

interface AppliedRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished: boolean
}

const FOLDER = 'prisma/migrations'
// Any number that nothing else in the database locks on.
const LOCK = 5_077_245_911

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder))
    throw new MigrationProblem(`There is no folder of migrations at ${folder}.`)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const table = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  )
  if (!table.rows[0]?.there) return []
  const rows = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows.rows
}

/** Names what is still to be applied. @throws MigrationProblem when the two histories do not fit together. */
function compare(files: readonly Migration[], rows: readonly AppliedRow[]): string[] {
  const known = new Map(files.map((file) => [file.name, file]))
  for (const row of rows) {
    const file = known.get(row.migration_name)
    if (!file) {
      throw new MigrationProblem(
        `The database has the migration ${row.migration_name}, which this version of Passage does not know: a newer version has used it. Use that version, or another database.`,
      )
    }
    if (!row.finished) {
      throw new MigrationProblem(
        `The migration ${row.migration_name} was begun by another tool and never finished. Set the database right by hand, then run: npx prisma migrate resolve --rolled-back ${row.migration_name}`,
      )
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationProblem(
        `The migration ${row.migration_name} was changed after it had been applied. Put its file back as it was, and write a new migration for the change.`,
      )
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name))
  return files.map((file) => file.name).filter((name) => !applied.has(name))
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while idle is reported here; the next query on it fails with the reason.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The migrations that the database lacks, in order. */
export function pendingMigrations(databaseUrl: string, folder = FOLDER): Promise<string[]> {
  return withClient(databaseUrl, async (client) =>
    compare(readMigrations(resolve(folder)), await readApplied(client)),
  )
}

/**
 * Brings the database up to date. Two processes that do so at once go one after the other.
 * @throws MigrationProblem when a migration fails; those before it stay applied, it and those after it are not.
 */
export async function applyMigrations(
  databaseUrl: string,
  folder = FOLDER,
): Promise<{ applied: string[] }> {
  const files = readMigrations(resolve(folder))
  return withClient(databaseUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const pending = compare(files, await readApplied(client))
    for (const name of pending) {
      const upTo = files.slice(0, files.findIndex((file) => file.name === name) + 1)
      try {
        await runMigrationsThroughEngine(databaseUrl, resolve(folder), upTo)
      } catch (error) {
        throw new MigrationProblem(
          `The migration ${name} failed and was undone; the database is as it was before it. PostgreSQL says: ${messageOf(error)}`,
          { cause: error },
        )
      }
    }
    await makeJobTables(databaseUrl)
    return { applied: pending }
  })
}

/** The tables of the job queue stand in a schema of their own and have migrations of their own. */
async function makeJobTables(connectionString: string): Promise<void> {
  try {
    await runMigrations({
      connectionString,
      schema: JOBS_SCHEMA,
      logger: new Logger(() => () => undefined),
    })
  } catch (error) {
    throw new MigrationProblem(
      `The tables of the job queue (schema ${JOBS_SCHEMA}) cannot be made. PostgreSQL says: ${messageOf(error)}`,
      { cause: error },
    )
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
