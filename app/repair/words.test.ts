import { describe, expect, it } from 'vitest'
import { startContrast } from '@/lib/core/session/contrast'
import type { Rival } from '@/lib/core/session/question'
import { itemId, typedContent } from '@/lib/core/session/session-fixture'
import { contrastResult, rivalWords } from './words'

const RIVAL: Rival = {
  item: { id: itemId(2), question: 'How many?' },
  answer: '2 valves',
  given: 0,
}

describe('what is said of an item that is mistaken for another', () => {
  it('tells what was answered from what only stands near', () => {
    expect(rivalWords({ ...RIVAL, given: 1 })).toContain('answered this once before')
    expect(rivalWords({ ...RIVAL, given: 3, item: null })).toBe('You answered this 3 times before:')
    expect(rivalWords(RIVAL)).toContain('near another of its kind')
  })

  it('says that a contrast was practice', () => {
    const contrast = startContrast({ content: typedContent(1), rival: RIVAL }, 'a seed')
    expect(contrastResult({ ...contrast, rightAtFirst: 1 })).toBe(
      '1 of 2 told apart at first. This was practice: your schedule is as it was.',
    )
  })
})
