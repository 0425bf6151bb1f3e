/** Runs one of the programs of the shell in a process of its own, with a database if it works on one. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { childEnvironment, environment } from '@/lib/environment'
import type { Command } from '../setup/begin.mjs'
import type { Lifetime } from '../setup/lifetime.mjs'
import { Problem } from '../setup/problem.mjs'
import { inProject } from '../setup/project.mjs'
import type { Reporter } from '../setup/reporter.mjs'
import { ensureClient } from '../start/client'
import { SERVER_CODE } from '../start/content'
import { openDataDir, runningDatabasePort } from '../start/data-dir'
import { addressOfRunning, migrate, openEmbedded, openOwn, stopLeftovers } from '../start/database'
import { stopWithNpm } from '../start/parent'

const PROGRAMS: Record<string, { readonly database: boolean }> = {
  generate: { database: false },
  import: { database: true },
  account: { database: true },
  replay: { database: false },
  simulate: { database: false },
  parse: { database: false },
  'evaluate-reading': { database: false },
  spans: { database: false },
  evaluate: { database: false },
  // Benchmarks make their own, so that nobody's data are in their way.
  bench: { database: false },
}

const run: Command = async (life, reporter, [name = '', ...args]) => {
  const program = PROGRAMS[name]
  if (!program)
    throw new Problem(`There is no program "${name}", only ${Object.keys(PROGRAMS).join(', ')}.`)
  const settings = environment()
  stopWithNpm(life, settings.startedByNpm)
  const needed = program.database ? await openDatabase(life, reporter, name) : {}
  const file = inProject('scripts', `${name}.ts`)
  const paths = args.map((arg) => fromCaller(settings.calledFrom, arg))
  const { exited } = life.run(process.execPath, [...SERVER_CODE, file, ...paths], {
    output: 'inherit',
    input: 'inherit',
    env: childEnvironment({ NODE_ENV: 'production', ...needed }),
  })
  life.exitCode = (await exited).code ?? 1
}

/** npm goes to the project's folder; a file that was named from another one is meant to be found there. */
function fromCaller(calledFrom: string | null, arg: string): string {
  if (!calledFrom || arg.startsWith('-')) return arg
  const path = resolve(calledFrom, arg)
  return existsSync(path) ? path : arg
}

async function openDatabase(life: Lifetime, reporter: Reporter, name: string) {
  const { databaseUrl, dataDir } = environment()
  await ensureClient(life, reporter)
  if (databaseUrl) {
    await openOwn(reporter, databaseUrl)
    await migrate(reporter, databaseUrl)
    return { DATABASE_URL: databaseUrl }
  }
  const port = runningDatabasePort(dataDir)
  if (port) return { DATABASE_URL: addressOfRunning(dataDir, port) }
  const folder = openDataDir(dataDir, `npm run ${name}`)
  life.onEnd(folder.lock.release)
  await stopLeftovers(folder, reporter)
  const url = await openEmbedded(life, reporter, folder)
  await migrate(reporter, url)
  return { DATABASE_URL: url }
}

export default run
