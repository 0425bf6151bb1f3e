/** npm run dev: as npm start, with Next's development server in place of the built app. */
import { childEnvironment, environment } from '@/lib/environment'
import type { Command } from '../setup/begin.mjs'
import { inProject } from '../setup/project.mjs'
import { bringUp } from './bring-up'
import { nextBinary } from './build'
import { addressOf } from './web'
import { startWorker } from './worker'

const dev: Command = async (life, reporter) => {
  const settings = environment()
  const { dataDir, databaseUrl, sessionSecret } = await bringUp(life, reporter, 'npm run dev')
  const args = ['dev', '--hostname', settings.host, '--port', String(settings.port)]
  const { exited } = life.run(process.execPath, [nextBinary(), ...args], {
    essential: "Next's development server",
    output: 'inherit',
    cwd: inProject(),
    patience: 3_000,
    env: childEnvironment({
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'development',
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: sessionSecret,
    }),
  })
  startWorker(
    life,
    { DATABASE_URL: databaseUrl },
    { onBegun: () => undefined, say: (line) => reporter.line(line) },
  )
  dataDir.lock.note({ address: addressOf(settings) })
  await exited
}

export default dev
