/** The embedded PostgreSQL: started on a free port of this machine only, and stopped with the command that started it. */
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Lifetime, Running } from '../setup/lifetime.mjs'
import { Problem } from '../setup/problem.mjs'
import { program } from './binaries'
import { dataOf } from './contents'
import { asServer, SUPERUSER } from './data-folder'
import type { Place } from './place'

export interface Server {
  readonly pid: number
  readonly port: number
  /** The address of one of its databases. */
  readonly url: (database: string) => string
  readonly stop: () => Promise<void>
  /** Kept when it has ended, however that came. */
  readonly exited: Promise<unknown>
}

export interface ServerOptions {
  readonly password: string
  readonly logFile: string
  /** Whether a power cut may lose nothing; tests are quicker without. */
  readonly durable: boolean
  /** Whether the whole command ends when the server does. */
  readonly essential: boolean
  readonly onRecovery?: () => void
  /** Instead of a free one: a server that is started again keeps its address. */
  readonly port?: number
}

const ATTEMPTS = 4
const READY_WITHIN_MS = 180_000
const LOG_LIMIT_BYTES = 1_000_000

const SETTINGS = [
  'timezone=UTC',
  'log_timezone=UTC',
  // Of a row that was refused the log says which rule it broke, and not what somebody wrote in it.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
]
const CARELESS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']

export async function startServer(
  life: Lifetime,
  place: Place,
  options: ServerOptions,
): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const tried = await tryToStart(life, place, options)
    if (tried.kind === 'ready') return tried.server
    // Another program may have taken the port in between; the memory of a killed server may take a moment to go.
    const passing = /could not bind|already in use|shared memory block/.test(tried.log)
    if (!passing || attempt === ATTEMPTS) {
      throw new Problem(
        `PostgreSQL did not start. Its last words (${options.logFile}):\n${tried.log}`,
      )
    }
    await sleep(500 * attempt)
  }
}

type Tried = { kind: 'ready'; server: Server } | { kind: 'ended'; log: string }

async function tryToStart(life: Lifetime, place: Place, options: ServerOptions): Promise<Tried> {
  const port = options.port ?? (await freePort())
  const log = openLog(options.logFile)
  const settings = [...SETTINGS, ...(options.durable ? [] : CARELESS)].flatMap((one) => ['-c', one])
  const running = life.run(
    program(place.programs, 'postgres'),
    ['-D', dataOf(place.home), '-p', String(port), ...settings],
    {
      ...asServer(place),
      output: log.descriptor,
      gentle: 'SIGINT',
      hard: 'SIGQUIT',
      patience: 20_000,
    },
  )
  closeSync(log.descriptor)
  const url = (database: string) =>
    `postgresql://${SUPERUSER}:${options.password}@127.0.0.1:${port}/${database}?sslmode=disable`
  const ended = running.exited.then(() => 'ended' as const)
  const outcome = await Promise.race([ended, untilReady(life, url('postgres'), options)])
  if (outcome === 'ended') return { kind: 'ended', log: log.since() }
  if (options.essential) endWith(life, running, log.since)
  const { pid, stop, exited } = running
  return { kind: 'ready', server: { pid, port, url, stop, exited } }
}

/** The command does not go on without its database. */
function endWith(life: Lifetime, running: Running, log: () => string): void {
  running.exited.then(() => {
    if (life.signal.aborted) return
    const error = new Problem(`PostgreSQL ended unexpectedly. Its last words:\n${log()}`)
    void life.end({ kind: 'failed', error })
  })
}

async function untilReady(life: Lifetime, url: string, options: ServerOptions): Promise<'ready'> {
  const until = Date.now() + READY_WITHIN_MS
  while (!life.signal.aborted && Date.now() < until) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return 'ready'
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === '28P01') {
        throw new Problem(
          'The password kept in the data folder is not the one that the database knows. Delete the file database-password there and start again: a new one is made.',
        )
      }
      if (code === '57P03') options.onRecovery?.()
    } finally {
      await client.end().catch(() => undefined)
    }
    await sleep(30)
  }
  throw new Problem(
    `PostgreSQL was not ready after ${READY_WITHIN_MS / 1000} seconds; see ${options.logFile}`,
  )
}

/** A port that no program listens on at this moment. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port)
        else reject(new Error('no port was given'))
      })
    })
  })
}

function openLog(path: string) {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.old`)
  const descriptor = openSync(path, 'a', 0o600)
  const begin = fstatSync(descriptor).size
  const since = () =>
    readFileSync(path).subarray(begin).toString('utf8').trim().split('\n').slice(-15).join('\n')
  return { descriptor, since }
}

/** Makes a database in the server, unless it is there. */
export async function ensureDatabase(server: Server, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!there.rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
