// @ts-check
/**
 * A file that says who is at work in a folder. It counts only as long as that process lives, so that nothing is
 * locked by a process that was killed.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf } from './identity.mjs'

/**
 * @typedef {Record<string, unknown> & { pid: number, identity: string | null, command: string }} Holder
 * @typedef {{
 *   kind: 'taken', path: string, left: Holder | null,
 *   note: (facts: Record<string, unknown>) => void, release: () => void
 * }} Lock left: what a process that was killed had noted, if one was
 * @typedef {{ kind: 'held', by: Holder }} Held
 */

/**
 * @param {string} path
 * @returns {Holder | null}
 */
function readHolder(path) {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'))
    return typeof holder?.pid === 'number' ? holder : null
  } catch {
    return null
  }
}

/** @param {Holder | null} holder */
const isAlive = (holder) =>
  holder !== null && holder.identity !== null && identityOf(holder.pid) === holder.identity

/**
 * @param {unknown} error
 * @param {string} code
 */
const isCode = (error, code) => error instanceof Error && 'code' in error && error.code === code

/**
 * Takes the lock when nobody who lives holds it.
 * @param {string} path
 * @param {string} command the command's name, for whoever finds the lock held
 * @returns {Lock | Held}
 */
export function takeLock(path, command) {
  mkdirSync(dirname(path), { recursive: true })
  /** @type {Holder} */
  let mine = { pid: process.pid, identity: identityOf(process.pid), command }
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const write = () => writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  /** @type {Holder | null} */
  let left = null

  for (;;) {
    write()
    try {
      // Linking fails when the name is taken, and the file is complete from its first moment.
      linkSync(draft, path)
      rmSync(draft)
      break
    } catch (error) {
      rmSync(draft, { force: true })
      if (!isCode(error, 'EEXIST')) throw error
    }
    const holder = readHolder(path)
    if (holder && isAlive(holder)) return { kind: 'held', by: holder }
    left = holder ?? left
    setAside(path, holder)
  }

  return {
    kind: 'taken',
    path,
    left,
    note: (facts) => {
      mine = { ...mine, ...facts }
      write()
      renameSync(draft, path)
    },
    release: () => {
      if (readHolder(path)?.identity === mine.identity) rmSync(path, { force: true })
    },
  }
}

/**
 * Who holds the lock and lives, if anybody; takes nothing.
 * @param {string} path
 * @returns {Holder | null}
 */
export function holderOf(path) {
  const holder = readHolder(path)
  return isAlive(holder) ? holder : null
}

/**
 * Removes the lock of a dead process, unless another start has done so and taken it in the meantime.
 * @param {string} path
 * @param {Holder | null} dead
 */
function setAside(path, dead) {
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const found = readHolder(aside)
  if (found && found.identity !== dead?.identity && isAlive(found)) {
    try {
      linkSync(aside, path)
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
    }
  }
  rmSync(aside, { force: true })
}

/**
 * Waits until whoever is at work is done.
 * @param {string} path
 * @param {string} command
 * @param {{ onWait?: (by: Holder) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<Lock>}
 */
export async function waitForLock(path, command, { onWait, signal } = {}) {
  for (;;) {
    const lock = takeLock(path, command)
    if (lock.kind === 'taken') return lock
    onWait?.(lock.by)
    await sleep(250, undefined, { signal })
  }
}
