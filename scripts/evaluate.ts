/** npm run evaluate: how good the items are, on texts that somebody has read and listed the facts of. */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { figuresOf } from '@/lib/core/generate/measure/figures'
import { type Asked, readArguments } from './evaluate/arguments'
import { factPages } from './evaluate/fact-lines'
import { faultLines } from './evaluate/fault-lines'
import { casesOf, fitConfidence, stillMade } from './evaluate/fit'
import { fitImportance, importanceJson, importancePage, weighed } from './evaluate/fit-importance'
import { fitPage, fittedJson } from './evaluate/fit-page'
import { openCandidates } from './evaluate/items-of'
import { judgementsOf } from './evaluate/judgements'
import { takeSheet, writeSheet } from './evaluate/judging'
import { qualityPage } from './evaluate/quality-page'
import { asPage } from './evaluate/report-page'
import { measureAll, openReaders, seeAll, type TextRun } from './evaluate/run'
import { type GoldTexts, goldTexts, type Places, placesOf } from './evaluate/texts'
import { treebankDocuments } from './evaluate/treebank-documents'
import { EXIT, Refusal, runProgram } from './run/program'
import { inProject } from './setup/project.mjs'

function main(args: readonly string[]): void {
  const asked = readArguments(args)
  const { folder } = asked
  if (folder !== null && !(existsSync(folder) && statSync(folder).isDirectory()))
    throw new Refusal(`There is no folder ${folder}.`, EXIT.unreadable)
  const places = placesOf(folder)
  const found = asked.documents
    ? { texts: treebankDocuments(asked), absent: [] }
    : goldTexts(places, asked)
  for (const name of found.absent)
    process.stderr.write(`${name}: the text is not on this machine, and is left out.\n`)
  process.stdout.write(answer(found, places, asked))
}

function answer({ texts, absent }: GoldTexts, places: Places, asked: Asked): string {
  const { task, budget } = asked
  switch (task.task) {
    case 'toJudge':
      return writeSheet(texts, places, {
        ...task,
        even: task.pool,
        makeItems: openCandidates(task.pool ? null : budget),
      })
    case 'judged':
      return takeSheet(task.file, task.reader, {
        texts,
        places,
        makeItems: openCandidates(budget),
      })
    case 'facts':
      return factPages(seeAll(texts, places, openReaders(budget)))
    case 'faults':
      return seeAll(texts, places, openReaders(budget)).map(faultLines).join('\n')
    case 'quality': {
      const runs = measureAll(texts, places, budget)
      const at = { absent, budget, now: new Date(), machine: machine() }
      writeFileSync(inProject('QUALITY.md'), qualityPage(runs, at))
      return 'QUALITY.md is written.\n'
    }
    case 'fit': {
      const read = [...texts, ...(asked.folder === null ? treebankDocuments(asked) : [])]
      const judged = stillMade(read, openCandidates(null), (text) =>
        judgementsOf(places.judgements, text),
      )
      const fitted = fitConfidence(casesOf(judged))
      writeFileSync(inProject('lib', 'core', 'generate', 'confidence.json'), fittedJson(fitted))
      return fitPage(fitted)
    }
    case 'fitImportance': {
      const fitted = fitImportance(weighed(texts, openCandidates(null)))
      const file = inProject('lib', 'core', 'generate', 'features', 'importance.json')
      writeFileSync(file, importanceJson(fitted))
      return importancePage(fitted)
    }
    case 'figures': {
      const runs = measureAll(texts, places, budget)
      return task.json ? asJson(runs, absent, asked) : asPage(namedFigures(runs), totalOf(runs))
    }
  }
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'a processor'}, Node ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)}`

const namedFigures = (runs: readonly TextRun[]) =>
  runs.map(({ gold, figures }) => ({ name: gold.set.text, figures }))

const totalOf = (runs: readonly TextRun[]) => figuresOf(runs.map((run) => run.measured))

function asJson(runs: readonly TextRun[], absent: readonly string[], asked: Asked): string {
  const { half, budget } = asked
  const texts = namedFigures(runs)
  return `${JSON.stringify({ half, budget, absent, texts, total: totalOf(runs) })}\n`
}

await runProgram(main)
