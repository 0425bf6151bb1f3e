import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identityOf } from './identity.mjs'
import { holderOf, type Lock, takeLock, waitForLock } from './lock.mjs'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passage-lock-'))
  path = join(folder, 'lock.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

function take(): Lock {
  const lock = takeLock(path, 'a test')
  if (lock.kind === 'held') throw new Error(`held by ${lock.by.pid}`)
  return lock
}

describe('a lock', () => {
  it('is held until it is released, and says by whom and what was noted', () => {
    const lock = take()
    lock.note({ address: 'here' })
    expect(takeLock(path, 'another')).toMatchObject({
      kind: 'held',
      by: { pid: process.pid, command: 'a test', address: 'here' },
    })
    expect(holderOf(path)?.pid).toBe(process.pid)
    lock.release()
    expect(holderOf(path)).toBeNull()
    expect(readdirSync(folder)).toEqual([])
    take().release()
  })

  it('of a process that died is taken over, with what it had noted', async () => {
    const child = spawn('sleep', ['60'])
    const pid = child.pid ?? 0
    writeFileSync(
      path,
      JSON.stringify({ pid, identity: identityOf(pid), command: 'x', programs: [7] }),
    )
    expect(takeLock(path, 'a test').kind).toBe('held')
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    expect(take().left).toMatchObject({ pid, programs: [7] })
  })

  it('of a process whose number another one has now is taken over', () => {
    writeFileSync(
      path,
      JSON.stringify({ pid: process.pid, identity: 'an earlier one', command: 'x' }),
    )
    expect(take().left).toMatchObject({ identity: 'an earlier one' })
  })

  it.each(['', '{"pid":', 'null', '[]'])('that holds %j is taken over', (text) => {
    writeFileSync(path, text)
    expect(take().left).toBeNull()
  })

  it('that somebody else has taken in between is not released', () => {
    const lock = take()
    const other = JSON.stringify({ pid: 1, identity: identityOf(1) ?? 'one', command: 'x' })
    writeFileSync(path, other)
    lock.release()
    expect(readFileSync(path, 'utf8')).toBe(other)
  })

  it('can be waited for', async () => {
    const first = take()
    const order: string[] = []
    const second = waitForLock(path, 'the second', { onWait: () => order.push('waits') })
    setTimeout(() => {
      order.push('released')
      first.release()
    }, 300)
    const lock = await second
    expect(order).toContain('waits')
    expect(order.at(-1)).toBe('released')
    lock.release()
    expect(existsSync(path)).toBe(false)
  })
})
