import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { childEnvironment } from '@/lib/environment'
import { inProject } from './setup/project.mjs'
import { SERVER_CODE } from './start/content'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passage-replay-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** The program itself, as the shell starts it. */
function run(args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(
    process.execPath,
    [...SERVER_CODE, inProject('scripts', 'replay.ts'), ...args],
    {
      env: childEnvironment({}),
      cwd: inProject('.'),
    },
  )
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const LOG = JSON.stringify({
  events: [
    { id: '1', cardId: 'heart', grade: 4, reviewedAt: '2026-03-01T08:00:00Z', timeZone: 'UTC' },
    { id: '1', cardId: 'heart', grade: 4, reviewedAt: '2026-03-01T08:00:00Z', timeZone: 'UTC' },
  ],
})
const FOLDED =
  '{"cards":{"heart":{"stability":8.2956,"difficulty":1,"dueDay":"2026-03-09","reps":1,"lapses":0}}}\n'

describe('npm run replay', { timeout: 30_000 }, () => {
  it('prints the folded cards and nothing else, from a file or from standard input', async () => {
    const whole = { code: 0, out: FOLDED, err: '' }
    expect(await run([fileOf('log.json', LOG), '--no-fuzz'])).toEqual(whole)
    expect(await run(['--no-fuzz'], `\uFEFF${LOG}`)).toEqual(whole)
  })

  it('says what is wrong with a log on standard error, and nothing else', async () => {
    const bad = LOG.replace('"grade":4', '"grade":5')
    expect(await run(['-'], bad)).toEqual({
      code: 1,
      out: '',
      err: 'Event 1 (id "1"), grade: must be 1, 2, 3 or 4.\n',
    })
    const cut = await run([fileOf('cut.json', LOG.slice(0, 40))])
    expect(cut).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/is not JSON/) })
    const missing = await run([join(folder, 'nowhere.json')])
    expect(missing).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/cannot be read/),
    })
  })

  it('tells how it is called', async () => {
    const help = await run(['--help'])
    expect(help).toMatchObject({ code: 0, out: expect.stringMatching(/targetId .*of an undo/) })
    const wrong = await run(['--fuzz'])
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/Usage: /) })
  })
})
