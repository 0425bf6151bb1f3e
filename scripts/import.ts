/** npm run import -- FILE [--keep] [--learner ID]: a text from the shell, with the progress on standard error. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeText, sizeProblem } from '@/lib/core/text/decode'
import { closeStore, isStoreUnavailable } from '@/lib/store/client'
import { importForEveryone } from '@/lib/usecases/import-for-everyone'
import type { ImportProgress, ImportResult } from '@/lib/usecases/import-text'
import { EXIT, Refusal, runProgram, wordsOf, wrongCall } from './run/program'

const USAGE = 'Usage: npm run --silent import -- FILE [--keep] [--learner ID]'

const STEPS: Record<ImportProgress['step'], string> = {
  reading: 'Reading',
  segmenting: 'Cutting it into passages',
  generating: 'Looking for facts',
  storing: 'Storing',
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keep: { type: 'boolean', default: false }, learner: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Error('Name one text file.')
    return { file, keep: values.keep, learner: values.learner ?? null }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

function readBytes(file: string): Uint8Array {
  try {
    const problem = sizeProblem(statSync(file).size)
    if (problem) throw new Refusal(`${file}: ${problem.message}`, EXIT.unreadable)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${file} cannot be read: ${wordsOf(error)}`, EXIT.unreadable)
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

async function main(args: readonly string[]): Promise<void> {
  const { file, keep, learner } = readArguments(args)
  const bytes = readBytes(file)
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Refusal(`${file}: ${decoded.problem.message}`, EXIT.unreadable)
  try {
    const options = { learner, keep }
    const given = { bytes, fileName: basename(file) }
    const outcome = await importForEveryone(given, options, progressOnTerminal())
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    if (!outcome.ok) throw new Refusal(`${file}: ${outcome.problem.message}`, EXIT.unreadable)
    process.stdout.write(`${say(outcome.value)}\n`)
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error
    throw new Refusal('The database cannot be reached; nothing was stored.', EXIT.unreadable)
  } finally {
    await closeStore()
  }
}

await runProgram(main)
