import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../database/server'
import { addressOf, checkPortFree } from './web'

let other: Server | undefined

afterEach(() => new Promise<void>((resolve) => (other ? other.close(() => resolve()) : resolve())))

function occupy(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    other = server
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address.port)
    })
  })
}

describe('the port', () => {
  it('that is free is fine', async () => {
    await expect(
      checkPortFree({ host: '127.0.0.1', port: await freePort() }),
    ).resolves.toBeUndefined()
  })

  it.each(['127.0.0.1', '0.0.0.0', '::', '::1'])(
    'that another program has on %s is named, with another',
    async (host) => {
      const port = await occupy(host)
      await expect(checkPortFree({ host: '127.0.0.1', port })).rejects.toThrow(
        `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
      )
    },
  )

  it('on a host that is not this machine is refused', async () => {
    await expect(checkPortFree({ host: '192.0.2.1', port: await freePort() })).rejects.toThrow(
      /HOST is "192\.0\.2\.1", which is no address of this machine.*Right would be 127\.0\.0\.1/,
    )
  })
})

it.each([
  ['127.0.0.1', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['passage.example', 'http://passage.example:3000'],
  ['fe80::1', 'http://[fe80::1]:3000'],
])('served on %s it is opened at %s', (host, address) => {
  expect(addressOf({ host, port: 3000 })).toBe(address)
})
