/** npm run replay -- FILE [--no-fuzz]: folds a log of events by the app's own code, for anyone to check. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { readLog } from '@/lib/core/memory/replay/read-log'
import { replay } from '@/lib/core/memory/replay/replay'
import { EXIT, Refusal, runProgram, wordsOf, wrongCall } from './run/program'

const USAGE = 'Usage: npm run --silent replay -- FILE [--no-fuzz]'
const HELP = `${USAGE}

Folds the events in FILE to the memory of each card, by the code that the app uses, and prints it as JSON:
  {"cards": {ID: {"stability", "difficulty", "dueDay", "reps", "lapses"}}}
Without FILE, or with -, it reads standard input. The order of the events and repetitions of an event do not matter.

FILE is JSON, as all one's data are when they are downloaded, or shorter: {"weights"?, "desiredRetention"?, "rolloverHour"?, "events": […]}
  weights           FSRS-6's 21 weights; FSRS-6's own where they are left out
  desiredRetention  more than 0, at most 1; 0.9
  rolloverHour      0 to 23, when a study day begins; 4
An event is what POST /api/reviews takes: {"id", "cardId", "kind", "reviewedAt", "timeZone", …}
  id, cardId        any text that is not empty
  kind              review (also where it is left out), undo, bury, suspend, resume, reset
  reviewedAt        an instant with its zone, as 2026-11-22T08:00:00Z
  timeZone          the learner's, by name; UTC where it is left out
  studyDay          the day it counts for, as 2026-11-22; where it is left out, that of reviewedAt in timeZone
  grade             of a review: 1 Again, 2 Hard, 3 Good, 4 Easy
  form              of a review: typed (also where it is left out), cloze, choice, list, flip. A choice counts less than recall
  typed, overruled, durationMs, dueDay, reason   may be left out
  targetId          of an undo: the id of the event that is taken back. Where it is left out, the card's latest event
                    before the undo that is no undo and that no other undo takes back

A card is left out of the answer where nothing counts: every answer undone, or none since the last reset.
--no-fuzz gives each interval as the model has it, without spreading due days.
Exit: 0, or 1 for a log that cannot be read, or 2 for a wrong call.
`
async function main(args: readonly string[]): Promise<void> {
  const { file, fuzz, help } = readArguments(args)
  if (help) {
    process.stdout.write(HELP)
    return
  }
  const name = file === '-' ? 'Standard input' : file
  const read = readLog(parse(name, file === '-' ? await text(process.stdin) : await contents(file)))
  if (!read.ok) throw new Refusal(read.problems.join('\n'), EXIT.unreadable)
  process.stdout.write(`${JSON.stringify({ cards: replay(read.log, fuzz) })}\n`)
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'no-fuzz': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    const [file = '-', ...more] = positionals
    if (more.length > 0) throw new Error('Name one file, not several.')
    return { file, fuzz: !values['no-fuzz'], help: values.help === true }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

async function contents(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${wordsOf(error)}`, EXIT.unreadable)
  }
}

function parse(name: string, json: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Refusal(`${name} is not JSON: ${wordsOf(error)}`, EXIT.unreadable)
  }
}

await runProgram(main)
