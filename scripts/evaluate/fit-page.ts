/** What the fit found: how sure it is where, and of which constructions how many are good. */
import { calibration } from '@/lib/core/generate/measure/calibration'
import { groupBy } from '@/lib/core/group-by'
import { short } from '../language/fit-gates'
import type { Fitted, Foreseen } from './fit'

/** confidence.json: what ships, with what it rests on. */
export function fittedJson(fitted: Fitted): string {
  const { items, judgements, texts, ridge, bar, off, model, foreseen } = fitted
  const { bias, weights } = short(model)
  const shown = foreseen.filter((one) => one.confidence >= bar)
  return `${JSON.stringify(
    {
      learned: { items, judgements, texts, ridge },
      foreseen: { shown: shown.length, good: goodOf(shown), bands: bandsOf(foreseen) },
      constructions: constructionsOf(fitted),
      bar,
      off,
      bias,
      weights,
    },
    null,
    2,
  )}\n`
}

export function fitPage(fitted: Fitted): string {
  const { items, judgements, texts, ridge, bar, off, foreseen, model } = fitted
  const shown = foreseen.filter((one) => one.confidence >= bar)
  const strongest = Object.entries(short(model).weights)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 40)
  return [
    `${items} items, ${judgements} judgements, ${texts.length} texts; ridge ${ridge}. Each text by weights from the others.`,
    `Bar ${bar}: ${shown.length} of ${items} are over it, ${percent(goodOf(shown), shown.length)} good; of all ${percent(goodOf(foreseen), items)}.`,
    `Off: ${off.join(', ') || 'none'}.`,
    '',
    ...[0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85].map((least) => {
      const over = foreseen.filter((one) => one.confidence >= least)
      return `from ${least.toFixed(2)}: ${over.length}, ${percent(goodOf(over), over.length)} good`
    }),
    '',
    'said            judged   good',
    ...bandsOf(foreseen).map(
      ({ from, to, judged, good }) =>
        `${from.toFixed(1)}–${to.toFixed(1)}        ${String(judged).padStart(6)}   ${percent(good, judged)}`,
    ),
    '',
    'construction            judged  good   over the bar  good',
    ...Object.entries(constructionsOf(fitted)).map(
      ([name, one]) =>
        `${name.padEnd(24)}${String(one.judged).padStart(5)}  ${percent(one.good, one.judged).padStart(4)}   ${String(one.shown).padStart(10)}  ${percent(one.shownGood, one.shown).padStart(5)}`,
    ),
    '',
    ...strongest.map(([name, weight]) => `${weight.toFixed(2).padStart(6)}  ${name}`),
    '',
  ].join('\n')
}

const bandsOf = (foreseen: readonly Foreseen[]) =>
  calibration(
    foreseen.map(({ construction, confidence, good }) => ({
      construction,
      confidence,
      said: good === 0.5 ? HALF : [{ reader: 'all', verdict: good > 0.5 ? 'good' : 'wrong' }],
    })),
  ).map(({ from, to, judged, good }) => ({ from, to, judged, good }))

const HALF = [
  { reader: 'one', verdict: 'good' },
  { reader: 'other', verdict: 'wrong' },
] as const

function constructionsOf({ foreseen, bar }: Fitted) {
  const rows = [...groupBy(foreseen, (one) => one.construction)].map(([name, own]) => {
    const shown = own.filter((one) => one.confidence >= bar)
    const row = {
      judged: own.length,
      good: goodOf(own),
      shown: shown.length,
      shownGood: goodOf(shown),
    }
    return [name, row] as const
  })
  return Object.fromEntries(rows.sort(([a, x], [b, y]) => y.judged - x.judged || (a < b ? -1 : 1)))
}

const goodOf = (cases: readonly Foreseen[]): number => cases.reduce((sum, one) => sum + one.good, 0)

const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${Math.round((100 * part) / of)} %`
