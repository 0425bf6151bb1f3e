/** What a start leaves behind, however it ends: real PostgreSQL, real processes, real signals. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { childEnvironment, environment } from '@/lib/environment'
import { identityOf } from '../setup/identity.mjs'
import { inProject } from '../setup/project.mjs'

interface Start {
  readonly child: ChildProcess
  readonly output: () => string
  readonly ended: Promise<{ code: number | null; output: string }>
}

let dataDir: string
let starts: Start[]

beforeEach(() => {
  const folder = realpathSync(
    mkdtempSync(join(environment().test.folder ?? tmpdir(), 'passage-lifecycle-')),
  )
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'data')
  starts = []
})

afterEach(async () => {
  for (const { child, ended } of starts) {
    child.kill('SIGTERM')
    await ended
  }
  const elsewhere = pointer()
  if (elsewhere) rmSync(elsewhere, { recursive: true })
  rmSync(dirname(dataDir), { recursive: true })
})

function pointer(): string | null {
  const path = join(dataDir, 'postgres-is-elsewhere.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).home : null
}

function start(...args: string[]): Start {
  const child = spawn(process.execPath, [inProject('scripts/start/stand-in/begin.mjs'), ...args], {
    env: childEnvironment({ DATA_DIR: dataDir, npm_lifecycle_event: undefined }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }))
  })
  const begun = { child, output: () => output, ended }
  starts.push(begun)
  return begun
}

async function until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  const giveUp = Date.now() + 40_000
  for (;;) {
    const found = look()
    if (found) return found
    if (Date.now() > giveUp)
      throw new Error(`never: ${what}\n${starts.map((one) => one.output()).join('\n')}`)
    await sleep(20)
  }
}

interface Ready extends Start {
  readonly web: number
  readonly postgres: number
  readonly url: string
}

/** The address, the web server and the database server of a start that is up. */
async function ready(begun: Start): Promise<Ready> {
  const line = await until('ready', () => /^ready (.*)$/m.exec(begun.output())?.[1])
  const { web, url }: { web: number; url: string } = JSON.parse(line)
  const home = pointer() ?? dataDir
  const postgres = Number.parseInt(
    readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8'),
    10,
  )
  return { ...begun, web, url, postgres }
}

const lives = (pid: number) => identityOf(pid) !== null

function expectAllGone(up: Ready): void {
  expect({ web: lives(up.web), postgres: lives(up.postgres) }).toEqual({
    web: false,
    postgres: false,
  })
  expect(existsSync(join(dataDir, 'in-use.json'))).toBe(false)
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The guards that stand beside the children: shells whose parent is the start. */
function guardsOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    const stat = `/proc/${name}/stat`
    if (!/^\d+$/.test(name) || !existsSync(stat)) return []
    const [head = '', tail = ''] = readFileSync(stat, 'utf8').split(') ')
    return head.endsWith('(sh') && tail.split(' ')[1] === String(pid) ? [Number(name)] : []
  })
}

const needsProc = process.platform === 'linux'
const isRoot = process.getuid?.() === 0

