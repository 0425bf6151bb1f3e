/**
 * A log of events from a file, for whoever checks the fold. It is the wire's shape, generous with what does not move a
 * memory and may be left out, and strict with all the rest.
 */
import { z } from 'zod'
import { Form } from '../../items/item'
import { dated } from '../../review/dated'
import type { ReviewEvent } from '../../review/event'
import { isTimeZone } from '../../time/civil-time'
import { parseStudyDay, studyDayOf } from '../../time/study-day'
import { DEFAULT_PARAMETERS, Weights } from '../parameters'
import type { SchedulingParameters } from '../state'
import { aimed } from './aim'

export type ReplayLog = {
  readonly parameters: Pick<SchedulingParameters, 'weights' | 'desiredRetention'>
  readonly events: readonly ReviewEvent[]
}
type Read = { readonly ok: true; readonly log: ReplayLog } | Refused
type Refused = { readonly ok: false; readonly problems: readonly string[] }

/** More would say no more. */
const MOST_PROBLEMS = 5

/** Any name will do. Two spellings of one UUID are one, as in the app: the card's id seeds its fuzz. */
const name = <B extends string>() =>
  z
    .string('must be a string')
    .min(1, 'must not be empty')
    .transform((id) => (z.uuid().safeParse(id).success ? id.toLowerCase() : id))
    .brand<B>()

const CardName = name<'CardId'>()
const EventName = name<'ReviewId'>()

/** So that a hundred years of interval end on a day that can be written as YYYY-MM-DD. */
const [EARLIEST_MS, LATEST_MS] = [Date.UTC(1900, 0, 1), Date.UTC(9800, 0, 1)]

const base = {
  id: EventName,
  cardId: CardName,
  reviewedAt: z.iso
    .datetime({ offset: true, error: 'must be an instant with a zone, as 2026-11-22T08:00:00Z' })
    .refine((text) => {
      const at = Date.parse(text)
      return at >= EARLIEST_MS && at < LATEST_MS
    }, 'must lie in the years 1900 to 9799'),
  timeZone: z
    .string('must be a string')
    .refine(isTimeZone, 'must be the name of a time zone, as Europe/Lisbon')
    .default('UTC'),
  /** The day that was fixed when the event was stored; worked out where it is left out. */
  studyDay: z.iso.date('must be a day, as 2026-11-22').optional(),
}

const words = z.string('must be a string').default('')

const Event = z.discriminatedUnion(
  'kind',
  [
    z.object({
      ...base,
      kind: z.literal('review'),
      grade: z.literal([1, 2, 3, 4], 'must be 1, 2, 3 or 4'),
      form: z.enum(Form.options, `must be one of ${Form.options.join(', ')}`).default('typed'),
      typed: words,
      overruled: z.boolean('must be true or false').default(false),
      durationMs: z.number('must be a number').min(0, 'must not be negative').default(0),
      dueDay: z.iso.date('must be a day, as 2026-11-22').optional(),
    }),
    z.object({ ...base, kind: z.literal('undo'), targetId: EventName.optional() }),
    z.object({ ...base, kind: z.literal('bury') }),
    z.object({ ...base, kind: z.literal('suspend'), reason: words }),
    z.object({ ...base, kind: z.literal('resume') }),
    z.object({ ...base, kind: z.literal('reset') }),
  ],
  'must be one of review, undo, bury, suspend, resume, reset',
)
type Event = z.infer<typeof Event>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whoever says no kind means an answer. */
const withKind = (value: unknown) =>
  isObject(value) && value.kind === undefined ? { ...value, kind: 'review' } : value

const Settings = z.strictObject({
  weights: Weights.default([...DEFAULT_PARAMETERS.weights]),
  desiredRetention: z
    .number('must be a number')
    .gt(0, 'must be more than 0')
    .max(1, 'must be at most 1')
    .default(DEFAULT_PARAMETERS.desiredRetention),
  rolloverHour: z
    .int('must be a whole hour')
    .min(0)
    .max(23, 'must be an hour from 0 to 23')
    .default(4),
  events: z.array(z.unknown(), 'must be a list of events'),
})

/** An export holds much beside the log; of anything else, a setting that is not known is a slip of the pen. */
const EXPORT_FORMAT = 'passage-export'
const Exported = z.object({ format: z.literal(EXPORT_FORMAT), ...Settings.shape })

export function readLog(raw: unknown): Read {
  if (!isObject(raw)) return refused(['The log must be an object {"events": […]}.'])
  const settings = (raw.format === EXPORT_FORMAT ? Exported : Settings).safeParse(raw)
  if (!settings.success) return refused(settings.error.issues.map((issue) => sentence(issue)))
  const { weights, desiredRetention, rolloverHour } = settings.data
  const read = readEvents(settings.data.events)
  if (!read.ok) return read
  const fixed = new Map(read.events.map(({ id, studyDay }) => [id, parseStudyDay(studyDay ?? '')]))
  const events = aimed(read.events).map((event): ReviewEvent => {
    const at = Date.parse(event.reviewedAt)
    return dated(event, at, fixed.get(event.id) ?? studyDayOf(at, event.timeZone, rolloverHour))
  })
  return { ok: true, log: { parameters: { weights, desiredRetention }, events } }
}

const refused = (problems: readonly string[]): Refused => ({
  ok: false,
  problems: problems.slice(0, MOST_PROBLEMS),
})

/** Each id once: what is repeated is left out, and refused where it says something else the second time. */
function readEvents(raw: readonly unknown[]): { ok: true; events: Event[] } | Refused {
  const problems: string[] = []
  const known = new Map<string, { readonly event: Event; readonly text: string }>()
  raw.forEach((value, index) => {
    const parsed = Event.safeParse(withKind(value))
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => sentence(issue, placeOf(value, index))))
      return
    }
    const event = parsed.data
    const text = JSON.stringify(event)
    const before = known.get(event.id)
    if (before && before.text !== text) {
      problems.push(`${placeOf(value, index)}: another event with this id says something else.`)
    }
    known.set(event.id, { event, text })
  })
  if (problems.length > 0) return refused(problems)
  return { ok: true, events: [...known.values()].map(({ event }) => event) }
}

function placeOf(value: unknown, index: number): string {
  const id =
    isObject(value) && typeof value.id === 'string' ? ` (id ${JSON.stringify(value.id)})` : ''
  return `Event ${index + 1}${id}`
}

function sentence(issue: z.core.$ZodIssue, place = 'The log'): string {
  const path = issue.path.join('.')
  return `${place}${path === '' ? '' : `, ${path}`}: ${issue.message}.`
}
