/** The project's own TypeScript files: what the checks must have looked at. */
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inProject, root } from '../setup/project.mjs'

const MADE = /^lib\/store\/generated\//

export function sourceFiles(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(inProject(folder)))
    .flatMap((folder) => readdirSync(inProject(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !MADE.test(path))
    .sort()
}
