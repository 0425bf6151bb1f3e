/** A server that a killed start left running on our data folder. */
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf, identityOf } from '../setup/identity.mjs'
import { Problem } from '../setup/problem.mjs'

/** Signals one after the other, with the milliseconds that each is given. */
type Steps = readonly (readonly [NodeJS.Signals, number])[]

// PostgreSQL's fast shutdown, its immediate one (recovers at the next start), and force.
const SERVER_STEPS: Steps = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]
const PROGRAM_STEPS: Steps = [
  ['SIGTERM', 5_000],
  ['SIGKILL', 5_000],
]

/** Stops the server of the data folder, if one runs. The caller holds the lock, so it cannot be another start's. */
export async function stopOrphanedServer(data: string): Promise<boolean> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return false
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
  const identity = Number.isInteger(pid) && pid > 1 ? identityOf(pid) : null
  if (!identity) return false
  const command = commandOf(pid)
  const folders = [data, realpathSync(data)]
  if (!folders.some((folder) => command.includes(`postgres -D ${folder} `))) {
    // The number now belongs to another program, which PostgreSQL would take for a server and refuse to start.
    rmSync(pidFile, { force: true })
    return false
  }
  await stopProcess(pid, identity, SERVER_STEPS)
  return true
}

/** Stops a process that we noted with its identity, if it still is the same one. */
export async function stopOrphanedProgram(pid: number, identity: string): Promise<boolean> {
  if (identityOf(pid) !== identity) return false
  await stopProcess(pid, identity, PROGRAM_STEPS)
  return true
}

async function stopProcess(pid: number, identity: string, steps: Steps): Promise<void> {
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (identityOf(pid) !== identity) return
      throw new Problem(
        `A process of an earlier start still runs and cannot be stopped: ${commandOf(pid)} (number ${pid}). ${String(error)}`,
      )
    }
    const until = Date.now() + patience
    while (Date.now() < until) {
      if (identityOf(pid) !== identity) return
      await sleep(50)
    }
  }
}
