/** A Passage whose web server and PostgreSQL can be killed and started again, each at its own address. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '@/lib/store/migrations'
import { ensureDatabase, freePort } from '../database/server'
import type { Lifetime } from '../setup/lifetime.mjs'
import { addressOf, startWeb, untilHealthy } from '../start/web'
import { startTestServer } from '../test/ground'

const DATABASE = 'passage'
/** Any secret will do, as long as it is the same before and after a kill. */
const SECRET = 'a secret of this run, known to nobody else'

export interface Victims {
  readonly url: string
  readonly databaseUrl: string
  readonly home: string
  /** Ends the web server as a machine without power does, and waits until it is gone. */
  readonly killWeb: () => Promise<void>
  readonly startWeb: () => Promise<void>
  /** SIGKILL, or SIGQUIT: PostgreSQL's immediate shutdown. Neither leaves it time to write. */
  readonly killDatabase: (signal: 'SIGKILL' | 'SIGQUIT') => Promise<void>
  readonly startDatabase: () => Promise<void>
  /** What the web server wrote last. */
  readonly said: () => string
  readonly close: () => Promise<void>
}

/** On a PostgreSQL of its own that is durable as a person's is. Its folder is removed at the end. */
export async function startVictims(
  life: Lifetime,
  distDir: string,
  parent = tmpdir(),
): Promise<Victims> {
  const home = realpathSync(mkdtempSync(join(parent, 'passage-crash-')))
  chmodSync(home, 0o755)
  const remove = () =>
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  life.onEnd(remove)
  const { server, restart } = await startTestServer(life, home, { durable: true })
  await ensureDatabase(server, DATABASE)
  const databaseUrl = server.url(DATABASE)
  await applyMigrations(databaseUrl)
  const listen = { host: '127.0.0.1', port: await freePort() }
  const begin = () =>
    startWeb(
      life,
      listen,
      distDir,
      // As fast as they can: that is what is tried here.
      { DATABASE_URL: databaseUrl, SESSION_SECRET: SECRET, RATE_LIMITS: 'off' },
      { essential: false },
    )
  let database = server
  let web = begin()
  await untilHealthy(life, listen)
  return {
    url: addressOf(listen),
    databaseUrl,
    home,
    killWeb: async () => {
      process.kill(web.pid, 'SIGKILL')
      await web.exited
    },
    startWeb: async () => {
      web = begin()
      await untilHealthy(life, listen)
    },
    killDatabase: async (signal) => {
      process.kill(database.pid, signal)
      await database.exited
    },
    startDatabase: async () => {
      database = await restart()
    },
    said: () => web.tail(),
    close: async () => {
      await web.stop()
      await database.stop()
      remove()
    },
  }
}
