/** A way to the server that can be cut for everything in a browser: pages, and service workers from their first moment. */
import { connect, createServer, type Socket } from 'node:net'

export type Tunnel = {
  /** The server's address for who goes through the tunnel. */
  readonly url: string
  /** Nothing gets through any more, and what was on its way is lost. */
  cut(): void
  open(): void
  close(): Promise<void>
}

export async function tunnelTo(server: string): Promise<Tunnel> {
  const { hostname, port } = new URL(server)
  const ends = new Set<Socket>()
  let isOpen = true
  const relay = createServer((near) => {
    if (!isOpen) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
      end.pipe(other)
    }
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    isOpen = false
    for (const end of ends) end.destroy()
  }
  const address = relay.address()
  if (address === null || typeof address === 'string') throw new Error('the tunnel has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    open: () => {
      isOpen = true
    },
    close: () => {
      cut()
      return new Promise((resolve) => relay.close(() => resolve()))
    },
  }
}
