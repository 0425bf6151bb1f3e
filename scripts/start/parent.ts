import type { Lifetime } from '../setup/lifetime.mjs'

/** When npm is killed it cannot hand the signal on; whoever asked for us is gone then. */
export function stopWithNpm(life: Lifetime, startedByNpm: boolean): void {
  if (!startedByNpm) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) void life.end({ kind: 'asked', by: 'npm' })
  }, 1_000)
  timer.unref()
}
