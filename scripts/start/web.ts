/** The web server: the port is free, the server is up, and it says itself that it is well. */
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Lifetime, Running } from '../setup/lifetime.mjs'
import { Problem } from '../setup/problem.mjs'
import { inProject } from '../setup/project.mjs'
import { nextBinary, nextEnvironment } from './build'

export interface Listen {
  readonly host: string
  readonly port: number
}

const HEALTHY_WITHIN_MS = 60_000
const ANYWHERE = ['0.0.0.0', '::', '*']
const HERE = ['127.0.0.1', '::1', 'localhost', ...ANYWHERE]

const inAddress = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** What a person on this machine opens. */
export const addressOf = ({ host, port }: Listen) =>
  `http://${HERE.includes(host) ? 'localhost' : inAddress(host)}:${port}`

/** Where we ask for its health: the very address that is listened on. */
function healthAddress({ host, port }: Listen): string {
  const reachable = host === '::' ? '::1' : ANYWHERE.includes(host) ? '127.0.0.1' : host
  return `http://${inAddress(reachable)}:${port}/api/health`
}

/** @throws Problem when another program listens there already, or the host is not this machine's. */
export async function checkPortFree(listen: Listen): Promise<void> {
  const { host, port } = listen
  const refusal = await tryToListen(listen)
  // Elsewhere than on Linux one can listen on 127.0.0.1 beside another who listens everywhere; and `localhost` may
  // lead to ::1 first: who answers there would be taken for us.
  const neighbours = HERE.includes(host) ? ['127.0.0.1', '::1'] : []
  const taken =
    refusal === 'EADDRINUSE' ||
    (!refusal && (await Promise.all(neighbours.map((one) => answers(one, port)))).some(Boolean))
  if (taken) {
    const other = port < 65_535 ? port + 1 : port - 1
    throw new Problem(
      `Port ${port} is taken by another program. Choose another one: PORT=${other} npm start`,
    )
  }
  if (refusal === 'EACCES') {
    throw new Problem(
      `Port ${port} is reserved for the administrator. Choose one from 1024 on: PORT=3000 npm start`,
    )
  }
  if (refusal) {
    throw new Problem(
      `HOST is "${host}", which is no address of this machine (${refusal}). Right would be 127.0.0.1, or 0.0.0.0 for everyone who can reach it.`,
    )
  }
}

function tryToListen({ host, port }: Listen): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 })
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

export interface Web extends Running {
  /** From now on what the server writes is shown. */
  readonly speak: () => void
}

export function startWeb(
  life: Lifetime,
  listen: Listen,
  distDir: string,
  settings: Record<string, string>,
  { essential = true, heard }: { essential?: boolean; heard?: (line: string) => void } = {},
): Web {
  let speaking = false
  const args = ['start', '--hostname', listen.host, '--port', String(listen.port)]
  const running = life.run(process.execPath, [nextBinary(), ...args], {
    ...(essential && { essential: 'The web server' }),
    cwd: inProject(),
    env: nextEnvironment(distDir, settings),
    patience: 5_000,
    onLine: (line, from) => {
      heard?.(line)
      if (speaking) process[from].write(`${line}\n`)
    },
  })
  return {
    ...running,
    speak: () => {
      speaking = true
    },
  }
}

const Health = z.object({ ok: z.boolean() }).loose()

/** Waits until the server answers that it is well. @throws Problem with what it says when it is not. */
export async function untilHealthy(life: Lifetime, listen: Listen): Promise<void> {
  const until = Date.now() + HEALTHY_WITHIN_MS
  let said = 'it does not answer'
  while (!life.signal.aborted && Date.now() < until) {
    try {
      const response = await fetch(healthAddress(listen), { signal: AbortSignal.timeout(10_000) })
      const text = await response.text()
      if (response.ok && Health.parse(JSON.parse(text)).ok) return
      said = `it answers ${response.status} ${text.slice(0, 300)}`
    } catch (error) {
      said = error instanceof Error ? String(error.cause ?? error.message) : String(error)
    }
    await sleep(100)
  }
  throw new Problem(
    `The web server was not well after ${HEALTHY_WITHIN_MS / 1000} seconds: ${said}`,
  )
}
