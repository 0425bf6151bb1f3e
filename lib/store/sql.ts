/**
 * SQL straight to PostgreSQL, for the one path that must bear many answers at once. Prisma's transactions cost a
 * millisecond of the processor for each statement, the driver alone a tenth of that.
 */
import 'server-only'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { connections, MOST_RUNS } from './client'
import { Prisma } from './generated/client'

/** What can run SQL: a transaction of this module, and Prisma's client and transactions too. */
export type Sql = {
  $queryRaw<T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>
}

/** Runs `work` in one transaction, as inTransaction does: it may run more than once, and must do nothing else. */
export async function inSqlTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  for (let run = 1; ; run++) {
    try {
      return await runOnce(work)
    } catch (error) {
      if (run === MOST_RUNS || !isDeadlock(error)) throw error
    }
  }
}

async function runOnce<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await connections().connect()
  // A connection that breaks tells the statement under way, and then whoever listens: nobody else must.
  const ignore = () => undefined
  client.on('error', ignore)
  let broken = false
  try {
    await client.query('BEGIN')
    const value = await work(sqlOf(client))
    await client.query('COMMIT')
    return value
  } catch (error) {
    // Where not even this can be said, the connection is of no use to anybody.
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

/** One statement and then another, each by itself. */
export const outsideTransaction = (): Sql => sqlOf(connections())

function sqlOf(client: Pick<pg.ClientBase, 'query'>): Sql {
  const run = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) => {
    const { text, values: all } = isTemplate(query) ? Prisma.sql(query, ...values) : query
    return client.query({ name: nameOf(text), text, values: all, types: TYPES })
  }
  return {
    // The type of the rows is the word of whoever wrote the SELECT, as with Prisma.
    $queryRaw: async <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await run(query, values)).rows as T,
    $executeRaw: async (query, ...values) => (await run(query, values)).rowCount ?? 0,
  }
}

/** Dates without a time, as Prisma reads them: midnight in UTC, whatever the zone of this machine. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.DATE && format !== 'binary'
      ? (text: string) => new Date(`${text}T00:00:00Z`)
      : pg.types.getTypeParser(oid, format),
}

const isTemplate = (query: TemplateStringsArray | Prisma.Sql): query is TemplateStringsArray =>
  Array.isArray(query)

const names = new Map<string, string>()

/**
 * Named, a statement is parsed and planned once for each connection. Texts are few: values never stand in them. The name
 * follows from the text, since Next loads this module once for pages and once for handlers, and both use the same connections.
 */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = `passage_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  names.set(text, name)
  return name
}

/** Two transactions waited for each other, and this is the one that was given up. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001')
