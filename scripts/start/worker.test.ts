/** The worker beside the web server: a real one, on the embedded PostgreSQL, with real signals. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { childEnvironment, environment } from '@/lib/environment'
import { identityOf } from '../setup/identity.mjs'
import { inProject } from '../setup/project.mjs'

let folder: string
let child: ChildProcess
let output: string
let ended: Promise<number | null>

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(environment().test.folder ?? tmpdir(), 'passage-worker-')))
  chmodSync(folder, 0o755)
  output = ''
  child = spawn(
    process.execPath,
    [inProject('scripts/start/stand-in/begin.mjs'), 'web.mjs', 'worker'],
    {
      env: childEnvironment({ DATA_DIR: join(folder, 'data'), npm_lifecycle_event: undefined }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk
    })
  }
  ended = new Promise((resolve) => {
    child.once('close', resolve)
  })
})

afterEach(async () => {
  child.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
})

async function until<T>(
  what: string,
  look: () => T | null | undefined | false | Promise<T | false>,
) {
  const giveUp = Date.now() + 40_000
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > giveUp) throw new Error(`never: ${what}\n${output}`)
    await sleep(50)
  }
}

const lives = (pid: number) => identityOf(pid) !== null
const workers = () => [...output.matchAll(/^worker (\d+)$/gm)].map((found) => Number(found[1]))

/** The number of the worker that is up, and the database it works on. */
async function ready(): Promise<{ worker: number; web: number; url: string }> {
  const line = await until('ready', () => /^ready (.*)$/m.exec(output)?.[1])
  const { web, url }: { web: number; url: string } = JSON.parse(line)
  const worker = await until('a worker', () => workers().at(-1))
  return { web, url, worker }
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const LEARNER = '018f4e5a-0000-7000-8000-000000000001'
const MAKE = `INSERT INTO learner (id, time_zone) VALUES ('${LEARNER}', 'UTC')`
const QUEUE = `SELECT graphile_worker.add_job('fit-parameters',
  '{"learnerId": "${LEARNER}", "occasion": "at-1000"}'::json, job_key := 'once')`

const results = (url: string) =>
  query<{ outcome: string }>(url, 'SELECT outcome FROM learner_parameters')

describe('the worker', () => {
  it('does what is queued, and goes with the rest when they are told to stop', async () => {
    const { url, worker, web } = await ready()
    await query(url, MAKE)
    await query(url, QUEUE)
    await until('the try is made', async () => (await results(url)).length > 0)
    expect(await results(url)).toEqual([{ outcome: 'too_few' }])
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect({ worker: lives(worker), web: lives(web) }).toEqual({ worker: false, web: false })
  })

  it('that is killed is started again, and what it had begun is done', async () => {
    const { url, worker, web } = await ready()
    // As a worker leaves it that died in the middle: taken by somebody who is no more.
    await query(url, MAKE)
    await query(
      url,
      `INSERT INTO graphile_worker._private_tasks (identifier) VALUES ('fit-parameters') ON CONFLICT DO NOTHING;
       BEGIN; ${QUEUE};
       UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'the one before'; COMMIT`,
    )
    process.kill(worker, 'SIGKILL')
    const next = await until('another worker', () => workers().find((pid) => pid !== worker))
    await until('the try is made', async () => (await results(url)).length > 0)
    expect({ next: lives(next), web: lives(web) }).toEqual({ next: true, web: true })
    expect(output).toContain('The worker has ended and is started again')
  })

  it('goes along when the start is killed', async () => {
    const { worker, web } = await ready()
    child.kill('SIGKILL')
    await ended
    await until('all have gone', () => !lives(worker) && !lives(web))
    expect({ worker: lives(worker), web: lives(web) }).toEqual({ worker: false, web: false })
  })
})
