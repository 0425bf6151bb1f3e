const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** For whole numbers from 0 to 99; null for the others. */
export function wordOfNumber(n: number): string | null {
  if (n < SMALL.length) return SMALL[n] ?? null
  const ten = TENS[Math.floor(n / 10) - 2]
  if (ten === undefined) return null
  return n % 10 === 0 ? ten : `${ten}-${SMALL[n % 10]}`
}

export const numberWord = (n: number): string => wordOfNumber(n) ?? String(n)

/** "Name both.", "Name all three." */
export const nameAll = (n: number): string =>
  n === 2 ? 'Name both.' : `Name all ${numberWord(n)}.`
