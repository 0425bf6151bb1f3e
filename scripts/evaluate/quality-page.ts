/** QUALITY.md: how good the items are, as the last run over both halves has it. No figure in it is written by hand. */
import { BUDGETS, type Budget } from '@/lib/core/generate/budget'
import type { Half } from '@/lib/core/generate/gold/gold-set'
import type { Verdict } from '@/lib/core/generate/gold/judgement'
import { type Figures, figuresOf } from '@/lib/core/generate/measure/figures'
import { COLUMNS, FAULT_COLUMNS, type Named, percent, rowsOf, took } from './figure-rows'
import {
  bandRows,
  constructionRows,
  optionRows,
  readerRows,
  typeRows,
  verdictRows,
} from './report-page'
import type { TextRun } from './run'

export type Circumstances = {
  readonly absent: readonly string[]
  readonly budget: Budget
  readonly now: Date
  /** What it ran on: "16 × Processor, Node 20". */
  readonly machine: string
}

const MEANING = `- **good, judged**: the share of the items that a good teacher would keep as it is, by those that people have judged; each of
  these speaks for as many items as its construction has for each judged one, since readers are given evenly of every construction, and
  constructions of which nothing is judged are left out. In brackets where the share would lie nineteen times in twenty (Wilson). Items are
  judged without being told how they were made: grammatical, understood without the passage, one answer, correct, worth learning;
  the first that fails is the verdict. An item on which two readers differ counts half. On the texts to develop on the generator
  has learned from the judgements which items to leave out, so that its share there is too high by some; on the others it has not.
- **facts**: the share of the facts of a text that have an item. They were listed by reading, before anything was generated:
  importance 3 is what a teacher would certainly ask, 2 what a good student should know, 1 a detail. An item has a fact when its
  evidence overlaps a sentence that says it and its answer is the fact's; one item has one fact.
- **not verbatim**: items whose evidence is not, letter for letter, what the text has at that place.
- **duplicates**: items that ask what an earlier one asks: the same answer of the same sentence, or nearly the same question.
- **leaks**: items whose question says the answer.
- **faulty choices**: choices with an option that is also right, or the answer again, or of another type, unit or grain, or
  whose answer is told by its length. Code finds no others; people may.
- **same bytes**: texts whose items came out the same in two processes.
- **ms per 1,000**: to read a text again and make its items, per 1,000 words: the middle one of three runs, in a process that
  does nothing else; time of the processor, and in brackets on the clock, where other work on the machine counts. **start-up**:
  the same until such a process can begin. Where the load above exceeds the processors, all of these are too long. **MB**: the most
  memory that it held until it had made the items of the text once.`

export function qualityPage(runs: readonly TextRun[], at: Circumstances): string {
  const half = (name: Half) => runs.filter((run) => run.gold.set.half === name)
  const [develop, check] = [half('develop'), half('check')]
  const left = at.absent.length > 0 ? ` Left out, since not at hand: ${at.absent.join(', ')}.` : ''
  return `# How good the items are

Written by \`npm run --silent evaluate -- --quality\` on ${at.now.toISOString().slice(0, 10)}. Texts: ${runs.length}; at most ${BUDGETS[at.budget]} items per
1,000 words; on ${at.machine}.${left}

What is made better is made better on one half of the texts; whoever does so reads neither the texts nor the items of the other
half. So the texts that are kept to check are the ones to go by.

${targets(figuresOf(develop.map(measuredOf)), figuresOf(check.map(measuredOf)))}
## What the figures mean

${MEANING}

${section('The texts that are kept to check', check)}
${section('The texts to develop on', develop)}`
}

const measuredOf = (run: TextRun) => run.measured

type Target = {
  readonly name: string
  readonly target: string
  readonly of: (figures: Figures) => string
}

const judgedShare = ({ precision: { estimate } }: Figures, verdict: Verdict): string =>
  estimate === null ? 'not judged' : percent(estimate.shares[verdict], 1)

const TARGETS: readonly Target[] = [
  { name: 'good items', target: '≥ 90 %', of: (f) => judgedShare(f, 'good') },
  { name: 'wrong answers', target: '≤ 1 %', of: (f) => judgedShare(f, 'wrong') },
  {
    name: 'facts of importance 3 covered',
    target: '≥ 75 %',
    of: ({ coverage: { byImportance } }) => percent(byImportance[3].covered, byImportance[3].of),
  },
  {
    name: 'all facts covered',
    target: '≥ 55 %',
    of: ({ coverage: { all } }) => percent(all.covered, all.of),
  },
  {
    name: 'evidence verbatim',
    target: '100 %',
    of: (f) => percent(f.items - f.notVerbatim, f.items),
  },
  {
    name: 'same items on every run',
    target: 'every text',
    of: (f) => `${f.cost.sameBytes} of ${f.texts}`,
  },
  { name: 'ms per 1,000 words (clock)', target: '≤ 200', of: (f) => took(f.cost.warm) },
  { name: 'start-up, ms (clock)', target: '< 700', of: (f) => took(f.cost.startUp) },
  { name: 'memory, MB', target: '< 250', of: (f) => f.cost.memory.toFixed(0) },
]

const targets = (develop: Figures, check: Figures): string =>
  markdown([
    ['', 'aim', 'kept to check', 'to develop on'],
    ...TARGETS.map(({ name, target, of }) => [name, target, of(check), of(develop)]),
  ])

function section(title: string, runs: readonly TextRun[]): string {
  const total = figuresOf(runs.map(measuredOf))
  const named: Named[] = [
    ...runs.map(({ gold, figures }) => ({ name: gold.set.text, figures })),
    { name: '**all**', figures: total },
  ]
  return [
    `## ${title}\n`,
    markdown(rowsOf(COLUMNS, named)),
    markdown(rowsOf(FAULT_COLUMNS, named)),
    markdown(typeRows(total)),
    markdown(constructionRows(total)),
    ...(total.faultyChoices > 0 ? [markdown(optionRows(total))] : []),
    ...(total.precision.judged > 0
      ? [verdictRows, readerRows, bandRows].map((rows) => markdown(rows(total)))
      : []),
  ].join('\n')
}

/** The first column to the left, the others to the right. */
function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(head) + line(head.map((_, i) => (i === 0 ? '---' : '--:'))) + body.map(line).join('')
}
