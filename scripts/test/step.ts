/** One step of npm test: what it looked at, and what came of it. */
import type { Lifetime, RunOptions } from '../setup/lifetime.mjs'
import type { Progress } from '../setup/reporter.mjs'

export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped?: number
  /** What was looked at, counted: `412 files`. */
  readonly saw: string
  /** What a person needs to see when something failed. */
  readonly output?: string
}

export interface Context {
  readonly life: Lifetime
  readonly progress: Progress
  /** A part of a test's file or name; only those run. */
  readonly filter: string | null
}

export interface Step {
  readonly name: string
  readonly title: string
  readonly run: (context: Context) => Promise<Outcome>
}

/** One check that either holds or does not. */
export const check = (holds: boolean, saw: string, output?: string): Outcome => ({
  passed: holds ? 1 : 0,
  failed: holds ? 0 : 1,
  saw,
  ...(!holds && output && { output }),
})

/** Runs a tool to its end and keeps all that it said. */
export async function runTool(
  { life, progress }: Pick<Context, 'life' | 'progress'>,
  args: readonly string[],
  options: RunOptions = {},
): Promise<{ code: number; output: string }> {
  const lines: string[] = []
  const onLine = (line: string) => {
    lines.push(line)
    if (line.trim()) progress(line)
  }
  const { exited } = life.run(process.execPath, args, { ...options, onLine })
  const { code } = await exited
  return { code: code ?? 1, output: lines.join('\n') }
}
