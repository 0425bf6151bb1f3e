/** The built app on a database of its own, in which every change is seen. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { environment } from '@/lib/environment'
import { applyMigrations } from '@/lib/store/migrations'
import { ensureDatabase, freePort } from '../database/server'
import { Lifetime } from '../setup/lifetime.mjs'
import { addressOf, startWeb, untilHealthy } from '../start/web'
import { startTestServer } from '../test/ground'
import { watchChanges } from './changes'

export interface Ground {
  readonly url: string
  readonly databaseUrl: string
  readonly build: string
  /** With which the server signs. */
  readonly secret: string
  /** Of this run of the tests. */
  readonly folder: string
  readonly client: pg.Client
  /** Every line that the web server wrote. */
  readonly said: readonly string[]
  readonly close: () => Promise<void>
}

/** Should the test's process be killed, its children are stopped with it. */
export async function startGround(): Promise<Ground> {
  const { build, folder } = environment().test
  if (!build || !folder) throw new Error('Start this with npm test -- walk')
  const home = mkdtempSync(join(folder, 'walk-'))
  chmodSync(home, 0o755)
  const life = new Lifetime()
  const { server } = await startTestServer(life, home)
  await ensureDatabase(server, 'passage')
  const databaseUrl = server.url('passage')
  await applyMigrations(databaseUrl)
  const listen = { host: '127.0.0.1', port: await freePort() }
  const secret = randomBytes(32).toString('hex')
  const settings = {
    ...{ DATABASE_URL: databaseUrl, SESSION_SECRET: secret },
    // One address asks for everything here.
    RATE_LIMITS: 'off',
  }
  const said: string[] = []
  const heard = (line: string) => void said.push(line)
  const web = startWeb(life, listen, build, settings, { essential: false, heard })
  await untilHealthy(life, listen)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await watchChanges(client)
  return {
    ...{ url: addressOf(listen), databaseUrl, build, folder, secret, client },
    said,
    close: async () => {
      await client.end()
      await web.stop()
      await server.stop()
    },
  }
}
