import { expect, it } from 'vitest'
import { itemOf } from './item-fixture'
import { notVerbatim } from './verbatim'

const BODY = 'Anna Berg edited the Herald.\nIt was small.'
const item = itemOf(BODY, { question: 'Who?', answer: 'Anna Berg', quote: 'Anna Berg edited' })

it('finds items whose evidence is not what the text has there, and those without evidence', () => {
  const [shown] = item.evidence
  const moved = { ...item, key: 'moved', evidence: shown ? [{ ...shown, start: 1, end: 17 }] : [] }
  const none = { ...item, key: 'none', evidence: [] }
  expect(notVerbatim([item, moved, none], BODY)).toEqual(['moved', 'none'])
})
