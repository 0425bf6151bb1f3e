/** What the folder of the server's data holds, seen without touching it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../setup/problem.mjs'

const MAJOR = '18'
// PostgreSQL numbers what its users make from here on (FirstNormalObjectId).
const FIRST_DATABASE_OF_A_USER = 16_384

export const dataOf = (home: string) => join(home, 'postgres')

/** What the folder holds. @throws Problem when it holds something that must not be touched. */
export function inspect(home: string): 'none' | 'whole' | 'unfinished' {
  const data = dataOf(home)
  if (!existsSync(data)) return 'none'
  if (readdirSync(data).length === 0) return 'none'
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(join(data, 'global', 'pg_control'))) {
    const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
    if (version === MAJOR) return 'whole'
    throw new Problem(
      `The data in ${data} are of PostgreSQL ${version}; this is PostgreSQL ${MAJOR}. Start the version of Passage that made them, or set DATA_DIR to another folder.`,
    )
  }
  const databases = existsSync(join(data, 'base')) ? readdirSync(join(data, 'base')) : []
  if (databases.some((name) => Number(name) >= FIRST_DATABASE_OF_A_USER)) {
    throw new Problem(
      `The data in ${data} have lost parts, so PostgreSQL cannot start. Restore the folder from a copy, or move it away to begin with an empty one.`,
    )
  }
  return 'unfinished'
}
