/** A list marker is what an item begins with; it counts only where its neighbours show that there is a list. */

export type MarkerStyle = string

export type Marker = {
  /** As printed: '3.', '(b)', '-'. */
  readonly text: string
  /** Length of the marker and the white space after it. */
  readonly width: number
  readonly style: MarkerStyle
  /** The number it can stand for; a letter may also be a Roman numeral. Bullets have none. */
  readonly values: readonly number[]
}

const MARKER =
  /^(?:(\d{1,3})([.)])|\((\d{1,3})\)|([A-Za-z]|[ivxl]{1,6}|[IVXL]{1,6})([.)])|\(([A-Za-z]|[ivxl]{1,6})\)|([-*+•‣◦▪·●–—]))\s+(?=\S)/

/** The longest a marker with its white space is looked for. */
const REACH = 24

export function readMarker(body: string, start: number, end: number): Marker | null {
  const found = MARKER.exec(body.slice(start, Math.min(end, start + REACH)))
  if (!found) return null
  const [whole, number, dot, ringed, letter, letterDot, ringedLetter, bullet] = found
  const marker = { text: whole.trimEnd(), width: whole.length }
  if (bullet) return { ...marker, style: bullet, values: [] }
  if (number) return { ...marker, style: `1${dot}`, values: [Number(number)] }
  if (ringed) return { ...marker, style: '(1)', values: [Number(ringed)] }
  const word = letter ?? ringedLetter ?? ''
  const capital = word === word.toUpperCase() ? 'A' : 'a'
  return { ...marker, style: `${capital}${letterDot ?? '()'}`, values: letterValues(word) }
}

function letterValues(word: string): number[] {
  const values: number[] = []
  if (word.length === 1) values.push(word.toLowerCase().charCodeAt(0) - 96)
  const roman = romanValue(word)
  if (roman !== null) values.push(roman)
  return values
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  v: 5,
  x: 10,
  l: 50,
  c: 100,
  d: 500,
  m: 1000,
}

/** The value of a Roman numeral in either case, or null. Source: the usual subtractive rule. */
export function romanValue(word: string): number | null {
  if (!/^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(word))
    return null
  const digits = [...word.toLowerCase()].map((letter) => ROMAN[letter] ?? 0)
  return digits.reduce((sum, n, i) => sum + (n < (digits[i + 1] ?? 0) ? -n : n), 0)
}

/** Does `b` come right after `a` in a list? */
export function follows(a: Marker, b: Marker): boolean {
  if (a.style !== b.style) return false
  if (a.values.length === 0) return true
  return a.values.some((value) => b.values.includes(value + 1))
}
