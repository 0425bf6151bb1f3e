/** Prisma's client is generated from the schema; its files are not kept in git. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { childEnvironment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import { waitForLock } from '../setup/lock.mjs'
import { inProject } from '../setup/project.mjs'
import type { Reporter } from '../setup/reporter.mjs'

const stamp = inProject('lib', 'store', 'generated', '.made-from')

/** Everything that decides what is generated. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of [
    'prisma/schema.prisma',
    'prisma.config.ts',
    'node_modules/prisma/package.json',
  ]) {
    hash.update(readFileSync(inProject(path)))
  }
  return hash.digest('hex')
}

const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

export async function ensureClient(life: Lifetime, reporter: Reporter): Promise<void> {
  if (isCurrent()) return
  const lock = await waitForLock(inProject('.data', 'install.lock'), 'generate', {
    signal: life.signal,
  })
  life.onEnd(lock.release)
  if (!isCurrent()) await reporter.step('Generating the database client', () => generate(life))
  lock.release()
}

async function generate(life: Lifetime): Promise<void> {
  await life.complete(
    'Generating the database client',
    process.execPath,
    [inProject('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
    {
      cwd: inProject(),
      env: childEnvironment({
        // The engine that Prisma would fetch from outside the registry is not used to generate: any program will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
    },
  )
  writeFileSync(stamp, fingerprint())
}
