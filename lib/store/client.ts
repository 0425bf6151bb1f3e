/** The one connection pool to PostgreSQL, and what every store module shares: transactions and the error of a database that is gone. */
import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { z } from 'zod'
import { environment } from '@/lib/environment'
import { Prisma, PrismaClient } from './generated/client'

/** What store functions take: the pool, or the transaction they are part of. */
export type Db = Prisma.TransactionClient

// Kept on globalThis so that a development server that reloads modules does not open a pool each time.
const held = globalThis as typeof globalThis & {
  passageStore?: PrismaClient
  passagePool?: pg.Pool
}

/** Connects to another database than the environment's; for tests and tools that make their own. */
export function openStore(url: string): PrismaClient {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 })
  // A connection that breaks while nobody uses it is dropped; whoever asks next gets another.
  pool.on('error', () => undefined)
  held.passagePool = pool
  held.passageStore = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
  })
  return held.passageStore
}

/** The pool, opened at first use. Throws when DATABASE_URL is not set. */
export function store(): PrismaClient {
  if (held.passageStore) return held.passageStore
  const { databaseUrl } = environment()
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start Passage with `npm start`.')
  return openStore(databaseUrl)
}

/** The connections themselves, for what is said without Prisma: see sql.ts. */
export function connections(): pg.Pool {
  store()
  if (!held.passagePool) throw new Error('the store was opened without its connections')
  return held.passagePool
}

export async function closeStore(): Promise<void> {
  const { passageStore, passagePool } = held
  held.passageStore = undefined
  held.passagePool = undefined
  await passageStore?.$disconnect()
  if (passagePool && !passagePool.ended) await passagePool.end()
}

/** So often is a transaction run that the database gave up because another one waited for it. */
export const MOST_RUNS = 4

/** Runs `work` in one transaction: all of it is stored or nothing. It may run more than once, and must do nothing else. */
export async function inTransaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
  for (let run = 1; ; run++) {
    try {
      return await store().$transaction(work, { maxWait: 10_000, timeout: 120_000 })
    } catch (error) {
      if (run === MOST_RUNS || !isDeadlock(error)) throw error
    }
  }
}

/** Runs reads that must agree with each other: all of them see the database as it was at the first. */
export function inSnapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return store().$transaction(work, {
    isolationLevel: 'RepeatableRead',
    maxWait: 10_000,
    timeout: 120_000,
  })
}

// P1xxx: the server cannot be reached or closed the connection; P2024, P2028, P2037: no connection to be had.
const UNAVAILABLE_PRISMA = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
])
// Classes 08 (connection exception), 57P (operator intervention) and 53 (too few resources) of PostgreSQL, the sockets' own
// words, and what raw queries say, whose errors all bear the code P2010.
const UNAVAILABLE_OTHER =
  /^(08|57P|53)|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|Connection terminated|terminating connection|timeout exceeded when trying to connect|Server has closed the connection|Can't reach database server|DatabaseNotReachable/

/** Whether an error means that the database cannot be reached now (and not that something is wrong with what was asked). */
export function isStoreUnavailable(error: unknown): boolean {
  for (
    let at: unknown = error, depth = 0;
    at instanceof Error && depth < 5;
    at = at.cause, depth++
  ) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string' && (UNAVAILABLE_PRISMA.has(code) || UNAVAILABLE_OTHER.test(code)))
      return true
    if (at instanceof Prisma.PrismaClientInitializationError) return true
    if (UNAVAILABLE_OTHER.test(at.message)) return true
  }
  return false
}

const WriteConflict = z.object({
  driverAdapterError: z.object({
    cause: z.object({ kind: z.literal('TransactionWriteConflict') }),
  }),
})

/** Whether two transactions waited for each other, and this is the one that was given up. */
function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  // Raw SQL has a code of its own, P2010, and the reason inside.
  return error.code === 'P2034' || WriteConflict.safeParse(error.meta).success
}

/** Whether an error is the database's refusal of a second row with the same key. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
