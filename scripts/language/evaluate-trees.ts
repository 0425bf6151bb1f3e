/** How well trees are read, against a treebank's, on the treebank's own tokens: parts of speech, lemmas, heads, relations. */
import { basename } from 'node:path'
import { givenSentences, isTokenRow } from '@/lib/core/language/conllu'
import { type EnglishModel, type Read, readForms } from '@/lib/core/language/model'
import { filesOf, readConlluFile } from './treebank'

interface Gold {
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly relation: string
}

interface Judged {
  readonly gold: Gold
  readonly read: Read
}

/** Files of the part ("dev", "train", "test") in the folder, each with its table. */
export function evaluateTrees(folder: string, part: string, model: EnglishModel): string {
  const tables = filesOf(folder, part).map((file) => evaluateFile(file, model))
  return tables.length === 0 ? `${folder} has no file of the part "${part}".\n` : tables.join('\n')
}

function evaluateFile(file: string, model: EnglishModel): string {
  const sentences = givenSentences(readConlluFile(file))
  const begun = performance.now()
  const read = readForms(
    sentences.map(({ forms }) => forms),
    model,
  )
  const seconds = (performance.now() - begun) / 1000
  const judged = sentences.flatMap(({ rows }, index) =>
    rows.filter(isTokenRow).map((row, k) => {
      const own = read[index]?.[k]
      if (!own) throw new Error(`token ${k + 1} of sentence ${index + 1} was not read`)
      return { gold: goldOf(row), read: own }
    }),
  )
  const speed = Math.round(judged.length / seconds)
  return [
    `${basename(file)}: ${sentences.length} sentences, ${judged.length} tokens, ${speed} tokens/s`,
    '',
    ...SCORES.map(([name, isRight]) => `  ${name.padEnd(24)} ${percent(judged, isRight)}`),
    '',
    ...calibration('heads', judged, ({ read: one }) => one.headProbability, hasHead),
    ...calibration(
      'relations, given the right head',
      judged.filter(hasHead),
      ({ read: one }) => one.relationProbability,
      hasRelation,
    ),
    ...calibration('UPOS', judged, ({ read: one }) => one.uposProbability, hasUpos),
  ].join('\n')
}

const goldOf = (row: readonly string[]): Gold => ({
  lemma: row[2] ?? '',
  upos: row[3] ?? '',
  xpos: row[4] ?? '',
  head: Number(row[6]) - 1,
  relation: row[7] ?? '',
})

type Test = (judged: Judged) => boolean

const hasHead: Test = ({ gold, read }) => gold.head === read.head
const hasRelation: Test = ({ gold, read }) => gold.relation === read.relation
const hasUpos: Test = ({ gold, read }) => gold.upos === read.upos
const universal = (relation: string): string => relation.split(':')[0] ?? ''

const SCORES: readonly (readonly [string, Test])[] = [
  ['UPOS', hasUpos],
  ['XPOS', ({ gold, read }) => gold.xpos === read.xpos],
  ['lemma', ({ gold, read }) => gold.lemma === read.lemma],
  [
    'lemma, in small letters',
    ({ gold, read }) => gold.lemma.toLowerCase() === read.lemma.toLowerCase(),
  ],
  ['UAS', hasHead],
  ['LAS', (one) => hasHead(one) && hasRelation(one)],
  [
    'LAS without subtypes',
    (one) => hasHead(one) && universal(one.gold.relation) === universal(one.read.relation),
  ],
]

const percent = (all: readonly Judged[], test: Test): string =>
  `${((all.filter(test).length / Math.max(1, all.length)) * 100).toFixed(2)} %`.padStart(8)

/** Lower bounds of what was said, in which right answers are counted. */
const BANDS = [0, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.999]

function calibration(
  name: string,
  judged: readonly Judged[],
  said: (judged: Judged) => number,
  isRight: Test,
): string[] {
  const rows = BANDS.map((from, index) => {
    const to = BANDS[index + 1] ?? Number.POSITIVE_INFINITY
    const own = judged.filter((one) => said(one) >= from && said(one) < to)
    const mean = own.reduce((sum, one) => sum + said(one), 0) / Math.max(1, own.length)
    const share = ((own.length / Math.max(1, judged.length)) * 100).toFixed(1)
    const cells = [`≥ ${from}`.padEnd(8), `${share} %`.padStart(7)]
    return `    ${cells.join(' ')}  ${(mean * 100).toFixed(1).padStart(6)} % ${percent(own, isRight)}`
  }).reverse()
  return [`  ${name}: said, share of all, mean of said, right`, ...rows, '']
}
