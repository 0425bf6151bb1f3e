// @ts-check
/** Every command begins here: packages first, then its own TypeScript. Uses nothing but Node until they are there. */
import { ensureInstalled } from './install.mjs'
import { Lifetime } from './lifetime.mjs'
import { inProject, root } from './project.mjs'
import { createReporter } from './reporter.mjs'

/**
 * @typedef {(life: Lifetime, reporter: import('./reporter.mjs').Reporter, args: string[]) => Promise<void>} Command
 *
 * @param {string} path the TypeScript file whose default export is the command, from the folder scripts
 * @param {{ exitCodeWhenAsked?: number, quiet?: boolean }} [options] quiet: standard output belongs to the command
 */
export async function begin(path, { exitCodeWhenAsked, quiet = false } = {}) {
  const reporter = createReporter(quiet ? process.stderr : process.stdout)
  const life = new Lifetime({
    ...(exitCodeWhenAsked !== undefined && { exitCodeWhenAsked }),
    onStop: () => {
      if (!quiet) reporter.line('\nStopping.')
    },
  })
  await life.main(async () => {
    process.chdir(root)
    await ensureInstalled(life, reporter)
    const { register } = await import('tsx/esm/api')
    register()
    /** @type {{ default: Command }} */
    const command = await import(inProject('scripts', path))
    await command.default(life, reporter, process.argv.slice(2))
  })
}
