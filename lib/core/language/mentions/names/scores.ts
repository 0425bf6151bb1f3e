/** How much speaks for each type of name. */
import type { NameType } from '../lists/gazetteer'

export type Scores = Readonly<Record<NameType, number>>
export const TYPES: readonly NameType[] = [
  'person',
  'place',
  'organisation',
  'work',
  'people',
  'event',
]

/** The score of being no name at all. */
const NO_NAME = -0.8

export type Evidence = Partial<Scores>

const NONE: Scores = { person: 0, place: 0, organisation: 0, work: 0, people: 0, event: 0 }
/** Before anything is known. */
export const PRIOR: Scores = {
  ...NONE,
  person: 0.4,
  organisation: -0.2,
  people: -1,
  work: -1,
  event: -1,
}

/** A word with a capital that is rather no name. */
export const UNLIKELY: Evidence = {
  person: -2,
  place: -2,
  organisation: -2,
  work: -1.5,
  people: -2,
  event: -1.5,
}

export const addScores = (scores: Scores, more: Evidence, weight = 1): Scores => ({
  person: scores.person + weight * (more.person ?? 0),
  place: scores.place + weight * (more.place ?? 0),
  organisation: scores.organisation + weight * (more.organisation ?? 0),
  work: scores.work + weight * (more.work ?? 0),
  people: scores.people + weight * (more.people ?? 0),
  event: scores.event + weight * (more.event ?? 0),
})

export const sumOf = (evidence: readonly Evidence[]): Scores =>
  evidence.reduce<Scores>((scores, more) => addScores(scores, more), NONE)

export function bestOf(scores: Scores): { readonly type: NameType; readonly probability: number } {
  const [type = 'person'] = [...TYPES].sort((a, b) => scores[b] - scores[a])
  const total = TYPES.reduce((all, other) => all + Math.exp(scores[other] - scores[type]), 0)
  return { type, probability: 1 / (total + Math.exp(NO_NAME - scores[type])) }
}
