/** A database of its own for each test file, copied from one that has the migrations. */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { environment } from '@/lib/environment'
import { applyMigrations } from './migrations'

export interface TestDatabase {
  readonly url: string
  /** Removes the database, also while connections to it are open. */
  readonly drop: () => Promise<void>
}

// Any number that nothing else on the test server locks on.
const LOCK = 5_077_245_912

function serverUrl(): string {
  const { databaseUrl } = environment().test
  if (databaseUrl) return databaseUrl
  throw new Error('Tests of the store need a PostgreSQL server: run them with npm test -- store')
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Named by what the migrations say, so that a server that lives on never serves an old template. */
function templateName(): string {
  const hash = createHash('sha256')
  for (const path of readdirSync('prisma/migrations', {
    recursive: true,
    encoding: 'utf8',
  }).sort()) {
    if (path.endsWith('.sql'))
      hash.update(path).update(readFileSync(join('prisma/migrations', path)))
  }
  return `passage_template_${hash.digest('hex').slice(0, 12)}`
}

async function ensureTemplate(client: pg.Client, name: string): Promise<void> {
  const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (there.rowCount) return
  const unfinished = `${name}_unfinished`
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${unfinished}`)
  await applyMigrations(urlOf(unfinished))
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`)
}

async function createFrom(template: string | null): Promise<TestDatabase> {
  const name = `passage_test_${randomBytes(6).toString('hex')}`
  await onServer(async (client) => {
    // One at a time: a template must not be in use while it is copied.
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    if (template) await ensureTemplate(client, template)
    await client.query(`CREATE DATABASE ${name} ${template ? `TEMPLATE ${template}` : ''}`)
  })
  return {
    url: urlOf(name),
    drop: () =>
      onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)).then(
        () => undefined,
      ),
  }
}

/** A database with the tables and nothing in them. */
export const freshDatabase = (): Promise<TestDatabase> => createFrom(templateName())

/** A database without tables. */
export const emptyDatabase = (): Promise<TestDatabase> => createFrom(null)

/** Cards whose `live` or place in a text is not what their item and its decks say: none, whatever was done. */
export async function misplacedCards(url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`
      SELECT c.id, c.live, i.status, i.kind, c.element_key
      FROM card c JOIN item i ON i.id = c.item_id
      WHERE c.text_id IS DISTINCT FROM i.text_id OR c.position <> i.position OR c.live <> (
        i.status = 'kept' AND EXISTS (
          SELECT 1 FROM deck_item di JOIN deck d ON d.id = di.deck_id WHERE di.item_id = i.id AND d.archived_at IS NULL AND d.studied)
        AND c.element_key IN (SELECT e->>'key' FROM jsonb_array_elements(i.elements) e UNION ALL SELECT '' WHERE i.kind <> 'list'))`)
    return rows
  } finally {
    await client.end()
  }
}
