import { environment } from '@/lib/environment'
import type { Command } from '../../setup/begin.mjs'
import { identityOf } from '../../setup/identity.mjs'
import { inProject } from '../../setup/project.mjs'
import { openDataDir } from '../data-dir'
import { migrate, openEmbedded, stopLeftovers } from '../database'
import { startWorker } from '../worker'

/** @param args the web server's file; `worker`, for the real one beside it on a database with tables */
const standIn: Command = async (life, reporter, [web = 'web.mjs', worker]) => {
  const dataDir = openDataDir(environment().dataDir, 'npm start')
  life.onEnd(dataDir.lock.release)
  await stopLeftovers(dataDir, reporter)
  const url = await openEmbedded(life, reporter, dataDir)
  let say: () => void = () => undefined
  const up = new Promise<void>((resolve) => {
    say = resolve
  })
  const { pid, exited } = life.run(process.execPath, [inProject('scripts/start/stand-in', web)], {
    essential: 'The web server',
    patience: 60_000,
    onLine: () => say(),
  })
  dataDir.lock.note({ address: 'http://localhost', programs: [{ pid, identity: identityOf(pid) }] })
  await up
  if (worker) {
    await migrate(reporter, url)
    startWorker(
      life,
      { DATABASE_URL: url },
      {
        onBegun: (number) => console.log(`worker ${number}`),
        say: (line) => reporter.line(line),
      },
    )
  }
  console.log(`ready ${JSON.stringify({ web: pid, url })}`)
  await exited
}

export default standIn
