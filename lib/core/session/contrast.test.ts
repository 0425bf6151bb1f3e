import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contrast, goOn, pick, startContrast } from './contrast'
import type { Rival } from './question'
import { itemId, typedContent } from './session-fixture'

const RIVAL: Rival = {
  item: { id: itemId(2), question: 'How many valves has model 2?' },
  answer: '2 valves',
  given: 3,
}
const PAIR = { content: typedContent(1), rival: RIVAL }

/** Answers the current question and goes on. */
function answered(contrast: Contrast, how: 'right' | 'wrong'): Contrast {
  const [round] = contrast.rounds
  const option = round?.options.find((each) => (each === round.answer) === (how === 'right'))
  return goOn(pick(contrast, option ?? ''))
}

describe('a contrast', () => {
  it('asks both questions, each with both answers', () => {
    const { rounds } = startContrast(PAIR, 'a seed')
    expect(rounds.map((round) => round.question).sort()).toEqual([
      'How many valves has model 1?',
      'How many valves has model 2?',
    ])
    for (const round of rounds) expect(round.options.toSorted()).toEqual(['1 valves', '2 valves'])
  })

  it('asks one question where what is mistaken is no item', () => {
    const habit: Rival = { item: null, answer: '7 valves', given: 2 }
    const { rounds } = startContrast({ ...PAIR, rival: habit }, 'a seed')
    expect(rounds).toHaveLength(1)
    expect(rounds[0]?.options.toSorted()).toEqual(['1 valves', '7 valves'])
  })

  it('is over when both were right, and counts what was right at first', () => {
    let contrast = startContrast(PAIR, 'a seed')
    contrast = answered(contrast, 'wrong')
    expect(contrast.rounds).toHaveLength(2)
    contrast = answered(contrast, 'right')
    contrast = answered(contrast, 'right')
    expect(contrast).toMatchObject({ rounds: [], questions: 2, rightAtFirst: 1 })
  })

  it('takes the first choice, and nothing that is not offered', () => {
    const begun = startContrast(PAIR, 'a seed')
    expect(pick(begun, 'a dozen')).toBe(begun)
    expect(goOn(begun)).toBe(begun)
    const chosen = pick(begun, '1 valves')
    expect(pick(chosen, '2 valves')).toBe(chosen)
  })

  it('comes in any order and with the answer in any place', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => startContrast(PAIR, `seed ${i}`))
    expect(new Set(seeds.map(({ rounds }) => rounds[0]?.question)).size).toBe(2)
    expect(new Set(seeds.map(({ rounds: [r] }) => r?.options.indexOf(r.answer))).size).toBe(2)
  })

  it('ends as soon as each was right once, however often it was missed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom('right', 'wrong')), (seed, hows) => {
        let contrast = startContrast(PAIR, seed)
        for (const how of hows) contrast = answered(contrast, how)
        expect(contrast.rightAtFirst + contrast.missed.length).toBeLessThanOrEqual(2)
        contrast = answered(answered(contrast, 'right'), 'right')
        expect(contrast.rounds).toEqual([])
        expect(contrast.rightAtFirst + contrast.missed.length).toBe(2)
      }),
    )
  })
})
