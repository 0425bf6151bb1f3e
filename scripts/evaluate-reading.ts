/** npm run evaluate-reading -- FOLDER --tokens: how well English is read, against a treebank that is not part of Passage. */
import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cutGroups } from './language/cut-groups'
import { evaluateTokens } from './language/evaluate-tokens'
import { EXIT, Refusal, runProgram, wrongCall } from './run/program'

const USAGE =
  'Usage: npm run --silent evaluate-reading -- FOLDER|TEXT --tokens [--part dev|train|test] [--verbose]'

function main(args: readonly string[]): void {
  const { folder, part, verbose } = readArguments(args)
  if (!existsSync(folder)) {
    throw new Refusal(`There is no folder or text ${folder}.`, EXIT.unreadable)
  }
  const report = statSync(folder).isDirectory()
    ? evaluateTokens(folder, part, verbose)
    : cutGroups(folder)
  if (report === null) throw new Refusal(`${folder} is no text.`, EXIT.unreadable)
  process.stdout.write(report)
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        tokens: { type: 'boolean', default: false },
        part: { type: 'string', default: 'dev' },
        verbose: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) throw new Error('Name the folder of a treebank.')
    if (!values.tokens) throw new Error('Say what to evaluate: --tokens.')
    return { folder, part: values.part, verbose: values.verbose }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

await runProgram(main)
