import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Lifetime } from '../setup/lifetime.mjs'
import { startTestServer } from '../test/ground'
import { checkReachable } from './reach'
import { freePort, type Server } from './server'

let home: string
let server: Server

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'passage-reach-')))
  chmodSync(home, 0o755)
  server = (await startTestServer(new Lifetime(), home)).server
})

afterAll(async () => {
  await server.stop()
  rmSync(home, { recursive: true })
})

const said = (url: string) =>
  checkReachable(url).then(
    () => 'fine',
    (error: Error) => error.message,
  )

describe('a database of one’s own', () => {
  it('that can be used is fine', async () => {
    expect(await said(server.url('postgres'))).toBe('fine')
  })

  it('that is not there is named', async () => {
    expect(await said(server.url('library'))).toMatch(
      /^The database of DATABASE_URL \(127\.0\.0\.1, port \d+, database library\) cannot be used: the server has no database called library/,
    )
  })

  it('that refuses the password is named, without it', async () => {
    const url = new URL(server.url('postgres'))
    url.password = 'hunter2'
    const message = await said(url.href)
    expect(message).toContain('refuses that user and password')
    expect(message).not.toContain('hunter2')
  })

  it('where no server answers is named, with host and port', async () => {
    const port = await freePort()
    expect(await said(`postgresql://ann:hunter2@127.0.0.1:${port}/passage`)).toBe(
      `The database of DATABASE_URL (127.0.0.1, port ${port}, database passage) cannot be used: no server answers there. Is it started, and is the port right?`,
    )
  })

  it('on a machine that nobody knows is named', async () => {
    const message = await said('postgresql://ann:hunter2@no-such-host.invalid/passage')
    expect(message).toMatch(/\(no-such-host\.invalid, port 5432, database passage\)/)
    expect(message).toMatch(/no machine has that name|could not be looked up/)
  })

  it('that is no PostgreSQL is not waited for for ever', async () => {
    const silent = createServer()
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address()
        if (typeof address === 'object' && address) resolve(address.port)
      })
    })
    expect(await said(`postgresql://ann@127.0.0.1:${port}/passage`)).toContain(
      'nothing answered within',
    )
    silent.close()
  })
})
