/** The server's data: made whole or not at all, recognised when whole, and never deleted once it is. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { childEnvironment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import { program } from './binaries'
import { dataOf, inspect } from './contents'
import type { Place } from './place'

export const SUPERUSER = 'passage'

/** How PostgreSQL's programs are run: by their user, from a folder that it can enter, speaking English. */
export const asServer = ({ user }: Place) => ({
  ...user,
  cwd: '/',
  env: childEnvironment({ LC_ALL: 'C', PGDATA: undefined }),
})

/** Makes the data folder if there is none; says what was set aside, if something was. */
export async function ensureData(
  life: Lifetime,
  place: Place,
  password: string,
  durable: boolean,
): Promise<{ made: boolean; setAside: string | null }> {
  removeDrafts(place.home)
  const found = inspect(place.home)
  if (found === 'whole') return { made: false, setAside: null }
  const data = dataOf(place.home)
  let setAside: string | null = null
  if (found === 'unfinished') {
    setAside = `${data}.unfinished-${randomBytes(4).toString('hex')}`
    renameSync(data, setAside)
  } else if (existsSync(data)) {
    rmdirSync(data)
  }
  await make(life, place, password, durable)
  return { made: true, setAside }
}

const DRAFT = 'making-'

/** What a killed start left of folders that were being made. */
function removeDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith(DRAFT)) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** A folder that only the server's user can enter. */
function makeDraft(place: Place): string {
  const draft = join(place.home, `${DRAFT}${randomBytes(6).toString('hex')}`)
  mkdirSync(draft)
  chmodSync(draft, 0o700)
  if (place.user) chownSync(draft, place.user.uid, place.user.gid)
  return draft
}

async function make(life: Lifetime, place: Place, password: string, durable: boolean) {
  const draft = makeDraft(place)
  const passwordFile = join(draft, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
  await life.complete(
    'Making the data folder of PostgreSQL',
    program(place.programs, 'initdb'),
    [
      `--pgdata=${join(draft, 'data')}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorting by code point and case by Unicode, the same on every machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    asServer(place),
  )
  renameSync(join(draft, 'data'), dataOf(place.home))
  rmSync(draft, { recursive: true })
}

/** Gives the superuser a new password while no server runs on the folder. */
export async function resetPassword(life: Lifetime, place: Place, password: string): Promise<void> {
  const draft = makeDraft(place)
  const script = join(draft, 'script.sql')
  writeFileSync(script, `ALTER USER ${SUPERUSER} PASSWORD '${password}'\n`, { mode: 0o600 })
  const input = openSync(script, 'r')
  try {
    await life.complete(
      'Setting a new password for the database',
      program(place.programs, 'postgres'),
      ['--single', '-D', dataOf(place.home), 'postgres'],
      { ...asServer(place), input },
    )
  } finally {
    closeSync(input)
    rmSync(draft, { recursive: true, force: true })
  }
}
