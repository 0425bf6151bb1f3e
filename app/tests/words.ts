/** What the pages of mock tests say: times, points and forms. */
import type { TestForm } from '@/lib/core/exam/mock/blueprint'
import type { Mark } from '@/lib/core/exam/mock/marking'
import { withExtraTime } from '@/lib/core/exam/mock/sitting'
import { count } from '../components/dates'

const two = (n: number) => String(n).padStart(2, '0')

/** 1:05:09, 20:00, 0:59 */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}

/** Said once at each of these, and not every second; '' before. */
export function timeLeftWords(ms: number): string {
  if (ms <= 60_000) return 'One minute left.'
  return ms <= 300_000 ? 'Five minutes left.' : ''
}

/** 3, 2.5, 0.67 */
export const points = (n: number): string => String(Math.round(n * 100) / 100)

export const FORMS: Record<TestForm, string> = {
  typed: 'typed',
  cloze: 'gap in a sentence',
  choice: 'choice of three',
  list: 'list',
  order: 'order of time',
  match: 'match',
}

export const VERDICTS: Record<Mark['verdict'], string> = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Wrong',
  unanswered: 'Not answered',
}

/** 20 questions, 20 minutes */
export const sizeWords = (questions: number, minutes: number | null): string =>
  `${count(questions, 'question')}, ${minutes === null ? 'no clock' : count(minutes, 'minute')}`

/** Said to whoever is granted more time; '' for others, and where there is no clock. */
export const extraTimeWords = (percent: number, minutes: number | null): string =>
  percent === 0 || minutes === null
    ? ''
    : `You have ${percent} % more time: of ${count(minutes, 'minute')} the clock makes ${withExtraTime(minutes, percent)}.`

/** "4, 7 and 9", counted from 1. */
export function placesWords(places: readonly number[]): string {
  const names = places.map((place) => String(place + 1))
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
