import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyMigrations, MigrationProblem, pendingMigrations } from './migrations'
import { emptyDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'passage-migrations-'))
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

function write(name: string, sql: string): string {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  return join(folder, name, 'migration.sql')
}

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const apply = () => applyMigrations(database.url, folder)
const pending = () => pendingMigrations(database.url, folder)

describe('migrations', () => {
  it('are applied in order, once', async () => {
    write('2_fill', 'INSERT INTO fruit VALUES (1);')
    write('1_make', 'CREATE TABLE fruit (id int);')
    expect(await pending()).toEqual(['1_make', '2_fill'])
    expect(await apply()).toEqual({ applied: ['1_make', '2_fill'] })
    expect(await pending()).toEqual([])
    expect(await apply()).toEqual({ applied: [] })
    expect(await query('SELECT id FROM fruit')).toEqual([{ id: 1 }])
  })

  it('may hold functions with semicolons in their bodies', async () => {
    write(
      '1_function',
      `CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END; $$;`,
    )
    await apply()
    expect(await query('SELECT twice(21) AS n')).toEqual([{ n: 42 }])
  })

  it('that fail leave nothing of themselves, keep those before them, and can be mended', async () => {
    write('1_make', 'CREATE TABLE fruit (id int);')
    const broken = write(
      '2_break',
      'CREATE TABLE nut (id int); INSERT INTO no_such_table VALUES (1);',
    )
    write('3_after', 'CREATE TABLE seed (id int);')
    const failed = apply()
    await expect(failed).rejects.toBeInstanceOf(MigrationProblem)
    await expect(failed).rejects.toThrow(
      'The migration 2_break failed and was undone; the database is as it was before it. PostgreSQL says: relation "no_such_table" does not exist',
    )
    expect(await pending()).toEqual(['2_break', '3_after'])
    expect(await query(`SELECT to_regclass('nut') IS NULL AS gone`)).toEqual([{ gone: true }])

    writeFileSync(broken, 'CREATE TABLE nut (id int);')
    expect(await apply()).toEqual({ applied: ['2_break', '3_after'] })
  })

  it('are applied once when two processes start together', async () => {
    write('1_make', 'CREATE TABLE fruit (id int); SELECT pg_sleep(0.2);')
    const both = await Promise.all([apply(), apply()])
    expect(both.flatMap((each) => each.applied)).toEqual(['1_make'])
  })

  it('must not change after they were applied', async () => {
    const file = write('1_make', 'CREATE TABLE fruit (id int);')
    await apply()
    appendFileSync(file, '-- a later thought')
    await expect(apply()).rejects.toThrow(
      'The migration 1_make was changed after it had been applied',
    )
    await expect(pending()).rejects.toBeInstanceOf(MigrationProblem)
  })

  it('of a newer version stop an older one', async () => {
    write('1_make', 'CREATE TABLE fruit (id int);')
    write('2_newer', 'CREATE TABLE nut (id int);')
    await apply()
    rmSync(join(folder, '2_newer'), { recursive: true })
    await expect(apply()).rejects.toThrow(
      'the migration 2_newer, which this version of Passage does not know',
    )
  })

  it('that another tool left unfinished are named', async () => {
    write('1_make', 'CREATE TABLE fruit (id int);')
    await apply()
    await query('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(apply()).rejects.toThrow('1_make was begun by another tool and never finished')
  })

  it('of Passage itself apply to an empty database', async () => {
    const { applied } = await applyMigrations(database.url)
    expect(applied.length).toBeGreaterThan(0)
    expect(await pendingMigrations(database.url)).toEqual([])
  })
})
