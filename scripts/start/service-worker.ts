/** The service worker of a build: one script, that knows the names of the build's files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { inProject } from '../setup/project.mjs'

/** Fonts for scripts that few texts here are written in come when they are needed. */
const LATER = /-(cyrillic|greek|vietnamese)[^/]*\.woff2$/

/** Addresses of what the pages of a build are made of. */
function assetsOf(distDir: string): string[] {
  const folder = inProject(distDir, 'static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const icons = existsSync(inProject('public', 'icons'))
    ? readdirSync(inProject('public', 'icons'))
    : []
  return [
    ...files.filter((file) => !LATER.test(file)).map((file) => `/_next/static/${file}`),
    ...icons.map((icon) => `/icons/${icon}`),
  ].sort()
}

/** Bundles app/worker/worker.ts into the build. */
export async function buildServiceWorker(distDir: string): Promise<void> {
  const id = readFileSync(inProject(distDir, 'BUILD_ID'), 'utf8').trim()
  await build({
    absWorkingDir: inProject(),
    entryPoints: ['app/worker/worker.ts'],
    outfile: join(distDir, 'worker.js'),
    tsconfig: 'tsconfig.json',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    define: {
      BUILD: JSON.stringify({ id, assets: assetsOf(distDir) }),
      'process.env.NODE_ENV': '"production"',
    },
  })
}
