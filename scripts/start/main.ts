/** npm start: what the app stands on, the built app, its address; then it stays until it is asked to stop. */
import { environment } from '@/lib/environment'
import type { Command } from '../setup/begin.mjs'
import { identityOf } from '../setup/identity.mjs'
import { bringUp } from './bring-up'
import { ensureBuilt } from './build'
import { addressOf, startWeb, untilHealthy } from './web'

const start: Command = async (life, reporter) => {
  const settings = environment()
  const { dataDir, databaseUrl, sessionSecret } = await bringUp(life, reporter, 'npm start')
  const distDir = await ensureBuilt(life, reporter, 'start')
  const web = await reporter.step('Starting the web server', async () => {
    const started = startWeb(life, settings, distDir, {
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: sessionSecret,
    })
    // For the next start, should this one be killed.
    dataDir.lock.note({ programs: [{ pid: started.pid, identity: identityOf(started.pid) }] })
    await untilHealthy(life, settings)
    started.speak()
    return started
  })
  dataDir.lock.note({ address: addressOf(settings) })
  reporter.line(`\nPassage is ready: ${addressOf(settings)}\nCtrl-C stops it.\n`)
  await web.exited
}

export default start
