import { describe, expect, it } from 'vitest'
import { cameWords, moveWords, rangeWords } from './forecast-words'

describe('a forecast in words', () => {
  it('is a range in whole points', () => {
    expect(rangeWords({ expected: 0.82, low: 0.771, high: 0.869 })).toBe('78–86 %')
    expect(rangeWords({ expected: 0.9, low: 0.9, high: 0.904 })).toBe('90 %')
    expect(rangeWords({ expected: 0.98, low: 1, high: 1 })).toBe('98–100 %')
  })

  it('is held against what came', () => {
    const came = { said: 80, low: 74, high: 86, got: 78, held: true }
    expect(cameWords(came)).toBe('We said 80, you got 78: within the range from 74 to 86.')
    expect(cameWords({ ...came, got: 60, held: false })).toContain('below the range')
    expect(cameWords({ ...came, got: 95, held: false })).toContain('above the range')
  })

  it('says how far it moved, and what moved it', () => {
    expect(moveWords({ points: 3.7, mostly: 'The wheel' })).toBe('up 4 points, mostly The wheel')
    expect(moveWords({ points: -1.2, mostly: null })).toBe('down 1 point')
    expect(moveWords({ points: 0.4, mostly: null })).toBe('unchanged')
  })
})
