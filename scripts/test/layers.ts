/**
 * The layers, by the rules of .dependency-cruiser.cjs; and that the rules are in force: every file was looked at, and
 * each rule finds what it forbids in a project made to break it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { inProject } from '../setup/project.mjs'
import { sourceFiles } from './files'
import { PLANTED } from './planted'
import { type Context, check, type Outcome, runTool } from './step'

const depcruise = inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
const config = inProject('.dependency-cruiser.cjs')
const FOLDERS = ['app', 'lib', 'scripts']

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(z.object({ name: z.string(), comment: z.string().optional() })),
    }),
  }),
})
type Report = z.infer<typeof Report>

async function cruise(context: Context, cwd: string, entries: readonly string[]): Promise<Report> {
  const args = [depcruise, ...entries, '--config', config, '--output-type', 'json']
  const { output } = await runTool({ ...context, progress: () => undefined }, args, { cwd })
  try {
    return Report.parse(JSON.parse(output))
  } catch {
    throw new Error(`dependency-cruiser did not answer with a report:\n${output.slice(0, 3_000)}`)
  }
}

export async function layers(context: Context): Promise<Outcome> {
  const report = await cruise(context, inProject(), [...FOLDERS, 'proxy.ts', 'instrumentation.ts'])
  const seen = new Set(report.modules.map((module) => module.source))
  const own = sourceFiles(...FOLDERS)
  const missed = own.filter((file) => !file.endsWith('.d.ts') && !seen.has(file))
  const comments = new Map(
    report.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]),
  )
  const problems = [
    ...report.summary.violations.map(({ from, to, rule, cycle }) => {
      const way = cycle ? [from, ...cycle.map((one) => one.name)].join(' → ') : `${from} → ${to}`
      return `${rule.name}: ${way}\n    ${comments.get(rule.name) ?? ''}`
    }),
    ...missed.map((file) => `${file}: dependency-cruiser did not look at it`),
    ...(own.length > 100 ? [] : [`only ${own.length} files: the check looks in the wrong place`]),
    ...(await rulesThatFindNothing(context)).map(
      (name) => `${name}: this rule does not find what it forbids`,
    ),
  ]
  const rules = report.summary.ruleSetUsed.forbidden.length
  return check(problems.length === 0, `${own.length} files, ${rules} rules`, problems.join('\n'))
}

/** Each rule must be broken by the planted project. */
async function rulesThatFindNothing(context: Context): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'passage-planted-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  context.life.onEnd(remove)
  for (const [path, text] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const name of ['package.json', 'tsconfig.json']) cpSync(inProject(name), join(folder, name))
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  const { summary } = await cruise(context, folder, FOLDERS)
  remove()
  const found = new Set(summary.violations.map((violation) => violation.rule.name))
  return summary.ruleSetUsed.forbidden.map((rule) => rule.name).filter((name) => !found.has(name))
}
