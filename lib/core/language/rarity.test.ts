import { describe, expect, it } from 'vitest'
import { isCommonWord, rarityOf } from './rarity'

describe('the rarity of a word', () => {
  it('rises from words of everyday to words of a trade', () => {
    expect(rarityOf('people')).toBeLessThan(rarityOf('harvest'))
    expect(rarityOf('harvest')).toBeLessThan(rarityOf('periosteum'))
    expect(rarityOf('periosteum')).toBe(1)
  })

  it('is that of its singular, and does not ask how it is written', () => {
    expect(rarityOf('Periosteum’s')).toBe(1)
    expect(rarityOf('millers')).toBe(rarityOf('miller'))
    expect(isCommonWord('Situation')).toBe(true)
  })
})
