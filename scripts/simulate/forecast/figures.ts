/** How forecasts of simulated exams turned out, in all and by group. */

import { heldBy } from '@/lib/core/exam/forecast/record'
import { groupBy } from '@/lib/core/group-by'
import type { Trial } from './trial'

/** Points of a hundred, and shares 0 … 1. */
export type Figures = {
  readonly exams: number
  /** Share of exams whose score lay in the range, and how surely that share is known (two standard errors). */
  readonly held: number
  readonly within: number
  /** The same where range and score are shown in whole points, as in the app. */
  readonly heldAsShown: number
  readonly below: number
  readonly above: number
  /** Mean of score − expected, the mean distance, and the distance that is left if the true chances are known. */
  readonly bias: number
  readonly distance: number
  readonly byChance: number
  /** Mean width of the range. */
  readonly width: number
}

export type Group = Figures & { readonly by: string; readonly group: string }

export type Outcome = {
  readonly all: Figures
  readonly groups: readonly Group[]
}

/** What trials are grouped by. */
const GROUPINGS: Readonly<Record<string, (trial: Trial) => string>> = {
  kind: ({ kind }) => kind,
  memory: ({ person }) => person,
  log: ({ log }) => log,
  'log and memory': ({ log, person }) => `${log}, ${person}`,
  'kind and log': ({ kind, log }) => `${kind}, ${log}`,
  'kind and memory': ({ kind, person }) => `${kind}, ${person}`,
  items: ({ items }) => within(items, [20, 60, 150, 301]),
  unseen: ({ unseen }) =>
    unseen === 0 ? 'none' : unseen < 0.5 ? 'some' : unseen < 1 ? 'most' : 'all',
  'days ahead': ({ daysAhead }) => within(daysAhead, [1, 8, 16, 31]),
}

export function outcomeOf(trials: readonly Trial[]): Outcome {
  return {
    all: figuresOf(trials),
    groups: Object.entries(GROUPINGS).flatMap(([by, groupOf]) =>
      [...groupBy(trials, groupOf)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([group, members]) => ({ by, group, ...figuresOf(members) })),
    ),
  }
}

function within(value: number, ends: readonly number[]): string {
  const at = ends.findLastIndex((end) => value >= end)
  return `${String(ends[at] ?? 0).padStart(3)} to ${(ends[at + 1] ?? 1) - 1}`
}

function figuresOf(trials: readonly Trial[]): Figures {
  const mean = (of: (trial: Trial) => number) =>
    trials.reduce((sum, trial) => sum + of(trial), 0) / trials.length
  const held = mean((trial) => (trial.held ? 1 : 0))
  return {
    exams: trials.length,
    held,
    within: 2 * Math.sqrt((held * (1 - held)) / trials.length),
    heldAsShown: mean((trial) => (heldBy(trial, trial.score) ? 1 : 0)),
    below: mean((trial) => (!trial.held && trial.score < trial.expected ? 1 : 0)),
    above: mean((trial) => (!trial.held && trial.score > trial.expected ? 1 : 0)),
    bias: 100 * mean(({ score, expected }) => score - expected),
    distance: 100 * mean(({ score, expected }) => Math.abs(score - expected)),
    byChance: 100 * mean(({ score, trueMean }) => Math.abs(score - trueMean)),
    width: 100 * mean(({ high, low }) => high - low),
  }
}

const HEAD = [
  'exams',
  'held',
  '±',
  'as shown',
  'below',
  'above',
  'bias',
  'distance',
  'chance',
  'width',
]

/** For reading. */
export function tableOf({ all, groups }: Outcome): string {
  const line = (name: string, figures: Figures) =>
    [name.padEnd(24), ...cells(figures).map((cell) => cell.padStart(9))].join('')
  const byGroup = [...groupBy(groups, ({ by }) => by)].flatMap(([by, members]) => [
    '',
    by,
    ...members.map((member) => line(`  ${member.group}`, member)),
  ])
  return [
    `Exams forecast and sat. held: the score lay in the 80 % range; below, above: it did not; in % of exams.`,
    'bias: mean of score − expected; distance: mean without sign; chance: the distance to the true expectation; width of the range; in points.',
    '',
    ['', ...HEAD].map((cell, i) => (i === 0 ? cell.padEnd(24) : cell.padStart(9))).join(''),
    line('all', all),
    ...byGroup,
    '',
  ].join('\n')
}

function cells(of: Figures): string[] {
  const percent = (share: number) => (100 * share).toFixed(1)
  return [
    String(of.exams),
    ...[of.held, of.within, of.heldAsShown, of.below, of.above].map(percent),
    ...[of.bias, of.distance, of.byChance].map((value) => value.toFixed(2)),
    of.width.toFixed(1),
  ]
}
