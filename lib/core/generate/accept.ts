/** What else counts as the answer: last names, without article, figures for words, dates in other orders. */

import { FIRST_NAMES, TITLES } from '@/lib/core/language/lexicon'
import { MONTHS } from '@/lib/core/language/words'
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import { wordOfNumber } from './constructions/number-words'
import type { Answer } from './fact'

const PLAIN_TITLE =
  /^(?:Prime Minister|Lieutenant Governor|President|Senator|King|Queen|Lord|Lady|Sir|Dr\.?|Mr\.?|Mrs\.?|St\.?|Saint|Tsar|Emperor|Empress|Pope|General|Governor|Old|Doctor)\s+/

/** "K.L. Vik" → Vik, K. L. Vik; "Prime Minister Holm" → Holm. */
export function nameVariants(name: string): string[] {
  const out = new Set<string>()
  const bare = name.replace(PLAIN_TITLE, '')
  out.add(bare)
  if (/\p{Lu}\.\p{Lu}\./u.test(name)) out.add(name.replace(/\.(?=\p{Lu})/gu, '. '))
  if (/\p{Lu}\. \p{Lu}\./u.test(name)) out.add(name.replace(/\. (?=\p{Lu}\.)/gu, '.'))
  const words = bare.split(' ')
  const last = words.at(-1) ?? ''
  const first = (words[0] ?? '').toLowerCase()
  // "Nicholas II", "George III": the number is part of the name; a last name alone will do for the others.
  if (
    words.length > 1 &&
    !/^[IVX]+$/.test(last) &&
    !/ of /.test(bare) &&
    last.length > 2 &&
    !TITLES.has(first) &&
    !isPlural(first, last)
  )
    out.add(last)
  out.delete(name)
  return [...out].filter((v) => v.trim() !== '')
}

/** "Arab Muslims": the last word of a people's name names another people; "John Adams" has a first name. */
const isPlural = (first: string, last: string): boolean =>
  /[^s]s$/.test(last) && !FIRST_NAMES.has(first) && !/^(?:\p{L}\.)+$/u.test(first)

/**
 * Everything that should be taken for this answer, the answer itself left out. `question` decides whether a unit may be
 * left out: where it names the unit, the number is enough.
 */
export function acceptFor(answer: Answer, question: string): string[] {
  const out = new Set<string>()
  const text = answer.text
  const article = text.replace(/^(?:the|an?) /i, '')
  if (article !== text && answer.number === '') out.add(article)
  const bracket = /^(.*?) \(([^)]+)\)$/.exec(text)
  if (bracket !== null) {
    out.add(bracket[1] ?? '')
    out.add(bracket[2] ?? '')
  }
  if (/[“”"]/.test(text)) out.add(text.replace(/[“”"]/g, ''))
  switch (answer.type) {
    case 'person':
      for (const v of nameVariants(bracket?.[1] ?? text)) out.add(v)
      break
    case 'share':
    case 'money':
    case 'number':
    case 'quantity':
    case 'duration':
      for (const v of measureVariants(answer)) out.add(v)
      break
    case 'date':
      for (const v of dateVariants(text)) out.add(v)
      break
    case 'period':
      for (const v of periodVariants(text)) out.add(v)
      break
    default:
  }
  return [...out]
    .filter((v) => v.trim() !== '' && v !== text && saysTheSame(v, answer, question))
    .slice(0, 20)
}

/** Words between a number and its unit that change neither. */
const DESCRIBED = / (?:paper|more|full|whole|long) (?=\p{L})/u

/** A way to say a value says all of it; without its unit only where the question names that. */
function saysTheSame(way: string, answer: Answer, question: string): boolean {
  // "30 more hours" is thirty hours; "nine billion paper rubles" are rubles.
  const wanted = readValue(answer.text.replace(DESCRIBED, ' '))
  if (wanted === null) return true
  const given = readValue(way.replace(DESCRIBED, ' '))
  if (given === null || !sameValue(given, wanted)) return false
  const isBare = given.kind === 'number' && given.noun === ''
  return (
    !isBare || wanted.kind === 'number' || wanted.kind === 'date' || namesUnit(question, answer)
  )
}

function namesUnit(question: string, { type, grain }: Answer): boolean {
  if (type === 'share') return /\b(?:shares?|per ?cent|percentage|proportion)\b|%/i.test(question)
  const unit = grain.toLowerCase().replace(/s$/, '')
  return unit.length > 1 && question.toLowerCase().includes(unit)
}

