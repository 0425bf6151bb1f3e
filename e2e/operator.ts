/** What whoever runs Passage does from a shell, on the database of the journeys. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { childEnvironment, environment } from '../lib/environment'

const run = promisify(execFile)

/** What a program of the shell prints. */
export async function npmRun(...args: readonly string[]): Promise<string> {
  const { databaseUrl } = environment().test
  if (!databaseUrl) throw new Error('Start the journeys with npm test -- e2e')
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', ...args], {
    env: childEnvironment({ DATABASE_URL: databaseUrl }),
  })
  return stdout
}
