/** Scores as they are said: in whole points of a hundred. */
import { type CameOut, type Move, shownPoints } from '@/lib/core/exam/forecast/record'

type Said = Parameters<typeof shownPoints>[0]

/** 78–86 %, or 86 % where the range is no wider; what is expected lies in it. */
export function rangeWords(said: Said): string {
  const { low, high } = shownPoints(said)
  return low === high ? `${low} %` : `${low}–${high} %`
}

/** What came, beside what was said: “We said 80 (74–86), you got 78.” */
export function cameWords(came: CameOut): string {
  const { said, low, high, got, held } = came
  const range = held ? 'within' : got > high ? 'above' : 'below'
  return `We said ${said}, you got ${got}: ${range} the range from ${low} to ${high}.`
}

/** up 4 points, mostly Violins; by whole points */
export function moveWords({ points, mostly }: Pick<Move, 'points' | 'mostly'>): string {
  const by = Math.abs(Math.round(points))
  if (by === 0) return 'unchanged'
  const way = points > 0 ? 'up' : 'down'
  return `${way} ${by} ${by === 1 ? 'point' : 'points'}${mostly ? `, mostly ${mostly}` : ''}`
}

/** How far forecasts can be trusted, from the exams that have a score. */
export function heldWords({ held, of }: { held: number; of: number }): string {
  const exams = of === 1 ? 'Of 1 exam with a score' : `Of ${of} exams with a score`
  return `${exams}, ${held} came out within the range that was said last. In the long run it shall be four of five.`
}
