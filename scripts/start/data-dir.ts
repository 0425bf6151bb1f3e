/** The data folder: there, ours to write, and used by one command at a time. */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { makeOpenFolder } from '../database/place'
import { type Holder, holderOf, type Lock, takeLock } from '../setup/lock.mjs'
import { Problem } from '../setup/problem.mjs'

export interface DataDir {
  readonly path: string
  readonly lock: Lock
}

const LOCK = 'in-use.json'

/** @throws Problem when the folder cannot be used, or another command uses it. */
export function openDataDir(setting: string, command: string): DataDir {
  const path = resolve(setting)
  makeWritable(path, setting)
  const lock = takeLock(join(path, LOCK), command)
  if (lock.kind === 'held') throw new Problem(heldMessage(lock.by, path))
  return { path, lock }
}

/** The port of the embedded database that another command runs on the data folder at this moment. */
export function runningDatabasePort(setting: string): number | null {
  const port = holderOf(join(resolve(setting), LOCK))?.databasePort
  return typeof port === 'number' ? port : null
}

function makeWritable(path: string, setting: string): void {
  try {
    makeOpenFolder(path)
    if (!statSync(path).isDirectory()) throw new Error('it is not a folder')
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(
      `DATA_DIR is "${setting}", and ${path} cannot be written: ${reason}. Right would be a folder of yours, such as .data`,
    )
  }
}

function heldMessage(by: Holder, path: string): string {
  if (typeof by.address === 'string') {
    return `Passage already runs on this data folder, at ${by.address} (process ${by.pid}). Stop it first, or set DATA_DIR to another folder and PORT to another port.`
  }
  return `The data folder ${path} is in use by ${by.command} (process ${by.pid}), which is not done yet. Wait for it, or set DATA_DIR to another folder.`
}

/** A secret of the data folder: made once, readable for its owner only. */
export function keptSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name)
  const there = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  if (there.length >= 32) return there
  const secret = randomBytes(32).toString('hex')
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${secret}\n`, { mode: 0o600 })
  rmSync(path, { force: true })
  // Linked only when complete, so that a kill in the middle leaves no half of a secret.
  linkSync(draft, path)
  rmSync(draft)
  return secret
}
