/** The ways in which the servers die and come back, and a look at what outlived it. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Victims } from './victims'

/** The web server by SIGKILL, PostgreSQL by either signal, or both servers at once. */
export const KILLS = ['web', 'SIGKILL', 'SIGQUIT', 'both'] as const
export type Kill = (typeof KILLS)[number]

/** Whether PostgreSQL dies of it. */
export const killsDatabase = (kill: Kill): boolean => kill !== 'web'

/** @param downMs how long what was killed stays down */
export async function killAndStart(victims: Victims, kill: Kill, downMs = 0): Promise<void> {
  const web = kill === 'web' || kill === 'both'
  const database = kill === 'both' ? 'SIGKILL' : kill === 'web' ? null : kill
  await Promise.all([web && victims.killWeb(), database && victims.killDatabase(database)])
  if (downMs > 0) await sleep(downMs)
  if (database) await victims.startDatabase()
  if (web) await victims.startWeb()
}

/** On a connection of its own, since none outlives a kill. */
export async function onDatabase<T>(
  { databaseUrl }: Victims,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
