/**
 * Where the server's programs and data lie. In the data folder, unless root has started us and the user who runs
 * PostgreSQL cannot get there: then in a folder of its own that it can reach, which the data folder points to.
 */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from '../setup/problem.mjs'
import { type Binaries, program } from './binaries'
import { dataOf, inspect } from './contents'
import { canRun, canUse, type ServerUser, serverUser } from './user'

export interface Place {
  readonly user: ServerUser | null
  /** The folder that holds bin, lib and share. */
  readonly programs: string
  /** The folder that holds the server's data (`postgres`) and what is being made beside it. */
  readonly home: string
  /** Whether home is not the data folder. */
  readonly moved: boolean
}

/** Tried in order; a folder is made in the first that allows it. */
const REACHABLE = ['/var/lib/passage', '/usr/local/var/passage', '/var/tmp/passage']
const POINTER = 'postgres-is-elsewhere.json'

export function choosePlace(dataDir: string, binaries: Binaries): Place {
  const pointed = readPointer(dataDir)
  const user = serverUser(dataOf(pointed ?? dataDir))
  const home = pointed ?? (user ? reachableHome(dataDir, user) : dataDir)
  return { user, home, moved: home !== dataDir, programs: reachablePrograms(home, binaries, user) }
}

function readPointer(dataDir: string): string | null {
  const path = join(dataDir, POINTER)
  if (!existsSync(path)) return null
  const { home }: { home: string } = JSON.parse(readFileSync(path, 'utf8'))
  if (existsSync(home)) return home
  throw new Problem(
    `The database of ${dataDir} lies in ${home}, and that folder is gone. Put it back, or, if it is lost, delete ${path} to begin with an empty one.`,
  )
}

/** The data folder itself when the user gets there; otherwise a new folder, noted in the data folder. */
function reachableHome(dataDir: string, user: ServerUser): string {
  const data = dataOf(dataDir)
  if (inspect(dataDir) === 'whole') {
    // Put back from a copy by root, say.
    if (statSync(data).uid === 0) giveTo(data, user)
    if (canUse(user, data, true)) return dataDir
    throw new Problem(
      `PostgreSQL's user (number ${user.uid}) cannot reach ${data} any more: a folder above it is closed to it.`,
    )
  }
  if (canUse(user, dataDir, false)) return dataDir
  const home = makeReachable(user)
  const draft = join(dataDir, `${POINTER}.draft`)
  writeFileSync(draft, `${JSON.stringify({ home })}\n`)
  renameSync(draft, join(dataDir, POINTER))
  return home
}

function makeReachable(user: ServerUser): string {
  for (const base of REACHABLE) {
    const home = join(base, randomBytes(6).toString('hex'))
    try {
      makeOpenFolder(base)
      makeOpenFolder(home)
    } catch {
      continue
    }
    if (canUse(user, home, false)) return home
    rmSync(home, { recursive: true })
  }
  throw new Problem(
    `PostgreSQL's user (number ${user.uid}) can reach neither the data folder nor ${REACHABLE.join(' nor ')}. Set DATA_DIR to a folder that every user can enter.`,
  )
}

/** Makes a folder that others may enter, whatever the umask, and those above it; one that is there is left as it is. */
export function makeOpenFolder(path: string): void {
  if (existsSync(path)) return
  // Node's own `recursive` never ends where a folder can neither be made nor be there, as in /proc.
  if (dirname(path) !== path) makeOpenFolder(dirname(path))
  mkdirSync(path)
  chmodSync(path, 0o755)
}

function reachablePrograms(home: string, binaries: Binaries, user: ServerUser | null): string {
  if (canRun(user, program(binaries.folder, 'postgres'))) return binaries.folder
  if (!user) {
    throw new Problem(
      `PostgreSQL's programs in ${binaries.folder} do not run on this machine. Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  const copy = join(home, `programs-${binaries.version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${randomBytes(4).toString('hex')}`
    cpSync(binaries.folder, draft, { recursive: true, verbatimSymlinks: true })
    giveTo(draft, user)
    renameSync(draft, copy)
  }
  if (canRun(user, program(copy, 'postgres'))) return copy
  throw new Problem(
    `PostgreSQL's programs do not run from ${copy}. Set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

/** Hands a folder and all in it to the user. */
function giveTo(folder: string, { uid, gid }: ServerUser): void {
  lchownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), uid, gid)
  }
}
