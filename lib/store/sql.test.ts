import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { closeStore, openStore } from './client'
import { outsideTransaction } from './sql'
import { freshDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  openStore(database.url)
})
afterAll(async () => {
  await closeStore()
  await database.drop()
})

it('two copies of this module, as pages and handlers have them, share the connections', async () => {
  expect(await outsideTransaction().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
  vi.resetModules()
  const copy = (await import('./sql')).outsideTransaction()
  expect(await copy.$queryRaw`SELECT 2 AS two`).toEqual([{ two: 2 }])
  expect(await copy.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
  expect(await outsideTransaction().$queryRaw`SELECT 2 AS two`).toEqual([{ two: 2 }])
})
