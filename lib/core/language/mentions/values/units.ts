/** What a number counts: per cent, money, time, or a unit of measure. Lists of facts; singulars in lower case. */
import type { Value } from '@/lib/core/language/tree'
import { isHyphen, type Piece, type Read } from './pieces'

export type TimeUnit = Extract<Value, { type: 'duration' }>['unit']

export type Unit =
  | { readonly type: 'share' }
  | { readonly type: 'money'; readonly currency: string }
  | { readonly type: 'duration'; readonly unit: TimeUnit }
  | { readonly type: 'measure'; readonly unit: string }

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

const CURRENCIES = new Set(
  words(
    `ruble rouble dollar pound franc cent euro mark shilling penny livre crown ducat guilder florin peso yen yuan rupee lira
     drachma denarius thaler taler krone krona zloty forint dinar kopeck kopek guinea farthing sou sequin real dirham
     hryvnia won rand groschen pfennig heller kreuzer gulden baht ringgit shekel peseta escudo cedi naira birr tael rupiah
     doubloon sesterce`,
  ),
)
const CURRENCY_PLURALS: ReadonlyMap<string, string> = new Map([
  ['pence', 'penny'],
  ['pennies', 'penny'],
  ['lire', 'lira'],
  ['denarii', 'denarius'],
  ['kronor', 'krona'],
  ['kroner', 'krone'],
  ['zlotys', 'zloty'],
])
export const CURRENCY_MARKS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['£', 'pound'],
  ['€', 'euro'],
  ['¥', 'yen'],
  ['₽', 'ruble'],
  ['₹', 'rupee'],
])
const TIMES: ReadonlyMap<string, TimeUnit> = new Map([
  ['second', 'second'],
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
  ['centurie', 'century'],
])
const MEASURES = new Set(
  words(
    `millimeter millimetre centimeter centimetre meter metre kilometer kilometre micrometer micrometre nanometer nanometre
     mile foot inch yard acre hectare milliliter millilitre liter litre gallon pint quart cup gram kilogram milligram microgram
     ton tonne ounce degree volt millivolt watt kilowatt megawatt beat calorie kilocalorie joule hertz barrel bushel
     league verst pood dessiatine fathom knot horsepower parsec light-year byte megabyte gigabyte`,
  ),
)
const MEASURE_PLURALS: ReadonlyMap<string, string> = new Map([
  ['feet', 'foot'],
  ['inches', 'inch'],
])
/** Signs of units; case matters, and they follow figures only. */
const SIGNS = new Set(
  words(
    'mm cm km m kg mg g ml mL L l µm μm nm mmHg kW MW GW Hz kHz MHz GHz V mV W J kJ kcal ha lb lbs oz ft mph',
  ),
)
/** "Miles an hour" is a unit of its own. */
const SPEED_TIMES: ReadonlySet<string> = new Set(['second', 'minute', 'hour'])
const ADJECTIVES_OF_TIME = new Set(
  words('full whole long further additional more consecutive other successive short entire such'),
)

/** The unit that follows a number ending before `at`; `figure` says that the number is in figures. */
export function readUnit(pieces: readonly Piece[], at: number, figure: boolean): Read<Unit> | null {
  return (
    readPerCent(pieces, at) ??
    readSign(pieces, at, figure) ??
    readTime(pieces, at) ??
    readMeasure(pieces, at) ??
    readCurrency(pieces, at)
  )
}

function readPerCent(pieces: readonly Piece[], at: number): Read<Unit> | null {
  const unit: Unit = { type: 'share' }
  const joined = isHyphen(pieces, at) ? at + 1 : at
  const word = pieces[joined]?.lower
  if (word === '%' || word === 'percent') return { value: unit, end: joined + 1 }
  return word === 'per' && pieces[joined + 1]?.lower === 'cent'
    ? { value: unit, end: joined + 2 }
    : null
}

function readSign(pieces: readonly Piece[], at: number, figure: boolean): Read<Unit> | null {
  const piece = pieces[at]
  if (!figure || piece === undefined) return null
  if (piece.text === '°') {
    const scale = pieces[at + 1]
    const named = scale?.spaced === false && /^[CFK]$/.test(scale.text)
    const unit = named ? `°${scale.text}` : 'degree'
    return { value: { type: 'measure', unit }, end: named ? at + 2 : at + 1 }
  }
  // "40p", "9d".
  if (piece.text === 'p' && !piece.spaced) return { value: PENCE, end: at + 1 }
  const power = /^(?:sq|cu)$/.test(piece.text) ? (pieces[at + 1]?.text === '.' ? 2 : 1) : 0
  const sign = pieces[at + power]
  if (sign === undefined || !SIGNS.has(sign.text)) return null
  const end = signEnd(pieces, at + power)
  const said = pieces.slice(at + power, end).map((part) => part.text)
  const unit = `${power === 0 ? '' : `${piece.text} `}${said.join('')}`
  return { value: { type: 'measure', unit }, end }
}

