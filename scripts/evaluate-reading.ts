/** npm run evaluate-reading -- FOLDER: how well English is read, against a treebank that is not part of Passage. */
import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evaluateMentions } from './language/evaluate-mentions'
import { evaluateTokens } from './language/evaluate-tokens'
import { evaluateTrees } from './language/evaluate-trees'
import { textReport } from './language/text-report'
import { readModel, WEIGHTS } from './language/weights'
import { EXIT, Refusal, runProgram, wrongCall } from './run/program'

const USAGE = `Usage: npm run --silent evaluate-reading -- FOLDER [--part dev|train|test] [--weights FILE]
       npm run --silent evaluate-reading -- FOLDER|TEXT --tokens [--part dev|train|test] [--verbose]
       npm run --silent evaluate-reading -- FOLDER --mentions [--part dev|train|test] [--verbose]

  Trees on the treebank's own tokens, or sentence ends and tokens in its raw text, or what its names name (where
  the treebank says so). The test part is for a last look: whoever chooses by it has no test any more.`

function main(args: readonly string[]): void {
  const { folder, part, verbose, tokens, mentions, weights } = readArguments(args)
  if (!existsSync(folder)) {
    throw new Refusal(`There is no folder or text ${folder}.`, EXIT.unreadable)
  }
  const isFolder = statSync(folder).isDirectory()
  if (!tokens && !isFolder) throw new Refusal(`${folder} is no folder.`, EXIT.unreadable)
  const report = tokens
    ? isFolder
      ? evaluateTokens(folder, part, verbose)
      : textReport(folder, verbose)
    : mentions
      ? evaluateMentions(folder, part, verbose)
      : evaluateTrees(folder, part, readModel(weights))
  if (report === null) throw new Refusal(`${folder} is no text.`, EXIT.unreadable)
  process.stdout.write(report)
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        tokens: { type: 'boolean', default: false },
        mentions: { type: 'boolean', default: false },
        part: { type: 'string', default: 'dev' },
        verbose: { type: 'boolean', default: false },
        weights: { type: 'string', default: WEIGHTS },
      },
      allowPositionals: true,
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) throw new Error('Name the folder of a treebank.')
    return { folder, ...values }
  } catch (error) {
    throw wrongCall(error, USAGE)
  }
}

await runProgram(main)
