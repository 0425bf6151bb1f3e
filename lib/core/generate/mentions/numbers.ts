/** Finds numbers and what they measure: shares, sums of money, durations, quantities with a unit, plain numbers. */
import type { Token } from '@/lib/core/language/tag'
import { type Mention, type MentionType, overlaps } from './mention'

const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const SCALE = 'hundred|thousand|million|billion|trillion'
const FIGURES = `(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?: (?:${SCALE})\\b)?`
const WORDS = `(?:(?:half )?\\ba (?:${SCALE})|\\b(?:${SMALL}))\\b(?:(?:-| |(?<=hundred|thousand|million|billion) and )(?:${SMALL}|${SCALE})\\b)*`
const NUMBER = `(?:${FIGURES}|${WORDS})(?: and a half)?`

const HEDGE = new RegExp(
  '(?:(?:a little|slightly|well|no) )?(?:more|less|fewer) than $|(?:about|around|approximately|roughly|nearly|almost|close to|' +
    'over|some|at least|at most|up to|as many as|under|another) $',
  'i',
)

const TIME =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centuries|century'
const MONEY =
  'rubles?|roubles?|dollars?|pounds?|francs?|cents|euros?|marks|shillings?|pence|livres|crowns|ducats|guilders?|pesos?|yen|rupees?|lire'
const UNITS =
  'millimet(?:er|re)s?|centimet(?:er|re)s?|kilomet(?:er|re)s?|met(?:er|re)s?|micromet(?:er|re)s?|miles?|feet|foot|inches|inch|yards?|acres?|hectares?|' +
  'millilit(?:er|re)s?|lit(?:er|re)s?|gallons?|pints?|grams?|kilograms?|milligrams?|tons?|tonnes?|ounces?|degrees?|volts?|watts?|' +
  'beats per minute|beats a minute|beats|mmHg|mm|cm|km|kg|mg|ml|mL|µm|μm|nm|°C|°F|calories|joules|hertz|horsepower|barrels'

const FRACTION =
  '(?<!and )(?:one|two|three|four|five|a)[- ](?:half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?= of | majority| vote|[ -]majority)'

type Pattern = {
  readonly type: MentionType
  readonly regex: RegExp
  readonly grain: (m: RegExpExecArray) => string
}

const before = "(?<![\\w.,/’'-])"
const after = '(?![\\w/]|-\\w|[.,]\\d)'
const range = `${NUMBER}(?:(?: to | or | and |–|-)(?:${NUMBER}))?`

/** Order matters: what a longer pattern has claimed, a later one cannot take. */
const PATTERNS: readonly Pattern[] = [
  {
    type: 'share',
    regex: new RegExp(
      `${before}(?:(?<number>between ${NUMBER} and ${NUMBER}|${range}) ?(?:per cent|percent|%)|(?<fraction>${FRACTION})(?=[ ,.;:)]))`,
      'giu',
    ),
    grain: (m) => (m.groups?.fraction === undefined ? 'per cent' : 'fraction'),
  },
  {
    type: 'money',
    regex: new RegExp(
      `(?<![\\w])(?:(?<number>[£$€]${range})|${before}(?<plain>${range})(?: more)? (?:\\p{L}+ )?(?<unit>${MONEY}))${after}`,
      'giu',
    ),
    grain: (m) => m.groups?.unit?.toLowerCase() ?? m[0].charAt(0),
  },
  {
    type: 'duration',
    regex: new RegExp(
      `${before}(?<number>${range}) (?:(?:more|full|whole|long|longer|consecutive) )?(?<unit>${TIME})(?:(?:,? and |, )${NUMBER} (?:${TIME}))*${after}`,
      'giu',
    ),
    grain: (m) => (m.groups?.unit ?? '').toLowerCase().replace(/s$/, ''),
  },
  {
    type: 'quantity',
    regex: new RegExp(`${before}(?<number>${range}) ?(?<unit>${UNITS})${after}`, 'giu'),
    grain: (m) => m.groups?.unit ?? '',
  },
  {
    type: 'number',
    regex: new RegExp(`${before}(?<number>${range})${after}`, 'giu'),
    grain: () => '',
  },
]

/** The measures in a sentence's view, those inside `taken` (dates) left out. */
export function findNumbers(
  text: string,
  taken: readonly Mention[],
  tokens: readonly Token[],
): Mention[] {
  const found: Mention[] = []
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern.regex)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (taken.some((t) => overlaps(t, span)) || found.some((f) => overlaps(f, span))) continue
      const bare = match.groups?.number ?? match.groups?.plain ?? match.groups?.fraction ?? match[0]
      if (pattern.type === 'number' && /^one$|^(?:1\d|20)\d\d$/i.test(bare)) continue
      found.push({
        ...span,
        type: pattern.type,
        text: match[0],
        grain: pattern.type === 'number' ? countedNoun(span.end, tokens) : pattern.grain(match),
        numberEnd: span.start + match[0].indexOf(bare) + bare.length,
        hedgeStart:
          span.start -
          (HEDGE.exec(text.slice(Math.max(0, span.start - 24), span.start))?.[0].length ?? 0),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The plural noun that a number counts ("113 immigrants", "four main types"); '' where there is none. */
function countedNoun(end: number, tokens: readonly Token[]): string {
  const first = tokens.findIndex((t) => t.start >= end)
  if (first < 0) return ''
  for (let i = first; i < Math.min(first + 5, tokens.length); i++) {
    const token = tokens[i]
    if (token === undefined) return ''
    const isNoun = token.pos === 'NOUN' || token.pos === 'PROPN'
    const next = tokens[i + 1]
    if (isNoun && /s$|men$|people$|children$|feet$/i.test(token.text) && next?.pos !== 'NOUN')
      return token.lower
    const inPhrase = isNoun || token.pos === 'ADJ' || token.text === '-' || token.pos === 'VERB'
    if (!inPhrase) return ''
  }
  return ''
}
