/** Whether the database of DATABASE_URL can be used, and if not, why, in words and without its password. */
import pg from 'pg'
import { Problem } from '../setup/problem.mjs'

const WITHIN_MS = 10_000

/** PostgreSQL's codes and the network's, as a person would say them. */
const REASONS: Record<string, (database: string) => string> = {
  ECONNREFUSED: () => 'no server answers there. Is it started, and is the port right?',
  ENOTFOUND: () => 'no machine has that name',
  EAI_AGAIN: () => 'the name could not be looked up; is there a network?',
  ETIMEDOUT: () => `nothing answered within ${WITHIN_MS / 1000} seconds`,
  EHOSTUNREACH: () => 'there is no way to that machine',
  ENOENT: () => 'there is no such socket',
  '28P01': () => 'the server refuses that user and password',
  '28000': () => 'the server refuses that user',
  '3D000': (database) =>
    `the server has no database called ${database}. Make it first: CREATE DATABASE "${database}"`,
  '42501': () => 'that user has no right to do this',
  '53300': () => 'the server has too many connections already',
}

/** Host, port and database of an address, without who and how. */
function placeOf(url: string): { text: string; database: string } {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = hostname || searchParams.get('host') || 'localhost'
  const database = decodeURIComponent(pathname.slice(1))
  return { text: `${host}, port ${port || '5432'}, database ${database}`, database }
}

function reasonOf(error: unknown, database: string): string {
  // Trying several addresses of one name ends in a bundle of errors, one for each.
  const one = error instanceof AggregateError ? error.errors[0] : error
  const code = one instanceof Error && 'code' in one ? String(one.code) : ''
  const known = REASONS[code]
  if (known) return known(database)
  const message = one instanceof Error ? one.message : String(one)
  return /timeout/i.test(message) ? (REASONS.ETIMEDOUT?.(database) ?? message) : message
}

/** @throws Problem */
export async function checkReachable(url: string): Promise<void> {
  const { text, database } = placeOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WITHIN_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const row = await client.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
    )
    checkServer(row.rows[0])
  } catch (error) {
    const reason = error instanceof Problem ? error.message : reasonOf(error, database)
    throw new Problem(`The database of DATABASE_URL (${text}) cannot be used: ${reason}`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function checkServer(found: { version: number; encoding: string } | undefined): void {
  if (found && found.encoding !== 'UTF8') {
    throw new Problem(`its encoding is ${found.encoding}. Make one with the encoding UTF8`)
  }
  if (found && found.version < 150_000) {
    throw new Problem('it is older than PostgreSQL 15')
  }
}
