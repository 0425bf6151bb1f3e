/** npm run import -- FILE [--keep] [--learner ID]: a text from the shell, with the progress on standard error. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeText, sizeProblem } from '@/lib/core/text/decode'
import { closeStore, isStoreUnavailable } from '@/lib/store/client'
import { importForEveryone } from '@/lib/usecases/import-for-everyone'
import type { ImportProgress, ImportResult } from '@/lib/usecases/import-text'

const USAGE = 'Usage: npm run --silent import -- FILE [--keep] [--learner ID]'

const STEPS: Record<ImportProgress['step'], string> = {
  reading: 'Reading',
  segmenting: 'Cutting it into passages',
  generating: 'Looking for facts',
  storing: 'Storing',
}

/** Ends with a sentence on standard error: 1 for a file that cannot be imported, 2 for a wrong call. */
function refuse(message: string, exitCode: 1 | 2): never {
  process.stderr.write(`${message}\n`)
  process.exit(exitCode)
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { keep: { type: 'boolean', default: false }, learner: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return refuse(`Name one text file.\n${USAGE}`, 2)
    return { file, keep: values.keep, learner: values.learner ?? null }
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n${USAGE}`, 2)
  }
}

function readBytes(file: string): Uint8Array {
  try {
    const problem = sizeProblem(statSync(file).size)
    return problem ? refuse(`${file}: ${problem.message}`, 1) : readFileSync(file)
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : error}`, 1)
  }
}

function progressOnTerminal(): (progress: ImportProgress) => void {
  let last = ''
  return ({ step, done, total }) => {
    const line = total > 1 ? `${STEPS[step]}: ${Math.floor((100 * done) / total)} %` : STEPS[step]
    if (line === last) return
    last = line
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
  }
}

function say({ title, kind, proposed, kept, retired }: ImportResult): string {
  const counts = [
    `${kept} items kept`,
    `${proposed} waiting to be looked at`,
    ...(retired > 0 ? [`${retired} retired, since their passages are gone`] : []),
  ].join(', ')
  const what = {
    new: `“${title}” is in the library`,
    same: `“${title}” is there already, word for word; nothing has changed`,
    revision: `“${title}” has a new revision`,
  }[kind]
  return `${what}: ${counts}.`
}

const { file, keep, learner } = readArguments()
const bytes = readBytes(file)
const decoded = decodeText(bytes)
if (!decoded.ok) refuse(`${file}: ${decoded.problem.message}`, 1)
try {
  const options = { learner, keep }
  const given = { bytes, fileName: basename(file) }
  const outcome = await importForEveryone(given, options, progressOnTerminal())
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  if (!outcome.ok) refuse(`${file}: ${outcome.problem.message}`, 1)
  process.stdout.write(`${say(outcome.value)}\n`)
} catch (error) {
  if (!isStoreUnavailable(error)) throw error
  refuse('The database cannot be reached; nothing was stored.', 1)
} finally {
  await closeStore()
}
