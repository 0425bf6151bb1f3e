/** The journeys of e2e/ in a real Chromium, against the built app. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { childEnvironment } from '@/lib/environment'
import { inProject } from '../setup/project.mjs'
import { ensureBuilt } from '../start/build'
import { findChromium } from './chromium'
import { testFolder, testServer } from './ground'
import { startPassage } from './passage'
import { type Context, check, type Outcome, runTool } from './step'
import { isPath } from './vitest'

const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js')

const Report = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
})

let distDir: string | undefined

export async function build({ life, progress }: Context): Promise<Outcome> {
  let fresh = false
  distDir = await ensureBuilt(
    life,
    {
      line: progress,
      step: (_title, work) => {
        fresh = true
        return work(progress)
      },
    },
    'test',
  )
  return check(true, fresh ? 'built' : 'built before, nothing changed')
}

/** The build of this run, made by the step before. */
export const builtApp = (): string | undefined => distDir

export async function journeys(context: Context): Promise<Outcome> {
  const { life, progress, filter } = context
  if (!distDir) return check(false, 'nothing', 'There is no built app to go through.')
  progress('looking for a Chromium')
  const chromium = await findChromium(life, progress)
  progress('starting Passage')
  const { server } = await testServer(life)
  const { url, databaseUrl, web } = await startPassage(life, server, distDir)
  const report = join(testFolder(life), 'playwright.json')
  const { code, output } = await runTool(
    context,
    [
      playwright,
      'test',
      '--reporter=list,json',
      ...(filter ? (isPath(filter) ? [filter] : ['--grep', filter]) : []),
    ],
    {
      env: childEnvironment({
        NODE_ENV: 'test',
        FORCE_COLOR: '0',
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        TEST_URL: url,
        // For what its operator does from a shell.
        TEST_DATABASE_URL: databaseUrl,
        TEST_BUILD: distDir,
        TEST_FOLDER: testFolder(life),
        ...(chromium && { TEST_CHROMIUM: chromium }),
      }),
    },
  )
  const said = web.tail()
  await web.stop()
  if (!existsSync(report)) return { passed: 0, failed: 1, saw: 'nothing', output }
  const { stats, errors } = Report.parse(JSON.parse(readFileSync(report, 'utf8')))
  const failed = stats.unexpected + stats.flaky || errors.length || (code === 0 ? 0 : 1)
  return {
    passed: stats.expected,
    failed,
    skipped: stats.skipped,
    saw: chromium ?? "Playwright's Chromium",
    ...(failed && { output: `${output}\n\nThe web server said:\n${said}` }),
  }
}
