/** Format and lint, and the proof that the linter guards the environment. */
import { inProject } from '../setup/project.mjs'
import { type Context, check, type Outcome, runTool } from './step'

const biome = inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome')

export async function lint(context: Context): Promise<Outcome> {
  const { code, output } = await runTool(context, [biome, 'check', '--error-on-warnings', '.'])
  const files = Number(/Checked (\d+) files/.exec(output)?.[1] ?? 0)
  return check(code === 0 && files > 0, `${files} files`, output)
}
