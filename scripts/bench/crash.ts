/** The crash test at its full size. The figures say what it went through; a promise that was broken ends it with the reasons. */
import { crash as run } from '../crash/run'
import { startVictims } from '../crash/victims'
import { Problem } from '../setup/problem.mjs'
import { createReporter } from '../setup/reporter.mjs'
import { ensureBuilt } from '../start/build'
import type { Bench } from './bench'
import { held, plain } from './report'

const SHOWN = 20

export const crash: Bench = async ({ life, say, number }) => {
  const distDir = await ensureBuilt(life, createReporter(process.stderr), 'start')
  const victims = await startVictims(life, distDir)
  const reviews = number('reviews', 100_000)
  const report = await run(victims, {
    reviews,
    cards: number('cards', 2_000),
    kills: number('kills', 80),
    seed: String(number('seed', 1)),
    say,
  })
  if (report.broken.length > 0) {
    const words = report.broken.slice(0, SHOWN).join('\n')
    throw new Problem(`${report.broken.length} promises were broken. The first ones:\n${words}`)
  }
  const { kills, requests, failures, acknowledged, seconds } = report
  return [
    held('acknowledged, stored once, memory = fold', acknowledged, 'reviews', reviews, {
      atLeast: 1,
    }),
    plain('web server killed (SIGKILL)', kills.web + kills.both, 'times'),
    plain('PostgreSQL killed (SIGKILL)', kills.SIGKILL + kills.both, 'times'),
    plain('PostgreSQL shut down at once (SIGQUIT)', kills.SIGQUIT, 'times'),
    plain('requests', requests, 'requests'),
    plain('requests that had to be sent again', failures, 'requests'),
    plain('wall time', seconds, 's'),
  ]
}