describe('a start', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'that is sent %s stops everything and ends well; its data are there the next time',
    async (signal) => {
      const up = await ready(start())
      await query(up.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
      up.child.kill(signal)
      expect((await up.ended).code).toBe(0)
      expectAllGone(up)

      const again = await ready(start())
      expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    },
  )

  it('whose web server dies stops the database and fails', async () => {
    const up = await ready(start())
    process.kill(up.web, 'SIGKILL')
    const { code, output } = await up.ended
    expect(code).toBe(1)
    expect(output).toContain('The web server was ended by SIGKILL')
    expectAllGone(up)
  })

  it('whose database dies stops the web server and fails', async () => {
    const up = await ready(start())
    process.kill(up.postgres, 'SIGKILL')
    const { code, output } = await up.ended
    expect(code).toBe(1)
    expect(output).toContain('PostgreSQL ended unexpectedly')
    expectAllGone(up)
  })

  it('that is killed takes its children along, and the next one finds the data', async () => {
    const up = await ready(start())
    await query(up.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    up.child.kill('SIGKILL')
    await up.ended
    await until('the children have gone', () => !lives(up.web) && !lives(up.postgres))

    const again = await ready(start())
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  })

  it.runIf(needsProc)('finds what was left running when even the guards were killed', async () => {
    const up = await ready(start())
    await query(up.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    const guards = guardsOf(up.child.pid ?? 0)
    expect(guards).toHaveLength(2)
    for (const guard of guards) process.kill(guard, 'SIGKILL')
    up.child.kill('SIGKILL')
    await up.ended
    expect({ web: lives(up.web), postgres: lives(up.postgres) }).toEqual({
      web: true,
      postgres: true,
    })

    const again = await ready(start())
    expect({ web: lives(up.web), postgres: lives(up.postgres) }).toEqual({
      web: false,
      postgres: false,
    })
    expect(again.output()).toContain('had left its web server running')
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  })

  it('does not take another program with the number of a dead server for it', async () => {
    const up = await ready(start())
    up.child.kill('SIGTERM')
    await up.ended
    const bystander = spawn('sleep', ['60'])
    try {
      const pidFile = join(pointer() ?? dataDir, 'postgres', 'postmaster.pid')
      writeFileSync(pidFile, `${bystander.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n\n`)
      await ready(start())
      expect(lives(bystander.pid ?? 0)).toBe(true)
    } finally {
      bystander.kill()
    }
  })

  it('that is stopped while it makes the data folder leaves none, and the next one makes it', async () => {
    const first = start()
    await until(
      'it makes the folder',
      () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('making-')),
    )
    first.child.kill('SIGINT')
    expect((await first.ended).code).toBe(0)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)

    await ready(start())
    expect(readdirSync(dataDir).filter((name) => name.startsWith('making-'))).toEqual([])
  })

  it('that is killed while it makes the data folder is followed by one that makes it anew', async () => {
    const first = start()
    await until(
      'it makes the folder',
      () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('making-')),
    )
    first.child.kill('SIGKILL')
    await first.ended
    await ready(start())
    expect(readdirSync(dataDir).filter((name) => name.startsWith('making-'))).toEqual([])
  })

  it('sets a half-made data folder aside, whoever has left it', async () => {
    mkdirSync(join(dataDir, 'postgres', 'base', '1'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n')
    const up = await ready(start())
    expect(up.output()).toContain('has been set aside')
    const [aside] = readdirSync(dataDir).filter((name) => name.startsWith('postgres.unfinished-'))
    expect(readdirSync(join(dataDir, aside ?? ''))).toEqual(['PG_VERSION', 'base'])
  })

  it('never touches a full data folder that has lost parts', async () => {
    mkdirSync(join(dataDir, 'postgres', 'base', '16384'), { recursive: true })
    const { code, output } = await start().ended
    expect(code).toBe(1)
    expect(output).toContain('have lost parts')
    expect(readdirSync(join(dataDir, 'postgres', 'base'))).toEqual(['16384'])
  })

  it('refuses data of another PostgreSQL', async () => {
    mkdirSync(join(dataDir, 'postgres', 'global'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
    writeFileSync(join(dataDir, 'postgres', 'global', 'pg_control'), 'x')
    const { code, output } = await start().ended
    expect(code).toBe(1)
    expect(output).toContain('are of PostgreSQL 15; this is PostgreSQL 18')
  })

  it('beside one that runs on the same data folder says where it runs, and leaves it alone', async () => {
    const up = await ready(start())
    const { code, output } = await start().ended
    expect(code).toBe(1)
    expect(output).toContain('Passage already runs on this data folder, at http://localhost')
    expect(await query(up.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect(lives(up.web)).toBe(true)
  })

  it('makes a new password when the kept one is lost', async () => {
    const up = await ready(start())
    await query(up.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    up.child.kill('SIGTERM')
    await up.ended
    rmSync(join(dataDir, 'database-password'))
    const again = await ready(start())
    expect(again.url).not.toBe(up.url)
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  })

  it('whose web server will not stop is at once forced to by a second Ctrl-C', {
    timeout: 50_000,
  }, async () => {
    const up = await ready(start('stubborn.mjs'))
    up.child.kill('SIGINT')
    // npm passes on the Ctrl-C that the terminal has sent already: that is not a second one.
    up.child.kill('SIGINT')
    await sleep(600)
    expect(lives(up.web)).toBe(true)
    // It would be waited for a minute; the test's time is over before.
    up.child.kill('SIGINT')
    expect((await up.ended).code).toBe(0)
    expect({ web: lives(up.web), postgres: lives(up.postgres) }).toEqual({
      web: false,
      postgres: false,
    })
  })

  it.runIf(isRoot)(
    'as root in a closed folder keeps its data where the database can reach them',
    async () => {
      chmodSync(dirname(dataDir), 0o700)
      const up = await ready(start())
      const home = pointer()
      expect(up.output()).toContain(`The database lies in ${home}`)
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
      await query(up.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
      up.child.kill('SIGTERM')
      expect((await up.ended).code).toBe(0)

      const again = await ready(start())
      expect(pointer()).toBe(home)
      expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    },
  )

  it.runIf(isRoot)('as root takes over data that root has put back from a copy', async () => {
    const up = await ready(start())
    await query(up.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    up.child.kill('SIGTERM')
    await up.ended
    spawnSync('chown', ['-R', '0:0', dataDir])
    const again = await ready(start())
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  })

  // Node's own way to make folders never came back from this one.
  it.runIf(needsProc)('names a data folder that can never be made', async () => {
    const writable = dataDir
    dataDir = '/proc/no-such-folder'
    const { code, output } = await start().ended
    expect(code).toBe(1)
    expect(output).toContain('DATA_DIR is "/proc/no-such-folder"')
    dataDir = writable
  })

  it('names a data folder that cannot be written', async () => {
    dataDir = join(dirname(dataDir), 'file', 'data')
    writeFileSync(dirname(dataDir), 'not a folder')
    const { code, output } = await start().ended
    expect(code).toBe(1)
    expect(output).toContain(`DATA_DIR is "${dataDir}"`)
    expect(output).toContain('Right would be')
    dataDir = dirname(dataDir)
  })
})
