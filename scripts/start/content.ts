/** Imports what ships in content/, in a process of its own: use cases are server code, which Node loads under a condition. */
import { childEnvironment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import { inProject } from '../setup/project.mjs'
import type { Reporter } from '../setup/reporter.mjs'

/** How Node runs a TypeScript file that is server code. */
export const SERVER_CODE = ['--conditions=react-server', '--import', 'tsx']

export async function importShipped(
  life: Lifetime,
  reporter: Reporter,
  url: string,
): Promise<void> {
  await reporter.step(
    'Importing the texts in content/',
    async (progress) => {
      let last = ''
      await life.complete(
        'Importing the texts in content/',
        process.execPath,
        [...SERVER_CODE, inProject('scripts', 'start', 'import-shipped.ts')],
        {
          env: childEnvironment({ DATABASE_URL: url, NODE_ENV: 'production' }),
          onLine: (line, from) => {
            if (from === 'stdout') last = line
            progress(line)
          },
        },
      )
      return last
    },
    (last) => last,
  )
}
