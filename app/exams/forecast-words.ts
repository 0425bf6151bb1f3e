/** Scores as they are said: in whole points of a hundred. */

type Said = { readonly expected: number; readonly low: number; readonly high: number }

const points = (value: number) => Math.round(value * 100)

/** 78–86 %, or 86 % where the range is no wider */
export function rangeWords({ low, high }: Pick<Said, 'low' | 'high'>): string {
  const [from, to] = [points(low), points(high)]
  return from === to ? `${from} %` : `${from}–${to} %`
}

/** What came, beside what was said: “We said 80 (74–86), you got 78.” */
export function cameWords(came: {
  readonly said: number
  readonly low: number
  readonly high: number
  readonly got: number
  readonly held: boolean
}): string {
  const { said, low, high, got, held } = came
  const range = held ? 'within' : got > high ? 'above' : 'below'
  return `We said ${said}, you got ${got}: ${range} the range from ${low} to ${high}.`
}
