/** PostgreSQL refuses to run as root: who runs it, and which files that user can reach. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Problem } from '../setup/problem.mjs'

export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/** The user who runs the server, or null when that is simply whoever started us. */
export function serverUser(dataFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  // macOS has one of its own, with its own name.
  const name = process.platform === 'darwin' ? '_postgres' : 'postgres'
  if (!lookUp(name)) create(name)
  const user = lookUp(name)
  if (user) return user
  throw new Problem(
    `PostgreSQL does not run as root, and the user ${name} that would run it could not be made. Start Passage as another user, or make that one: useradd --system ${name}`,
  )
}

function lookUp(name: string): ServerUser | null {
  const number = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout.trim()) : Number.NaN
  }
  const [uid, gid] = [number('-u'), number('-g')]
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null
}

function create(name: string): void {
  const shell = ['--home-dir', '/nonexistent', '--no-create-home', '--shell', '/usr/sbin/nologin']
  spawnSync('useradd', ['--system', '--user-group', ...shell, name], { stdio: 'ignore' })
}

/** Whether that user can use a folder: tried out, since rights, lists of rights and mounts all have a say. */
export function canUse(user: ServerUser | null, folder: string, write: boolean): boolean {
  const test = `test -d "$1" && test -r "$1" && test -x "$1"${write ? ' && test -w "$1"' : ''}`
  return spawnSync('/bin/sh', ['-c', test, 'sh', folder], { cwd: '/', ...user }).status === 0
}

/** Whether that user can run a program, its libraries included. */
export function canRun(user: ServerUser | null, path: string): boolean {
  return spawnSync(path, ['--version'], { cwd: '/', stdio: 'ignore', ...user }).status === 0
}