const PENCE: Unit = { type: 'money', currency: 'penny' }

/** "m²", "km/h": what is tight to a sign belongs to it. */
function signEnd(pieces: readonly Piece[], at: number): number {
  const [next, over] = [pieces[at + 1], pieces[at + 2]]
  if (next?.spaced !== false) return at + 1
  if (/^[²³]$/.test(next.text)) return at + 2
  return next.text === '/' && over?.spaced === false && /^(?:h|s|m²|m³)$/.test(over.text)
    ? at + 3
    : at + 1
}

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word)

function readTime(pieces: readonly Piece[], at: number): Read<Unit> | null {
  const start = isHyphen(pieces, at) ? at + 1 : at
  const here = ADJECTIVES_OF_TIME.has(pieces[start]?.lower ?? '') ? start + 1 : start
  const word = pieces[here]
  const unit = TIMES.get(singular(word?.lower.replace(/['’]s?$/, '') ?? ''))
  // "five second readings": an ordinal; capitals belong to names ("Five Days").
  if (unit === undefined || word === undefined || word.lower === 'second') return null
  return { value: { type: 'duration', unit }, end: here + 1 }
}

function readMeasure(pieces: readonly Piece[], at: number): Read<Unit> | null {
  const start = isHyphen(pieces, at) ? at + 1 : at
  const kind = pieces[start]?.lower ?? ''
  const power = /^(?:square|cubic|nautical|metric)$/.test(kind) ? `${kind} ` : ''
  const at2 = power === '' ? start : start + 1
  const word = pieces[at2]?.lower ?? ''
  const name = MEASURE_PLURALS.get(word) ?? singular(word)
  if (word === 'pounds' && pieces[at2 + 1]?.lower === 'of')
    return { value: { type: 'measure', unit: 'pound' }, end: at2 + 1 }
  if (!MEASURES.has(name)) return null
  const tail = readTail(pieces, at2 + 1, name)
  // A beat measures a rate only.
  if (name === 'beat' && tail.value === '') return null
  return { value: { type: 'measure', unit: `${power}${name}${tail.value}` }, end: tail.end }
}

/** "miles per hour", "beats a minute", "degrees Celsius". */
function readTail(pieces: readonly Piece[], at: number, name: string): Read<string> {
  const word = pieces[at]?.lower ?? ''
  const next = pieces[at + 1]?.lower ?? ''
  if (name === 'degree' && /^(?:celsius|fahrenheit|north|south|east|west)$/.test(word))
    return { value: ` ${pieces[at]?.text ?? ''}`, end: at + 1 }
  // "a mile a year" tells how often a mile is gone, as "a crown a week" how often one is paid: the year is outside.
  const isRate = word === 'per' || (/^an?$/.test(word) && SPEED_TIMES.has(next))
  return isRate && /^\p{L}+$/u.test(next)
    ? { value: ` per ${next}`, end: at + 2 }
    : { value: '', end: at }
}

/** The currency, with a word before it at most that tells which kind: "paper rubles", "gold marks". */
function readCurrency(pieces: readonly Piece[], at: number): Read<Unit> | null {
  for (const here of [at, at + 1]) {
    const word = pieces[here]
    if (word === undefined || word.kind !== 'word') return null
    const name = CURRENCY_PLURALS.get(word.lower) ?? singular(word.lower)
    if (CURRENCIES.has(name) && word.text === word.lower) {
      // "two real powers", "one mark": alone in the singular they are other words too.
      const unsure = /^(?:real|mark|crown|sou|won|rand|pound)$/.test(word.lower)
      if (unsure && pieces[at - 1]?.lower !== 'one') return null
      const sterling = pieces[here + 1]?.lower === 'sterling' ? 1 : 0
      return { value: { type: 'money', currency: name }, end: here + 1 + sterling }
    }
    if (
      !/^(?:paper|gold|silver|tsarist|old|new|more|us|american|french|swiss|british|canadian|australian|reich)$/.test(
        word.lower,
      )
    )
      return null
  }
  return null
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ...[...MEASURE_PLURALS].map(([plural, name]) => [name, plural] as const),
  ['penny', 'pence'],
  ['lira', 'lire'],
  ['century', 'centuries'],
])

/** "days", "square miles", "beats per minute"; signs ("km") have one form. */
export function pluralOf(unit: string): string {
  if (SIGNS.has(unit.replace(/^(?:sq|cu) |[²³]$|\/.*$/g, '')) || unit.startsWith('°')) return unit
  return unit.replace(/^(?:(?:square|cubic|nautical|metric) )?[\p{L}-]+/u, (name) => {
    const last = name.split(' ').at(-1) ?? name
    const plural =
      PLURALS.get(last) ??
      (/(?:yen|yuan|hertz|horsepower|won|rand|groschen|gulden|baht|ringgit|birr|rupiah)$/.test(last)
        ? last
        : `${last}s`)
    return name.slice(0, name.length - last.length) + plural
  })
}
