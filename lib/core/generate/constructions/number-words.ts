const NUMBER_WORDS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

export const numberWord = (n: number): string => NUMBER_WORDS[n] ?? String(n)

/** "Name both.", "Name all three." */
export const nameAll = (n: number): string =>
  n === 2 ? 'Name both.' : `Name all ${numberWord(n)}.`
