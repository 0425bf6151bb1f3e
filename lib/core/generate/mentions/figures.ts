/** Numbers between words and figures, for the answers that count as the same. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** The value of a number in words or figures ("fourteen billion", "2.5 million", "1,000"); null for anything else. */
export function numberValue(text: string): number | null {
  let total = 0
  let part = 0
  let seen = false
  for (const word of text
    .toLowerCase()
    .replaceAll(',', '')
    .replace(/^[£$€]/, '')
    .split(/[\s-]+/)) {
    if (word === 'and' || word === 'a' || word === '') continue
    const small = SMALL.indexOf(word)
    const ten = TENS.indexOf(word)
    const scale = SCALES.get(word)
    if (small >= 0) part += small
    else if (ten >= 0) part += (ten + 2) * 10
    else if (/^\d+(?:\.\d+)?$/.test(word)) part += Number(word)
    else if (scale === 100) part = Math.max(part, 1) * 100
    else if (scale !== undefined) {
      total += Math.max(part, 1) * scale
      part = 0
    } else return null
    seen = true
  }
  return seen ? total + part : null
}

/** "nine billion" → 9,000,000,000; null where it is in figures already or no number. */
export function figureOf(text: string): string | null {
  if (/^[\d.,]+$/.test(text)) return null
  const value = numberValue(text)
  if (value === null || !Number.isSafeInteger(value)) return null
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** "40" → forty, for whole numbers below a hundred; null for the others. */
export function wordsOfNumber(text: string): string | null {
  if (!/^\d{1,2}$/.test(text)) return null
  const value = Number(text)
  if (value < 20) return SMALL[value] ?? null
  const ten = TENS[Math.floor(value / 10) - 2] ?? ''
  return value % 10 === 0 ? ten : `${ten}-${SMALL[value % 10] ?? ''}`
}
