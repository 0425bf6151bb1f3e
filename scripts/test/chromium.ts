/** A Chromium that starts: Playwright's own, the system's, or one that is installed now. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { LAUNCH } from '@/e2e/launch'
import { childEnvironment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import { Problem, wordingOf } from '../setup/problem.mjs'
import { inProject } from '../setup/project.mjs'
import type { Progress } from '../setup/reporter.mjs'

const ON_THE_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const IN_APPLICATIONS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
]

function systemBrowsers(): string[] {
  const onThePath = ON_THE_PATH.map((name) =>
    spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim(),
  )
  const applications = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    IN_APPLICATIONS.map((path) => join(folder, path)),
  )
  return [...onThePath, ...applications].filter((path) => path && existsSync(path))
}

export { LAUNCH }

/** Why it does not start, or null when it does; no path means Playwright's own. */
async function refusal(executablePath: string | null): Promise<string | null> {
  try {
    const browser = await chromium.launch({ ...LAUNCH, ...(executablePath && { executablePath }) })
    await browser.close()
    return null
  } catch (error) {
    return wordingOf(error)
  }
}

/** The path of one that starts, null for Playwright's own, or what was tried in vain. */
async function firstThatStarts(): Promise<{ path: string | null } | { tried: string[] }> {
  const tried: string[] = []
  for (const path of [null, ...systemBrowsers()]) {
    const why = await refusal(path)
    if (!why) return { path }
    tried.push(`${path ?? "Playwright's own"}: ${why.split('\n')[0]}`)
  }
  return { tried }
}

/** @returns its path, or null for Playwright's own. @throws Problem that says what to install. */
export async function findChromium(life: Lifetime, progress: Progress): Promise<string | null> {
  let found = await firstThatStarts()
  for (const install of [installWithPlaywright, installWithApt]) {
    if ('path' in found) return found.path
    if (await install(life, progress)) found = await firstThatStarts()
  }
  if ('path' in found) return found.path
  throw new Problem(
    `The journeys need a Chromium, and none starts here. Install one (Debian: apt-get install chromium; macOS: Google Chrome) and try again. Tried:\n${found.tried.join('\n')}`,
  )
}

type Install = (life: Lifetime, progress: Progress) => Promise<boolean>

async function succeeds(
  life: Lifetime,
  progress: Progress,
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  withinMs: number,
): Promise<boolean> {
  const running = life.run(command, args, { env, onLine: progress })
  const timer = setTimeout(() => void running.stop(), withinMs)
  const { code } = await running.exited
  clearTimeout(timer)
  return code === 0
}

const installWithPlaywright: Install = (life, progress) => {
  const cli = inProject('node_modules', '@playwright', 'test', 'cli.js')
  const args = [cli, 'install', 'chromium']
  return succeeds(life, progress, process.execPath, args, childEnvironment({}), 240_000)
}

const installWithApt: Install = async (life, progress) => {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false
  const env = childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' })
  const apt = (...args: string[]) => succeeds(life, progress, 'apt-get', args, env, 600_000)
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium')
  return (await install()) || ((await apt('update')) && install())
}
