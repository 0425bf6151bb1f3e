/** Start-up, memory and time of the generator, in a process that has done nothing else and runs no TypeScript. */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import type { Budget } from '@/lib/core/generate/budget'
import { inProject } from '../setup/project.mjs'
import type { Fresh } from './fresh'

/** One script with all that it needs; it is read from standard input, so that nothing is left behind. */
export function bundleFresh(): string {
  const { outputFiles } = buildSync({
    entryPoints: [inProject('scripts', 'evaluate', 'fresh.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfig: inProject('tsconfig.json'),
    // The one module that asks where it stands is the one that knows where the project is.
    define: {
      'import.meta.url': JSON.stringify(
        pathToFileURL(inProject('scripts', 'setup', 'project.mjs')).href,
      ),
    },
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('esbuild wrote nothing')
  return bundle.text
}

export function runFresh(code: string, file: string, budget: Budget): Fresh {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-', file, budget], {
    input: code,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The items of ${file} could not be made:\n${stderr}`)
  return JSON.parse(stdout)
}
