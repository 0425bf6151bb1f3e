/** What tests stand on: a folder of their own, and in it a PostgreSQL of their own. Gone when the tests are. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries } from '../database/binaries'
import { ensureData } from '../database/data-folder'
import { choosePlace } from '../database/place'
import { type Server, startServer } from '../database/server'
import type { Lifetime } from '../setup/lifetime.mjs'

let folder: string | undefined

/** The folder of this run; others may enter it, since PostgreSQL may have a user of its own. */
export function testFolder(life: Lifetime): string {
  if (folder) return folder
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'passage-test-')))
  chmodSync(made, 0o755)
  // What an interrupted test had started may take a moment to go, and write until then.
  life.onEnd(() => rmSync(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))
  folder = made
  return made
}

export interface TestServer {
  /** The server as it runs now; stopped and started again it keeps its port. */
  readonly server: Server
  readonly restart: () => Promise<Server>
}

let running: Promise<TestServer> | undefined

/** The one server of this run. */
export function testServer(life: Lifetime): Promise<TestServer> {
  running ??= startTestServer(life, testFolder(life))
  return running
}

/**
 * @param home a folder that is removed by whoever made it
 * @param durable whether what is committed outlives a kill, as it does for people; most tests are quicker without
 */
export async function startTestServer(
  life: Lifetime,
  home: string,
  { durable = false } = {},
): Promise<TestServer> {
  const place = choosePlace(home, findBinaries())
  if (place.moved) life.onEnd(() => rmSync(place.home, { recursive: true, force: true }))
  const password = randomBytes(16).toString('hex')
  await ensureData(life, place, password, durable)
  const options = {
    password,
    logFile: join(home, 'postgres.log'),
    durable,
    essential: false,
  }
  const server = await startServer(life, place, options)
  return { server, restart: () => startServer(life, place, { ...options, port: server.port }) }
}
