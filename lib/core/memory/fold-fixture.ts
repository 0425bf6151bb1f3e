/** Logs of any kind for the laws of the fold: what happens to a card, when and where, and settings of every sort. */
import fc from 'fast-check'
import { CardId, ReviewId } from '../ids'
import type { Form } from '../items/item'
import type { Grade, ReviewEvent } from '../review/event'
import { addDays, studyDayOf } from '../time/study-day'
import { foldCard } from './fold'
import type { DayEase, DueLoad } from './load'
import { DEFAULT_PARAMETERS } from './parameters'
import type { CardState, SchedulingParameters } from './state'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const id = (n: number) => ReviewId.parse(uuid(n))
export const CARD = CardId.parse(uuid(1))
export const OTHER = CardId.parse(uuid(2))
export const START = Date.parse('2026-05-10T08:00:00Z')
const ZONES = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'] as const

export type Deed =
  | { readonly kind: 'review'; readonly grade: Grade; readonly form?: Form }
  | { readonly kind: 'bury' | 'resume' | 'reset' }
  | { readonly kind: 'suspend'; readonly reason: string }
  | { readonly kind: 'undo'; readonly target: number }
type Timed = { readonly deed: Deed; readonly at: number; readonly zone: string }

export function event(n: number, { deed, at, zone }: Timed, cardId = CARD): ReviewEvent {
  const base = { id: id(n), cardId, at, studyDay: studyDayOf(at, zone, 4) }
  switch (deed.kind) {
    case 'review':
      return { ...base, form: 'flip', ...deed, typed: '', overruled: false, durationMs: 5000 }
    case 'undo':
      return { ...base, kind: 'undo', targetId: id(deed.target) }
    case 'suspend':
      return { ...base, ...deed }
    default:
      return { ...base, kind: deed.kind }
  }
}

export const form = fc.constantFrom<Form>('choice', 'typed', 'cloze', 'flip')
export const grade = fc.constantFrom<Grade>(1, 2, 3, 4)
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(grade, form).map(([g, f]): Deed => ({ kind: 'review', grade: g, form: f })),
  },
  fc.constantFrom<Deed>({ kind: 'bury' }, { kind: 'resume' }, { kind: 'reset' }),
  fc.constantFrom('', 'two answers fit').map((reason): Deed => ({ kind: 'suspend', reason })),
)
const undo = fc.integer({ min: 10, max: 40 }).map((target): Deed => ({ kind: 'undo', target }))
/** Seconds to months between two events. */
const gap = fc.oneof(
  fc.integer({ min: 0, max: 900_000 }),
  fc.integer({ min: 0, max: 90 }).map((days) => days * 86_400_000),
)
export const logOf = (one: fc.Arbitrary<Deed>) =>
  fc.array(fc.tuple(one, gap, fc.constantFrom(...ZONES)), { maxLength: 25 }).map((made) => {
    let at = START
    return made.map(([d, wait, zone], i) => {
      at += wait
      return event(10 + i, { deed: d, at, zone })
    })
  })
export const plainLog = logOf(deed)
export const anyLog = logOf(fc.oneof({ weight: 4, arbitrary: deed }, undo))

const steps = fc.array(fc.integer({ min: 1, max: 1439 }), { maxLength: 4 })
export const parameters: fc.Arbitrary<SchedulingParameters> = fc.record({
  weights: fc.constant(DEFAULT_PARAMETERS.weights),
  desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  maximumIntervalDays: fc.constantFrom(1, 10, 365, 36_500),
  fuzz: fc.boolean(),
  learningSteps: fc.oneof(fc.constant([1, 10]), steps),
  relearningSteps: fc.oneof(fc.constant([10]), steps),
})

/** After every log above. */
export const late = { at: START + 26 * 90 * 86_400_000, zone: 'UTC' } as const

export const load: fc.Arbitrary<DueLoad> = fc.record({
  from: fc.constantFrom(0, 1, 40).map((n) => addDays(studyDayOf(late.at, late.zone, 4), n)),
  counts: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })), { maxLength: 120 }),
  balance: fc.boolean(),
  easyDays: fc.array(fc.constantFrom<DayEase>('normal', 'fewer', 'none'), {
    minLength: 7,
    maxLength: 7,
  }),
})

export const bits = (state: CardState) => JSON.stringify(state)
export const fold = (events: readonly ReviewEvent[], p = DEFAULT_PARAMETERS) =>
  foldCard(CARD, events, p)
