/**
 * The built app. Each build has a folder named by what it was built from, so that a new one never changes the files
 * beneath a server that runs, and one that was cut off is never taken for whole.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { childEnvironment } from '@/lib/environment'
import { bundleGenerator, THREAD_FILE } from '@/lib/usecases/generator-code'
import type { Lifetime } from '../setup/lifetime.mjs'
import { holderOf, type Lock, takeLock, waitForLock } from '../setup/lock.mjs'
import { inProject } from '../setup/project.mjs'
import type { Reporter } from '../setup/reporter.mjs'
import { compressScripts } from './compress'
import { buildServiceWorker } from './service-worker'

/** All that a build is made from; a change in any of it makes a new one. */
const SOURCES = [
  'app',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
  'prisma/schema.prisma',
]
const NOT_BUILT = /\.test\.tsx?$|^lib\/store\/generated\//
const COMPLETE = 'passage-complete'

/** Builds for people and builds for tests keep out of each other's way. */
export type BuildKind = 'start' | 'test'

export const nextBinary = () => inProject('node_modules', 'next', 'dist', 'bin', 'next')

/** What Next is told besides: where the build lies, and to keep to itself. */
export const nextEnvironment = (distDir: string, extra: Record<string, string> = {}) =>
  childEnvironment({
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    PASSAGE_BUILD: distDir,
    ...extra,
  })

function filesOf(path: string): string[] {
  if (!existsSync(inProject(path))) return []
  if (!statSync(inProject(path)).isDirectory()) return [path]
  return readdirSync(inProject(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(inProject().length + 1))
    .filter((file) => !NOT_BUILT.test(file))
    .sort()
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of SOURCES.flatMap(filesOf)) {
    hash.update(`\0${file}\0`).update(readFileSync(inProject(file)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Builds unless that very build is there. Returns its folder, from the project's. */
export async function ensureBuilt(
  life: Lifetime,
  reporter: Reporter,
  kind: BuildKind,
): Promise<string> {
  const distDir = `.next/${kind}-${fingerprint()}`
  const lock = await waitForLock(inProject('.data', `build-${kind}.lock`), 'build', {
    signal: life.signal,
  })
  life.onEnd(lock.release)
  if (!existsSync(inProject(distDir, COMPLETE))) {
    await reporter.step('Building the app', (progress) => build(life, distDir, progress))
  }
  const hold = holdBuild(distDir)
  life.onEnd(hold.release)
  removeUnused(kind, distDir)
  lock.release()
  return distDir
}

async function build(life: Lifetime, distDir: string, progress: (text: string) => void) {
  rmSync(inProject(distDir), { recursive: true, force: true })
  await life.complete('Building the app', process.execPath, [nextBinary(), 'build'], {
    cwd: inProject(),
    env: nextEnvironment(distDir),
    onLine: (line) => {
      if (/^\s*(Creating|Collecting|Generating|Finalizing)/.test(line))
        progress(line.replace(/\s*\.\.\.$/, ''))
    },
  })
  await buildServiceWorker(distDir)
  writeFileSync(inProject(distDir, THREAD_FILE), await bundleGenerator())
  await compressScripts(distDir)
  writeFileSync(inProject(distDir, COMPLETE), '')
}

const USES = 'passage-used-by'

/** Notes that this process serves the build, for as long as it lives. */
function holdBuild(distDir: string): Lock {
  const folder = inProject(distDir, USES)
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(join(folder, `${process.pid}.json`), 'serve')
  if (lock.kind === 'held') throw new Error(`two processes have the number ${process.pid}`)
  return lock
}

function isUsed(distDir: string): boolean {
  const folder = inProject(distDir, USES)
  if (!existsSync(folder)) return false
  return readdirSync(folder).some((name) => holderOf(join(folder, name)) !== null)
}

/** Earlier builds that nobody serves any more. */
function removeUnused(kind: BuildKind, current: string): void {
  for (const name of readdirSync(inProject('.next'))) {
    const distDir = `.next/${name}`
    if (!name.startsWith(`${kind}-`) || distDir === current || isUsed(distDir)) continue
    rmSync(inProject(distDir), { recursive: true, force: true })
  }
}
