/** The worker beside the web server: started, watched, started again when it ends, and stopped with the rest. */
import { setTimeout as sleep } from 'node:timers/promises'
import { childEnvironment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import { inProject } from '../setup/project.mjs'
import { SERVER_CODE } from './content'

/** Milliseconds before it is started again; doubled each time that it ends at once. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
/** Whoever worked so long has not failed to start. */
const STEADY = 60_000

/**
 * Passage goes on without it: what is done in the background waits. `settings` name the database; `onBegun` is told the number of each process,
 * `say` what a person should know.
 */
export function startWorker(
  life: Lifetime,
  settings: Readonly<Record<string, string>>,
  { onBegun, say }: { onBegun: (pid: number) => void; say: (line: string) => void },
): void {
  const keepUp = async () => {
    let pause = FIRST_PAUSE
    while (!life.signal.aborted) {
      const begun = Date.now()
      const { pid, exited, tail } = life.run(
        process.execPath,
        [...SERVER_CODE, inProject('scripts', 'worker.ts')],
        {
          cwd: inProject(),
          env: childEnvironment({ NODE_ENV: 'production', ...settings }),
          patience: 5_000,
        },
      )
      onBegun(pid)
      await exited
      if (life.signal.aborted) return
      const said = tail()
      say(`The worker has ended and is started again.${said && ` Its last words:\n${said}`}`)
      pause = Date.now() - begun > STEADY ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE)
      await sleep(pause, undefined, { signal: life.signal, ref: false }).catch(() => undefined)
    }
  }
  keepUp().catch((error) => {
    if (!life.signal.aborted) say(`The worker cannot be started: ${String(error)}`)
  })
}
