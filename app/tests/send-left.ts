/** Sends what pages of sittings left behind on this device when they were closed. */
import { keyPrefix, openLog, sittingOfKey } from './sitting-log'
import { browserPorts, journal } from './sitting-ports'

/** Says whether the server took anything that it did not have. */
export async function sendLeft(): Promise<boolean> {
  const kept = journal()
  const keys = kept ? Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '') : []
  const sittings = new Map(
    keys.flatMap((key) => {
      const found = sittingOfKey(key)
      return found ? [[keyPrefix(found.owner, found.sittingId), found] as const] : []
    }),
  )
  const logs = [...sittings].map(([prefix, { owner, sittingId }]) =>
    openLog(prefix, { events: [], now: Date.now() }, browserPorts(owner, sittingId)),
  )
  const before = logs.map((log) => log.state().waiting)
  await Promise.all(logs.map((log) => log.send()))
  return logs.some((log, at) => log.state().waiting < (before[at] ?? 0))
}
