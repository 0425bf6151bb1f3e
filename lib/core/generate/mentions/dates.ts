/** Finds dates and periods, each with its grain: a year is never offered beside a day. */
import { MONTHS } from '@/lib/core/language/words'
import { type Mention, overlaps } from './mention'

const MONTH = `(?:${MONTHS.join('|')})`
const DAY = '(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?![\\d.,]\\d|\\d)'
const YEAR = '(?:1\\d{3}|20\\d{2})(?! (?:per|percent|%|people|men|women))'
const SEASON = '(?:spring|summer|autumn|fall|winter)'
const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|' +
  'fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)'
const ERA = '(?: (?:BCE|CE|B\\.C\\.|A\\.D\\.|BC|AD))'
const PART = '(?:early|late|mid|the early|the late|the middle of|the beginning of|the end of)'

const DAY_MONTH = `(?:${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?)`
const MONTH_DAY = `(?:${MONTH} ${DAY}(?:, ${YEAR})?)`
const MONTH_YEAR = `(?:${MONTH}(?: of|,)? ${YEAR})`
const POINT = `(?:${DAY_MONTH}|${MONTH_DAY}|${MONTH_YEAR}|${MONTH}|${DAY}|\\d{3,4}${ERA}|${YEAR})`

type Pattern = { readonly type: 'date' | 'period'; readonly grain: string; readonly regex: RegExp }
const pattern = (type: 'date' | 'period', grain: string, source: string): Pattern => ({
  type,
  grain,
  regex: new RegExp(`(?<![\\w-])(?:${source})(?![\\w]|-\\w)`, 'gu'),
})

const PATTERNS: readonly Pattern[] = [
  // from the 4th to the 20th of June; from 2 July to 4 August 1702; from July 20 until October; between 1739 and 1740
  pattern(
    'period',
    'period',
    `[Ff]rom (?:the )?${POINT} (?:to|until|till|through) (?:the )?${POINT}`,
  ),
  pattern('period', 'period', `[Bb]etween ${POINT} and ${POINT}`),
  // May 3 to 9; 3 to 9 May 1702; 1914–1918
  pattern('period', 'period', `${MONTH} ${DAY}(?: to |–|-)(?:${MONTH} )?${DAY}(?:, ${YEAR})?`),
  pattern('period', 'period', `${DAY}(?: ${MONTH})?(?: to |–|-)${DAY_MONTH}`),
  pattern('period', 'period', `${YEAR}(?: to |–|-)(?:${YEAR}|\\d{2})`),
  pattern('date', 'day', `${MONTH} ${DAY}, ${YEAR}|${DAY} (?:of )?${MONTH},? ${YEAR}`),
  pattern('date', 'day of the year', `${MONTH} ${DAY}|${DAY} (?:of )?${MONTH}`),
  pattern('date', 'month', `(?:${PART} )?${MONTH_YEAR}`),
  pattern('date', 'season', `(?:(?:the )?(?:early|late|mid) |the )?${SEASON} of ${YEAR}`),
  pattern(
    'date',
    'decade',
    `(?:${PART}[ -])?(?:the )?(?:(?:early|late|mid)[ -])?1\\d\\d0s|(?:the )?20\\d0s`,
  ),
  pattern(
    'date',
    'century',
    `(?:${PART}[ -])?(?:the )?(?:(?:early|late|mid)[ -])?${ORDINAL}[ -]century(?:${ERA})?`,
  ),
  pattern('date', 'year', `(?:(?:early|late|mid)[ -])?${YEAR}${ERA}?|\\d{1,4}${ERA}`),
]

/** What may stand before a bare year for it to be one, and not a count ("1900 men"). */
const BEFORE_YEAR =
  /(?:\b(?:in|of|since|by|until|till|before|after|from|to|and|during|around|about|circa|early|late|year|year,|between|through)|,|\(|–|—|-|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)) ?$/i

/** The dates and periods of a sentence's view. */
export function findDates(text: string): Mention[] {
  const found: Mention[] = []
  for (const { type, grain, regex } of PATTERNS) {
    for (const match of text.matchAll(regex)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((f) => overlaps(f, span))) continue
      if (
        grain === 'year' &&
        !/[A-Z]/.test(match[0]) &&
        span.start > 0 &&
        !BEFORE_YEAR.test(text.slice(0, span.start))
      )
        continue
      if (type === 'period' && !hasCalendar(match[0])) continue
      found.push({
        ...span,
        type,
        grain,
        text: match[0],
        numberEnd: span.end,
        hedgeStart: span.start,
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "from 5 to 19" alone is a range of numbers; with a month or a year it is a period. */
function hasCalendar(text: string): boolean {
  return new RegExp(`${MONTH}|\\b${YEAR}\\b|${ERA}`).test(text)
}
