/** A Passage for journeys: the built app and its worker on a database and a port of its own, with a clock that they may move. */
import { randomBytes } from 'node:crypto'
import { applyMigrations } from '@/lib/store/migrations'
import { ensureDatabase, freePort, type Server } from '../database/server'
import type { Lifetime } from '../setup/lifetime.mjs'
import type { Reporter } from '../setup/reporter.mjs'
import { importShipped } from '../start/content'
import { addressOf, startWeb, untilHealthy, type Web } from '../start/web'
import { startWorker } from '../start/worker'

const DATABASE = 'passage_journeys'
/** So that a journey with a book is short; longer than any text that ships. */
const TEST_BOOK_WORDS = '3000'

/** No reporter: nobody looks on while journeys run. */
const silent: Reporter = {
  line: () => undefined,
  step: (_title, work) => work(() => undefined),
}

export interface Passage {
  readonly url: string
  readonly databaseUrl: string
  readonly web: Web
}

export async function startPassage(
  life: Lifetime,
  server: Server,
  distDir: string,
): Promise<Passage> {
  await ensureDatabase(server, DATABASE)
  const databaseUrl = server.url(DATABASE)
  await applyMigrations(databaseUrl)
  await importShipped(life, silent, databaseUrl)
  const listen = { host: '127.0.0.1', port: await freePort() }
  const web = startWeb(
    life,
    listen,
    distDir,
    {
      ...{ DATABASE_URL: databaseUrl, SESSION_SECRET: randomBytes(32).toString('hex') },
      ...{ TEST_CLOCK: '1', TEST_BOOK_WORDS },
    },
    { essential: false },
  )
  startWorker(
    life,
    { DATABASE_URL: databaseUrl, PASSAGE_BUILD: distDir, TEST_BOOK_WORDS },
    { onBegun: () => undefined, say: () => undefined },
  )
  await untilHealthy(life, listen)
  return { url: addressOf(listen), databaseUrl, web }
}
