/** The database that a command works on: one's own (DATABASE_URL), or the embedded one of the data folder. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { applyMigrations } from '@/lib/store/migrations'
import { findBinaries } from '../database/binaries'
import { dataOf } from '../database/contents'
import { ensureData, resetPassword } from '../database/data-folder'
import { stopOrphanedProgram, stopOrphanedServer } from '../database/orphan'
import { choosePlace } from '../database/place'
import { checkReachable } from '../database/reach'
import { ensureDatabase, startServer } from '../database/server'
import type { Lifetime } from '../setup/lifetime.mjs'
import { takeLock } from '../setup/lock.mjs'
import { Problem } from '../setup/problem.mjs'
import type { Progress, Reporter } from '../setup/reporter.mjs'
import { type DataDir, keptSecret } from './data-dir'

const DATABASE = 'passage'
const PASSWORD = 'database-password'

/** What a start notes of the programs it started, for the next one should this one be killed. */
interface Noted {
  readonly pid: number
  readonly identity: string
}

/** Programs that a killed start left behind. */
export async function stopLeftovers(dataDir: DataDir, reporter: Reporter): Promise<void> {
  const noted = dataDir.lock.left?.programs
  for (const { pid, identity } of Array.isArray(noted) ? (noted as Noted[]) : []) {
    if (await stopOrphanedProgram(pid, identity)) {
      reporter.line(
        '  The last start was killed and had left its web server running; it is stopped.',
      )
    }
  }
}

/** Starts the embedded server. Returns the address of Passage's database in it. */
export async function openEmbedded(
  life: Lifetime,
  reporter: Reporter,
  dataDir: DataDir,
): Promise<string> {
  const binaries = findBinaries()
  const place = choosePlace(dataDir.path, binaries)
  if (place.moved) {
    reporter.line(
      `  The database lies in ${place.home}: root may not run PostgreSQL, and its own user cannot enter ${dataDir.path}.`,
    )
    lockHome(life, place.home)
  }
  const start = async (progress: Progress) => {
    if (await stopOrphanedServer(dataOf(place.home))) progress('an earlier one was still running')
    const passwordKnown = existsSync(join(dataDir.path, PASSWORD))
    const password = keptSecret(dataDir.path, PASSWORD)
    const { made, setAside } = await ensureData(life, place, password, true)
    if (!made && !passwordKnown) await resetPassword(life, place, password)
    const server = await startServer(life, place, {
      password,
      logFile: join(dataDir.path, 'postgres.log'),
      durable: true,
      essential: true,
      onRecovery: () => progress('recovering after a start that was killed'),
    })
    await ensureDatabase(server, DATABASE)
    return { server, made, setAside }
  }
  const { server, setAside } = await reporter.step('Starting the database', start, (done) =>
    done.made ? 'made anew' : null,
  )
  if (setAside) {
    reporter.line(`  A data folder that was never finished has been set aside as ${setAside}.`)
  }
  dataDir.lock.note({ databasePort: server.port })
  return server.url(DATABASE)
}

/** A copy of the data folder points to the same place: only one of the two may use it. */
function lockHome(life: Lifetime, home: string): void {
  const lock = takeLock(join(home, 'in-use.json'), 'a start')
  if (lock.kind === 'held') {
    throw new Problem(
      `The database in ${home} is in use by process ${lock.by.pid}, with another data folder that points to it as this one does.`,
    )
  }
  life.onEnd(lock.release)
}

/** The address of the embedded database that a running start has noted. */
export function addressOfRunning(dataDir: string, port: number): string {
  return `postgresql://passage:${keptSecret(dataDir, PASSWORD)}@127.0.0.1:${port}/${DATABASE}?sslmode=disable`
}

export function openOwn(reporter: Reporter, url: string): Promise<void> {
  return reporter.step('Reaching the database of DATABASE_URL', () => checkReachable(url))
}

export async function migrate(reporter: Reporter, url: string): Promise<void> {
  await reporter.step(
    'Bringing the tables up to date',
    () => applyMigrations(url),
    ({ applied }) => (applied.length ? `applied ${applied.join(', ')}` : 'nothing to do'),
  )
}
