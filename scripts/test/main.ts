/** npm test: everything that is checked, in order, with a summary that says what ran. */
import { environment } from '@/lib/environment'
import type { Command } from '../setup/begin.mjs'
import { wordingOf } from '../setup/problem.mjs'
import type { Reporter } from '../setup/reporter.mjs'
import { ensureClient } from '../start/client'
import { stopWithNpm } from '../start/parent'
import { choose } from './choice'
import { testFolder, testServer } from './ground'
import { build, builtApp, journeys } from './journeys'
import { layers } from './layers'
import { lint } from './lint'
import { type Context, check, type Outcome, type Step } from './step'
import { type Ran, settle, summarise } from './summary'
import { types } from './types'
import { runProject } from './vitest'
import { walked } from './walked'

const STEPS: readonly Step[] = [
  { name: 'lint', title: 'Format and lint', run: lint },
  { name: 'types', title: 'Types', run: types },
  { name: 'layers', title: 'Layers', run: layers },
  { name: 'unit', title: 'Unit tests', run: (context) => runProject(context, 'unit') },
  { name: 'start', title: 'Starting and stopping', run: (context) => runProject(context, 'start') },
  { name: 'store', title: 'Tests on PostgreSQL', run: storeTests },
  { name: 'build', title: 'Build', run: build },
  { name: 'crash', title: 'Killed while answers come in', run: crashTest },
  { name: 'walk', title: 'Everything asked for by everybody', run: walk },
  { name: 'e2e', title: 'Journeys in Chromium', run: journeys },
]

const HELP = `npm test                       everything, in this order: ${STEPS.map((step) => step.name).join(', ')}
npm test -- unit               one step; several: npm test -- lint types layers
npm test -- unit memory        of its tests, those whose file's path, or else whose name, has "memory" in it
npm test -- e2e "second day"   the build, then those journeys
npm test -- crash              the build, then answers sent while its servers are killed; npm run bench -- crash is the long one
npm test -- walk               the build, then every page, handler and action asked for by everybody
`

async function storeTests(context: Context): Promise<Outcome> {
  const { server } = await testServer(context.life)
  return runProject(context, 'store', { TEST_DATABASE_URL: server.url('postgres') })
}

function crashTest(context: Context): Promise<Outcome> {
  const build = builtApp()
  if (!build) return Promise.resolve(check(false, 'nothing', 'There is no built app to kill.'))
  return runProject(context, 'crash', { TEST_BUILD: build })
}

async function walk(context: Context): Promise<Outcome> {
  const build = builtApp()
  if (!build) return check(false, 'nothing', 'There is no built app to walk through.')
  const outcome = await runProject(context, 'walk', { TEST_BUILD: build })
  return { ...outcome, saw: walked(testFolder(context.life)) ?? outcome.saw }
}

const test: Command = async (life, reporter, args) => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP)
    return
  }
  stopWithNpm(life, environment().startedByNpm)
  const choice = choose(
    args,
    STEPS.map((step) => step.name),
  )
  await ensureClient(life, reporter)
  const ran: Ran[] = []
  for (const step of STEPS.filter(({ name }) => choice.steps.includes(name))) {
    const begun = Date.now()
    const filter = ['unit', 'start', 'store', 'crash', 'walk', 'e2e'].includes(step.name)
      ? choice.filter
      : null
    const outcome = await runStep(step, reporter, { life, filter })
    if (life.signal.aborted) return
    ran.push({ ...outcome, name: step.name, ms: Date.now() - begun })
  }
  reporter.line(`\n${summarise(ran)}`)
  life.exitCode = ran.every((step) => step.failed === 0) ? 0 : 1
}

async function runStep(
  step: Step,
  reporter: Reporter,
  context: Pick<Context, 'life' | 'filter'>,
): Promise<Outcome> {
  let outcome: Outcome | undefined
  try {
    await reporter.step(
      step.title,
      async (progress) => {
        outcome = settle(await step.run({ ...context, progress }))
        if (outcome.failed) throw new Error('failed')
        return outcome
      },
      ({ passed, saw }) => `${passed} passed (${saw})`,
    )
  } catch (error) {
    outcome ??= check(false, 'nothing', wordingOf(error))
    if (!context.life.signal.aborted) {
      reporter.line(`  ✗ ${step.title}: ${outcome.failed} failed\n\n${outcome.output ?? ''}\n`)
    }
  }
  return outcome ?? check(false, 'nothing')
}

export default test