/** "nine billion paper rubles" → nine billion, 9,000,000,000 rubles; "40 per cent" → 40 %, forty per cent. */
function measureVariants({ number, text, type, grain }: Answer): string[] {
  const at = number === '' ? -1 : text.indexOf(number)
  if (at < 0) return []
  const unit = text.slice(at + number.length)
  const plain = unit.replace(DESCRIBED, ' ')
  const out: string[] = [text.slice(at), number, `${number}${plain}`]
  const figure = inFigures(number)
  if (figure !== null && grain !== 'fraction') {
    out.push(figure, `${figure}${unit}`, `${figure}${plain}`)
    if (type === 'share') out.push(`${figure}%`, `${figure} percent`)
  }
  const words = inWords(number)
  if (words !== null) out.push(words, `${words}${unit}`)
  const range = /^(?:between )?(.+?) (?:to|and|or) (.+)$/.exec(number)
  if (range !== null && type === 'share') {
    out.push(
      `${range[1]}–${range[2]}`,
      `${range[1]}–${range[2]}%`,
      `${range[1]} to ${range[2]} per cent`,
    )
  }
  return out
}

/** "nine billion" → 9,000,000,000; null where it is in figures already, a range, or no number. */
function inFigures(number: string): string | null {
  const value = readValue(number)
  if (value?.kind !== 'number' || value.amount.low !== value.amount.high) return null
  const { low } = value.amount
  const figure = low.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return Number.isSafeInteger(low) && figure !== number ? figure : null
}

/** "40" → forty, for whole numbers below a hundred in figures. */
const inWords = (number: string): string | null =>
  /^\d{1,2}$/.test(number) ? wordOfNumber(Number(number)) : null

const MONTH = MONTHS.join('|')

function dateVariants(text: string): string[] {
  const out: string[] = []
  const bare = text.replace(/^(?:the|early|late|mid)[ -](?:the )?/i, '')
  const dayFirst = new RegExp(
    `^(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})(?:,? (\\d{4}))?$`,
  ).exec(text)
  const monthFirst = new RegExp(
    `^(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:, (\\d{4}))?$`,
  ).exec(text)
  const [month, day, year] =
    dayFirst !== null
      ? [dayFirst[2], dayFirst[1], dayFirst[3]]
      : monthFirst !== null
        ? [monthFirst[1], monthFirst[2], monthFirst[3]]
        : []
  if (month !== undefined && day !== undefined) {
    const tail = year === undefined ? '' : ` ${year}`
    out.push(
      `${day} ${month}${tail}`,
      year === undefined ? `${month} ${day}` : `${month} ${day}, ${year}`,
      `${month} ${day}${tail}`,
    )
  }
  const century = /^(?:the )?(.+)[ -]century$/.exec(text)
  if (century !== null) out.push(`${century[1]} century`)
  if (bare !== text && !/^(?:early|late|mid)/i.test(text)) out.push(bare)
  return out
}

/** "from the 4th to the 20th of June" → 4 to 20 June, June 4 to 20, 4–20 June. */
function periodVariants(text: string): string[] {
  const bare = text.replace(/^(?:from|between) /, '')
  const out = [bare]
  const plain = bare
    .replace(/\bthe (?=\d)/g, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/ of (?=[A-Z])/g, ' ')
  out.push(
    plain,
    plain.replace(/ (?:to|until|till|and|through) /, '–'),
    plain.replace(/ (?:until|till|and|through) /, ' to '),
  )
  const days = new RegExp(`^(\\d{1,2})(?: to |–)(\\d{1,2}) (${MONTH})( \\d{4})?$`).exec(plain)
  if (days !== null) {
    const year = days[4] === undefined ? '' : `,${days[4]}`
    out.push(
      `${days[3]} ${days[1]} to ${days[2]}${year}`,
      `${days[3]} ${days[1]}–${days[2]}${year}`,
      `${days[1]} ${days[3]} to ${days[2]} ${days[3]}${days[4] ?? ''}`,
    )
  }
  const monthFirst = new RegExp(`^(${MONTH}) (\\d{1,2})(?: to |–)(\\d{1,2})(?:, (\\d{4}))?$`).exec(
    plain,
  )
  if (monthFirst !== null) {
    const year = monthFirst[4] === undefined ? '' : ` ${monthFirst[4]}`
    out.push(
      `${monthFirst[2]} to ${monthFirst[3]} ${monthFirst[1]}${year}`,
      `${monthFirst[2]}–${monthFirst[3]} ${monthFirst[1]}${year}`,
    )
  }
  const two = new RegExp(
    `^(${MONTH}) (\\d{1,2})(?: to | until |–)(?:(${MONTH}) (\\d{1,2})|(${MONTH}))(?:, (\\d{4}))?$`,
  ).exec(plain)
  if (two !== null) {
    const end = two[5] ?? `${two[4]} ${two[3]}`
    out.push(`${two[2]} ${two[1]} to ${end}${two[6] === undefined ? '' : ` ${two[6]}`}`)
  }
  return out
}
