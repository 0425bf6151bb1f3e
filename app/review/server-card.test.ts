import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '@/lib/core/ids'
import { foldCard, NEW_CARD } from '@/lib/core/memory/fold'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { toStudyDay } from '@/lib/core/time/study-day'
import { readCards } from './server-card'

const id = CardId.parse('01930000-0000-7000-8000-000000000001')
const answered = foldCard(
  id,
  [
    {
      kind: 'review',
      id: ReviewId.parse('01930000-0000-7000-8000-000000000002'),
      cardId: id,
      grade: 3,
      form: 'flip',
      typed: '',
      overruled: false,
      durationMs: 900,
      at: Date.UTC(2026, 10, 22, 10),
      studyDay: toStudyDay(20_779),
    },
  ],
  DEFAULT_PARAMETERS,
)

describe('readCards', () => {
  it.each([
    NEW_CARD,
    answered,
    { ...answered, buriedOn: toStudyDay(20_779) },
    { ...NEW_CARD, suspended: { reason: 'ambiguous' } },
  ])('gives the state back as it was sent, %#', (state) => {
    const sent: unknown = JSON.parse(JSON.stringify({ id, state }))
    expect(readCards([sent])).toEqual([{ id, state }])
  })

  it.each([null, 'card', { id }, { id, state: {} }, { id: 'x', state: NEW_CARD }])(
    'leaves out what it does not understand, %j',
    (odd) => {
      expect(readCards([odd, { id, state: NEW_CARD }])).toHaveLength(1)
    },
  )
})
