/** One of the projects of vitest.config.ts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { childEnvironment } from '@/lib/environment'
import { inProject } from '../setup/project.mjs'
import { sourceFiles } from './files'
import { testFolder } from './ground'
import { type Context, type Outcome, runTool } from './step'

const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string() })),
})

/** A filter that is part of a file's path chooses files; any other one chooses tests by their names. */
export const isPath = (filter: string) =>
  sourceFiles('app', 'lib', 'scripts', 'e2e').some(
    (file) => /\.(test|spec)\.tsx?$/.test(file) && file.includes(filter),
  )

export async function runProject(
  context: Context,
  project: string,
  extra: Record<string, string> = {},
): Promise<Outcome> {
  const report = join(testFolder(context.life), `vitest-${project}.json`)
  const { filter } = context
  const { code, output } = await runTool(
    context,
    [
      vitest,
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(filter ? (isPath(filter) ? [filter] : ['--testNamePattern', filter]) : []),
    ],
    {
      env: childEnvironment({
        NODE_ENV: 'test',
        NO_COLOR: '1',
        TEST_FOLDER: testFolder(context.life),
        ...extra,
      }),
    },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1, saw: 'nothing', output }
  const read = Report.parse(JSON.parse(readFileSync(report, 'utf8')))
  const failedFiles = read.testResults.filter(({ status }) => status === 'failed').length
  // A file that cannot be loaded fails without a test that does; so does an error outside of all tests.
  const failed = read.numFailedTests || failedFiles || (code === 0 ? 0 : 1)
  return {
    passed: read.numPassedTests,
    failed,
    skipped: read.numPendingTests + read.numTodoTests,
    saw: `${read.testResults.length} files`,
    ...(failed && { output: withoutPassed(output) }),
  }
}

const withoutPassed = (output: string) =>
  output
    .split('\n')
    .filter((line) => !/^\s+✓/.test(line))
    .join('\n')
