/** The thread that reads English, as the one script that a thread runs. */
import { build } from 'esbuild'
import { inProject } from '../setup/project.mjs'

export async function bundleThread(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inProject('lib', 'usecases', 'english-thread.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfig: inProject('tsconfig.json'),
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('esbuild wrote nothing')
  return bundle.text
}
