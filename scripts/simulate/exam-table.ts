import type { ExamComparison, MinutesFigures, PolicyFigures } from './exam'

const HEAD = [
  'policy',
  'recall on the day',
  'reviews',
  'minutes',
  'peak day',
  'recall 30 days after',
  'kept up',
  'with reviews',
]

/** For reading: one table for the learner whom the scheduler knows, and one for each whom it does not. */
export function examTable({ setting, policies, wrongParameters, minutes }: ExamComparison): string {
  const { cards, days, seeds } = setting
  return [
    `${cards} cards, ${days} days, means of ${seeds} seeds. Reviews and peak day without the first time a card is asked; in brackets with it.`,
    `Recall 30 days after: if nothing is asked in them, then if due cards are, with the reviews it takes.`,
    '',
    tableOf(policies),
    '',
    'The plan for so many minutes a day, as a learner is given it',
    aligned([MINUTES_HEAD, ...minutes.map(minutesCells)]),
    ...wrongParameters.flatMap((each) => [
      '',
      `Parameters wrong: ${each.learner}`,
      tableOf(each.policies),
    ]),
    '',
  ].join('\n')
}

const MINUTES_HEAD = [
  'minutes a day',
  'suffice',
  'retention',
  'expected',
  'recall on the day',
  'minutes in all',
  'longest day',
]

const minutesCells = (of: MinutesFigures): string[] => [
  String(of.perDay),
  of.suffices ? 'yes' : 'no',
  of.retention.toFixed(2),
  of.expectedScore.toFixed(3),
  of.recallOnDay.toFixed(3),
  of.minutes.toFixed(0),
  of.longestDay.toFixed(1),
]

const tableOf = (policies: readonly PolicyFigures[]): string =>
  aligned([HEAD, ...policies.map(cells)])

/** The first column stands to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

function cells(of: PolicyFigures): string[] {
  const all = of.reviews + of.firstTimes
  return [
    of.name,
    of.recallOnDay.toFixed(4),
    `${of.reviews.toFixed(0)} (${all.toFixed(0)})`,
    of.minutes.toFixed(0),
    `${of.peakDay.toFixed(0)} (${of.peakWithFirstTimes.toFixed(0)})`,
    of.recallAfter30.toFixed(3),
    of.keptUpAfter30.toFixed(3),
    of.reviewsAfter30.toFixed(0),
  ]
}
