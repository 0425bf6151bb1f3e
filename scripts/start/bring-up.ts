/** What the app stands on, in order: the data folder, the port, the database with its tables and the texts that ship. */
import { environment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import type { Reporter } from '../setup/reporter.mjs'
import { ensureClient } from './client'
import { importShipped } from './content'
import { type DataDir, keptSecret, openDataDir } from './data-dir'
import { migrate, openEmbedded, openOwn, stopLeftovers } from './database'
import { stopWithNpm } from './parent'
import { checkPortFree } from './web'

export interface Ground {
  readonly dataDir: DataDir
  readonly databaseUrl: string
  readonly sessionSecret: string
}

/** @param command its name, for whoever finds the data folder in use */
export async function bringUp(
  life: Lifetime,
  reporter: Reporter,
  command: string,
): Promise<Ground> {
  const settings = environment()
  stopWithNpm(life, settings.startedByNpm)
  const dataDir = openDataDir(settings.dataDir, command)
  life.onEnd(dataDir.lock.release)
  await stopLeftovers(dataDir, reporter)
  await checkPortFree(settings)
  const sessionSecret = settings.sessionSecret ?? keptSecret(dataDir.path, 'secret')

  await ensureClient(life, reporter)
  if (settings.databaseUrl) await openOwn(reporter, settings.databaseUrl)
  const databaseUrl = settings.databaseUrl ?? (await openEmbedded(life, reporter, dataDir))
  await migrate(reporter, databaseUrl)
  await importShipped(life, reporter, databaseUrl)
  return { dataDir, databaseUrl, sessionSecret }
}
