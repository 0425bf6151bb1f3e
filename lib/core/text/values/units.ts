/** Units: their names, and what turns one into another of its kind. */

export type Unit = {
  readonly name: string
  readonly dimension: string
  /** Of the dimension's base unit. Offsets (degrees) are not turned into one another. */
  readonly factor: number
}

/** name, dimension, factor, the ways to write it ('(s)' for a plural). */
const TABLE: readonly (readonly [name: string, dimension: string, factor: number, ways: string])[] =
  [
    ['millimetre', 'length', 0.001, 'mm|milli(?:metre|meter)s?'],
    ['centimetre', 'length', 0.01, 'cm|centi(?:metre|meter)s?'],
    ['metre', 'length', 1, 'm|metres?|meters?'],
    ['kilometre', 'length', 1000, 'km|kilo(?:metre|meter)s?'],
    ['micrometre', 'length', 1e-6, 'µm|μm|micro(?:metre|meter)s?|microns?'],
    ['nanometre', 'length', 1e-9, 'nm|nano(?:metre|meter)s?'],
    ['inch', 'length', 0.0254, 'inch(?:es)?'],
    ['foot', 'length', 0.3048, 'ft|foot|feet'],
    ['yard', 'length', 0.9144, 'yards?|yds?'],
    ['mile', 'length', 1609.344, 'miles?|mi'],
    ['light-year', 'length', 9.4607e15, 'light[- ]years?'],
    ['milligram', 'mass', 1e-6, 'mg|milligrams?|milligrammes?'],
    ['microgram', 'mass', 1e-9, 'µg|μg|mcg|micrograms?'],
    ['gram', 'mass', 0.001, 'g|grams?|grammes?'],
    ['kilogram', 'mass', 1, 'kg|kilos?|kilograms?|kilogrammes?'],
    ['tonne', 'mass', 1000, 'tonnes?|metric tons?'],
    ['ton', 'ton', 1, 'tons?'],
    ['ounce', 'mass', 0.0283495, 'oz|ounces?'],
    ['lb', 'mass', 0.4535924, 'lbs?'],
    ['millilitre', 'volume', 0.001, 'ml|mL|milli(?:litre|liter)s?'],
    ['litre', 'volume', 1, 'l|L|litres?|liters?'],
    ['gallon', 'gallon', 1, 'gallons?|gal'],
    ['barrel', 'barrel', 1, 'barrels?'],
    ['bushel', 'bushel', 1, 'bushels?'],
    ['hectare', 'area', 10_000, 'ha|hectares?'],
    ['acre', 'area', 4046.856, 'acres?'],
    ['square kilometre', 'area', 1e6, 'km²|km2|sq\\.? km|square kilo(?:metre|meter)s?'],
    ['square mile', 'area', 2_589_988.1, 'sq\\.? mi|square miles?'],
    ['square metre', 'area', 1, 'm²|m2|square (?:metre|meter)s?'],
    ['degree Celsius', 'celsius', 1, '°\\s?C|degrees? (?:celsius|centigrade)|℃'],
    ['degree Fahrenheit', 'fahrenheit', 1, '°\\s?F|degrees? fahrenheit'],
    ['degree', 'angle', 1, '°|degrees?'],
    ['kelvin', 'kelvin', 1, 'K|kelvins?'],
    ['mmHg', 'pressure', 133.322, 'mm\\s?Hg|millimet(?:re|er)s of mercury'],
    ['kilopascal', 'pressure', 1000, 'kPa|kilopascals?'],
    ['hectopascal', 'pressure', 100, 'hPa|hectopascals?'],
    ['kilometre an hour', 'speed', 1, 'km\\/h|kmh|kph|kilo(?:metre|meter)s (?:an|per) hour'],
    ['mile an hour', 'speed', 1.609344, 'mph|miles (?:an|per) hour'],
    ['watt', 'power', 1, 'W|watts?'],
    ['kilowatt', 'power', 1000, 'kW|kilowatts?'],
    ['megawatt', 'power', 1e6, 'MW|megawatts?'],
    ['volt', 'volt', 1, 'V|volts?'],
    ['hertz', 'frequency', 1, 'Hz|hertz'],
    ['kilohertz', 'frequency', 1000, 'kHz|kilohertz'],
    ['calorie', 'energy', 1, 'kcal|calories?|kilocalories?'],
    ['percentage point', 'point', 1, 'percentage points?'],
  ]

const CURRENCIES: readonly (readonly [name: string, ways: string])[] = [
  ['dollar', 'dollars?|usd'],
  ['cent', 'cents?'],
  ['pound', 'pounds?(?: sterling)?|gbp'],
  ['shilling', 'shillings?'],
  ['penny', 'pence|penny|pennies'],
  ['guinea', 'guineas?'],
  ['euro', 'euros?|eur'],
  ['ruble', 'roubles?|rubles?'],
  ['kopeck', 'kopecks?|kopeks?|copecks?'],
  ['franc', 'francs?'],
  ['mark', 'marks|reichsmarks?|deutschmarks?'],
  ['lira', 'lira|lire|liras'],
  ['peso', 'pesos?'],
  ['yen', 'yen'],
  ['yuan', 'yuan'],
  ['rupee', 'rupees?'],
  ['crown', 'crowns|kroner|kronor'],
  ['florin', 'florins?'],
  ['ducat', 'ducats?'],
  ['livre', 'livres?'],
]
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'dollar',
  '£': 'pound',
  '€': 'euro',
  '¥': 'yen',
  '₽': 'ruble',
}

type Way = { readonly pattern: RegExp; readonly name: string }

const way = (name: string, ways: string, flags: string): Way => ({
  name,
  pattern: new RegExp(`(?:${ways})(?![\\p{L}\\p{N}])`, flags),
})
/** Signs of one letter (m, g, V) keep their case: "5 M" is no length. */
const words = (ways: string): string =>
  ways
    .split(/\|(?![^(]*\))/)
    .filter((w) => /[a-zµμ]{2}/i.test(w))
    .join('|')

const UNITS: ReadonlyMap<string, Unit> = new Map(
  TABLE.map(([name, dimension, factor]) => [name, { name, dimension, factor }]),
)
/** Longer names first, so that "square miles" is not "square". */
const UNIT_WAYS: readonly Way[] = [...TABLE]
  .sort((a, b) => b[3].length - a[3].length)
  .flatMap(([name, , , ways]) => [
    way(name, ways, 'uy'),
    ...(words(ways) ? [way(name, words(ways), 'iuy')] : []),
  ])
const CURRENCY_WAYS = CURRENCIES.map(([name, ways]) => way(name, ways, 'iuy'))

function readWay(
  ways: readonly Way[],
  text: string,
  at: number,
): { name: string; end: number } | null {
  let best: { name: string; end: number } | null = null
  for (const { pattern, name } of ways) {
    pattern.lastIndex = at
    const end = at + (pattern.exec(text)?.[0].length ?? 0)
    if (end > (best?.end ?? at)) best = { name, end }
  }
  return best
}

export const readUnit = (text: string, at: number) => readWay(UNIT_WAYS, text, at)
export const readCurrency = (text: string, at: number) => readWay(CURRENCY_WAYS, text, at)
export const unitNamed = (name: string): Unit | undefined => UNITS.get(name)
