/** What else counts as the answer: last names, without article, figures for words, dates in other orders. */

import { TITLES } from '@/lib/core/language/lexicon'
import { MONTHS } from '@/lib/core/language/words'
import type { Answer } from './fact'
import { figureOf, wordsOfNumber } from './mentions/figures'

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
    !TITLES.has(first)
  )
    out.add(last)
  out.delete(name)
  return [...out].filter((v) => v.trim() !== '')
}

/** Everything that should be taken for this answer, the answer itself left out. */
export function acceptFor(answer: Answer, variants: readonly string[]): string[] {
  const out = new Set<string>(variants)
  const text = answer.text
  const article = text.replace(/^(?:the|an?) /i, '')
  if (article !== text) out.add(article)
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
  out.delete(text)
  return [...out].filter((v) => v.trim() !== '' && v !== text).slice(0, 20)
}

/** "nine billion paper rubles" → nine billion, 9 billion, 9,000,000,000; "40 per cent" → 40, 40 %, forty per cent. */
function measureVariants(answer: Answer): string[] {
  const { number, text } = answer
  if (number === '') return []
  const at = text.indexOf(number)
  const unit = at < 0 ? '' : text.slice(at + number.length)
  const bare = at < 0 ? text : text.slice(at)
  const out: string[] = [bare, number, `${number}${unit.replace(/ (?:paper|more) /, ' ')}`]
  const figure = figureOf(number)
  if (figure !== null && answer.grain !== 'fraction') {
    out.push(figure, `${figure}${unit}`)
    if (answer.type === 'share') out.push(`${figure}%`, `${figure} %`, `${figure} percent`)
  }
  const words = wordsOfNumber(number)
  if (words !== null) out.push(words, `${words}${unit}`)
  const range = /^(?:between )?(.+?) (?:to|and|or) (.+)$/.exec(number)
  if (range !== null && answer.type === 'share') {
    out.push(
      `${range[1]}–${range[2]}`,
      `${range[1]}–${range[2]}%`,
      `${range[1]} to ${range[2]} per cent`,
    )
  }
  return out
}

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
