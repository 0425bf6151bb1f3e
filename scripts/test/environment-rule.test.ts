/** That the linter keeps every module but one from reading the environment: tried on files that do. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { inProject } from '../setup/project.mjs'

// Put together here, so that the linter does not find it in this file.
const READING = `export const port = ${['process', 'env'].join('.')}.PORT\n`
const IMPORTING = `import { env } from 'node:process'\n\nexport const port = env.PORT\n`

const FORBIDDEN: Record<string, string> = {
  'app/page.tsx': READING,
  'lib/core/time/a.ts': READING,
  'lib/store/a.ts': IMPORTING,
  'scripts/a.mjs': READING,
  'e2e/a.ts': READING,
}

it('the environment is read in its module only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passage-lint-'))
  try {
    for (const [path, code] of Object.entries({ ...FORBIDDEN, 'lib/environment.ts': READING })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), code)
    }
    cpSync(inProject('biome.json'), join(folder, 'biome.json'))
    const biome = inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome')
    const args = [biome, 'lint', '--reporter=json', '.']
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    const report: { diagnostics: { category: string; location: { path: string } }[] } =
      JSON.parse(stdout)
    const found = report.diagnostics
      .filter(({ category }) => category === 'lint/style/noProcessEnv')
      .map(({ location }) => location.path)
      .sort()
    expect(found).toEqual(Object.keys(FORBIDDEN).sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
})
