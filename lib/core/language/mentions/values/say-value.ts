/** Values in plain words; what is said is read back as the same value. */
import type { Amount, Figure, Value, When } from '@/lib/core/language/tree'
import { MONTHS, partsOf } from './calendar'
import { hedgeWords } from './hedges'
import { figureSuffix } from './ordinals'
import { pluralOf } from './units'

export function sayValue(value: Value): string {
  switch (value.type) {
    case 'date':
      return sayWhen(value.when)
    case 'period':
      return sayPeriod(value.from, value.to)
    case 'duration':
    case 'measure':
      return `${sayAmount(value.amount)} ${counted(value.amount, value.unit)}`
    case 'money':
      return `${sayAmount(value.amount)} ${counted(value.amount, value.currency)}`
    case 'share':
      return sayShare(value.amount)
    case 'number':
      return value.ordinal
        ? `${value.amount.from}${figureSuffix(value.amount.from)}`
        : sayAmount(value.amount)
    default:
      return value.name
  }
}

const counted = ({ from, to }: Amount, unit: string): string =>
  from === '1' && to === '1' ? unit : pluralOf(unit)

const sayFigure = (figure: Figure): string => {
  const [above = '', ...below] = figure.split('.')
  return [above.replace(/\B(?=(?:\d{3})+$)/g, ','), ...below].join('.')
}

const sayAmount = ({ from, to, hedge }: Amount): string =>
  `${hedgeWords(hedge)}${sayFigure(from)}${to === from ? '' : ` to ${sayFigure(to)}`}`

function sayShare({ from, to, hedge }: Amount): string {
  const perCent = (figure: Figure): string | null => /^(.+)\/100$/.exec(figure)?.[1] ?? null
  const [low, high] = [perCent(from), perCent(to)]
  if (low !== null && high !== null) return `${sayAmount({ from: low, to: high, hedge })} per cent`
  return `${hedgeWords(hedge)}${from}${to === from ? '' : ` to ${to}`}`
}

const PARTS = { early: 'early ', middle: 'mid-', late: 'late ' } as const

export function sayWhen(when: When): string {
  const part = when.part === undefined ? '' : PARTS[when.part]
  return `${hedgeWords(when.hedge)}${part}${sayBare(when)}`
}

function sayBare({ iso, grain, season }: When): string {
  if (grain === 'century') {
    const ordinal = String(Math.abs(Number(iso)) + 1)
    return `${ordinal}${figureSuffix(ordinal)} century${iso.startsWith('-') ? ' BC' : ''}`
  }
  if (grain === 'decade') return `${iso}0s`
  const { day, month, year } = partsOf(iso)
  const said = year === null ? null : year < 0 ? `${-year} BC` : year < 1000 ? `AD ${year}` : year
  if (grain === 'season') return `${season ?? ''} of ${said ?? ''}`
  const name = month === null ? '' : (MONTHS[month - 1] ?? '')
  const named = name === '' ? null : name.charAt(0).toUpperCase() + name.slice(1)
  return [day, named, said].filter((piece) => piece !== null).join(' ')
}

function sayPeriod(from: When | null, to: When | null): string {
  if (from === null) return `until ${to === null ? '' : sayWhen(to)}`
  return to === null ? `since ${sayWhen(from)}` : `from ${sayWhen(from)} to ${sayWhen(to)}`
}
