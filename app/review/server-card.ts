/**
 * The state of a card as the server answers it, read with care: what is not understood is left out. By hand, because a
 * schema library would be a sixth of what a session loads.
 */
import type { CardId } from '@/lib/core/ids'
import type { CardState, MemoryState } from '@/lib/core/memory/state'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'

export type HeardCard = { readonly id: CardId; readonly state: CardState }

type Fields = Readonly<Record<string, unknown>>

export function readCards(cards: readonly unknown[]): HeardCard[] {
  return cards.flatMap((card) => {
    const fields = fieldsOf(card)
    const state = fields && readState(fieldsOf(fields.state))
    return fields && isCardId(fields.id) && state ? [{ id: fields.id, state }] : []
  })
}

/** In lower case, as the database answers it. */
const isCardId = (value: unknown): value is CardId =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)

function readState(fields: Fields | null): CardState | null {
  const memory = fields && readMemory(fieldsOf(fields.memory))
  if (!fields || !memory) return null
  const buriedOn = fields.buriedOn === null ? null : dayOf(fields.buriedOn)
  const suspended = fields.suspended === null ? null : fieldsOf(fields.suspended)
  if (buriedOn === undefined || (suspended && typeof suspended.reason !== 'string')) return null
  if (fields.suspended !== null && !suspended) return null
  return { memory, buriedOn, suspended: suspended && { reason: String(suspended.reason) } }
}

function readMemory(fields: Fields | null): MemoryState | null {
  if (!fields) return null
  const { phase } = fields
  if (phase === 'new') return { phase }
  if (phase !== 'learning' && phase !== 'relearning' && phase !== 'review') return null
  const [step, reps, lapses] = [fields.step, fields.reps, fields.lapses].map(intOf)
  const [stability, difficulty] = [fields.stability, fields.difficulty].map(numberOf)
  const [lastAt, dueAt] = [fields.lastAt, fields.dueAt].map(numberOf)
  const [lastStudyDay, dueDay] = [fields.lastStudyDay, fields.dueDay].map(dayOf)
  if (step === undefined || reps === undefined || lapses === undefined) return null
  if (stability === undefined || difficulty === undefined) return null
  if (lastAt === undefined || dueAt === undefined) return null
  if (lastStudyDay === undefined || dueDay === undefined) return null
  const counts = { step, reps, lapses }
  return { phase, ...counts, stability, difficulty, lastStudyDay, dueDay, lastAt, dueAt }
}

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null ? { ...value } : null

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

const intOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) ? numberOf(value) : undefined

/** Years 0000 … 9999, as toStudyDay takes them. */
function dayOf(value: unknown): StudyDay | undefined {
  const day = intOf(value)
  return day !== undefined && day >= -719_528 && day <= 2_932_896 ? toStudyDay(day) : undefined
}
