/** The types, of all files, on a clone that was never built: Next makes the types of the routes first. */
import { relative } from 'node:path'
import { childEnvironment } from '@/lib/environment'
import { inProject, root } from '../setup/project.mjs'
import { nextBinary } from '../start/build'
import { sourceFiles } from './files'
import { type Context, check, type Outcome, runTool } from './step'

const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc')

export async function types(context: Context): Promise<Outcome> {
  const env = childEnvironment({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' })
  const routes = await runTool(context, [nextBinary(), 'typegen'], { env })
  if (routes.code !== 0) return check(false, 'no files', routes.output)
  const { code, output } = await runTool(context, [tsc, '--noEmit', '--listFiles', '-p', '.'])
  const lines = output.split('\n')
  const isListed = (line: string) => line.startsWith(root)
  const listed = new Set(lines.filter(isListed).map((line) => relative(root, line)))
  const missed = sourceFiles('app', 'lib', 'scripts', 'e2e').filter((file) => !listed.has(file))
  const own = [...listed].filter((file) => !file.startsWith('node_modules')).length
  const said = lines.filter((line) => !isListed(line))
  const errors = [...said, ...missed.map((file) => `${file}: TypeScript did not look at it`)]
  return check(code === 0 && missed.length === 0 && own > 0, `${own} files`, errors.join('\n'))
}
