/**
 * The code of the thread that makes items, as the one script that a thread runs: it runs no TypeScript. A build has it
 * beside its pages; scripts, tests and the development server bundle it when it is first wanted.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from '@/lib/environment'

/** Its name in the folder of a build. */
export const THREAD_FILE = 'generator-thread.cjs'

export function generatorCode(): Promise<string> {
  const { build } = environment()
  return build ? readFile(join(process.cwd(), build, THREAD_FILE), 'utf8') : bundleGenerator()
}

export async function bundleGenerator(): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: ['lib/usecases/generator-thread.ts'],
    bundle: true,
    write: false,
    minifyWhitespace: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    tsconfig: 'tsconfig.json',
    legalComments: 'none',
    logLevel: 'error',
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error('esbuild wrote nothing')
  return bundle.text
}
