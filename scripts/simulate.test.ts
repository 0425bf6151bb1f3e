import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { childEnvironment } from '@/lib/environment'
import { inProject } from './setup/project.mjs'
import { SERVER_CODE } from './start/content'

/** The program itself, as the shell starts it. */
function run(args: readonly string[]) {
  const script = inProject('scripts', 'simulate.ts')
  const child = spawn(process.execPath, [...SERVER_CODE, script, ...args], {
    env: childEnvironment({}),
    cwd: inProject('.'),
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...said })),
  )
}

describe('npm run simulate', { timeout: 60_000 }, () => {
  it('prints the policies before an exam as one object, and nothing else', async () => {
    const size = ['--cards', '6', '--days', '8', '--seeds', '1']
    const { code, out, err } = await run(['exam', '--json', ...size])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const figure = expect.any(Number)
    const row = {
      name: expect.any(String),
      recallOnDay: figure,
      reviews: figure,
      minutes: figure,
      peakDay: figure,
      recallAfter30: figure,
    }
    const { policies, wrongParameters } = JSON.parse(out)
    expect(policies).toHaveLength(5)
    expect(policies).toContainEqual(expect.objectContaining({ ...row, name: 'plan' }))
    for (const policy of policies) expect(policy).toMatchObject(row)
    expect(wrongParameters).toContainEqual({ learner: 'forgetful', policies: expect.any(Array) })
  })

  it('tells how it is called', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringMatching(/exam/) })
    const unknown = await run(['luck'])
    expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/no simulation/) })
    const wrong = await run(['exam', '--seeds', '0'])
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/--seeds is "0"/) })
  })
})
