/** npm start: what the app stands on, the built app, its address; then it stays until it is asked to stop. */
import { environment } from '@/lib/environment'
import type { Command } from '../setup/begin.mjs'
import { identityOf } from '../setup/identity.mjs'
import { bringUp } from './bring-up'
import { ensureBuilt } from './build'
import { addressOf, startWeb, untilHealthy } from './web'
import { startWorker } from './worker'

const start: Command = async (life, reporter) => {
  const settings = environment()
  const { dataDir, databaseUrl, sessionSecret } = await bringUp(life, reporter, 'npm start')
  const distDir = await ensureBuilt(life, reporter, 'start')
  // For the next start, should this one be killed.
  const programs: { web: number[]; worker: number[] } = { web: [], worker: [] }
  const note = (change: Partial<typeof programs>) => {
    Object.assign(programs, change)
    const pids = [...programs.web, ...programs.worker]
    dataDir.lock.note({ programs: pids.map((pid) => ({ pid, identity: identityOf(pid) })) })
  }
  const web = await reporter.step('Starting the web server', async () => {
    const started = startWeb(life, settings, distDir, {
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: sessionSecret,
    })
    note({ web: [started.pid] })
    await untilHealthy(life, settings)
    started.speak()
    return started
  })
  startWorker(
    life,
    { DATABASE_URL: databaseUrl, PASSAGE_BUILD: distDir },
    {
      onBegun: (pid) => note({ worker: [pid] }),
      say: (line) => reporter.line(line),
    },
  )
  dataDir.lock.note({ address: addressOf(settings) })
  reporter.line(`\nPassage is ready: ${addressOf(settings)}\nCtrl-C stops it.\n`)
  await web.exited
}

export default start
