import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ItemId } from '../ids'
import { judge } from './room-answer'
import { asked, HEIGHT, RIVER, STRINGS, TURNED } from './room-fixture'
import { histogramOf } from './room-histogram'
import { leastKnownFirst } from './room-order'
import { askedOf, askInRoom, canBeAsked } from './room-question'
import { SMALLEST_SPLIT } from './split'

const id = (n: number) => ItemId.parse(`01930000-0000-7000-8000-${n.toString().padStart(12, '0')}`)

describe('a question of a room', () => {
  it('has its options where it has any, in one order for everybody', () => {
    const question = asked(HEIGHT)
    expect(question.form).toBe('choice')
    expect(question.prompt).toBe('How high is the tower?')
    expect(asked(HEIGHT).options).toEqual(question.options)
    expect([...question.options].sort()).toEqual(['112 metres', '140 metres', '95 metres'])
    expect(asked(RIVER).form).toBe('typed')
    expect(asked(STRINGS).form).toBe('list')
  })

  it('that can only be turned over is not asked', () => {
    expect(askInRoom({ id: id(1), content: TURNED }, null, 'room')).toBeNull()
    expect(canBeAsked(TURNED)).toBe(false)
  })

  it('says nothing of its answer before it is answered', () => {
    for (const content of [RIVER, STRINGS]) {
      const seen = JSON.stringify(askedOf(asked(content)))
      expect(seen).not.toContain('Po"')
      expect(seen).not.toContain('string"')
    }
  })
})

describe('an answer', () => {
  it('among options is right only as the answer itself', () => {
    expect(judge(asked(HEIGHT), '112 metres').right).toBe(true)
    expect(judge(asked(HEIGHT), '140 metres').right).toBe(false)
  })

  it('in words is patient with spelling', () => {
    expect(judge(asked(RIVER), 'Po').right).toBe(true)
    expect(judge(asked(RIVER), 'the Adda').right).toBe(false)
  })

  it('to a list is judged element by element', () => {
    const { right, parts } = judge(asked(STRINGS), 'a string\nG string\nbow')
    expect(right).toBe(false)
    expect(parts.map(({ recalled, typed }) => [recalled, typed])).toEqual([
      [true, 'G string'],
      [false, ''],
      [true, 'a string'],
    ])
    expect(judge(asked(STRINGS), 'G string, D string, A string').right).toBe(true)
  })
})

describe('a histogram', () => {
  it('counts options, devices and hands apart', () => {
    const { split, people } = histogramOf(
      asked(HEIGHT),
      ['112 metres', '95 metres', '112 metres'],
      { '140 metres': 2, '112 metres': 1 },
    )
    expect(people).toBe(6)
    expect(split?.right).toBe(3)
    expect(Object.fromEntries((split?.bars ?? []).map((bar) => [bar.words, bar]))).toEqual({
      '112 metres': { words: '112 metres', kind: 'right', devices: 2, hands: 1 },
      '95 metres': { words: '95 metres', kind: 'wrong', devices: 1, hands: 0 },
      '140 metres': { words: '140 metres', kind: 'wrong', devices: 0, hands: 2 },
    })
  })

  it('puts answers that say the same together, and shows none that stands alone', () => {
    const given = ['Po', 'the Po', 'The Adda', 'adda', 'Adda.', 'Donau', 'my phone is dead']
    const { split } = histogramOf(asked(RIVER), given, { wrong: 1 })
    expect(split?.bars).toEqual([
      { words: 'the Po', kind: 'right', devices: 2, hands: 0 },
      { words: 'The Adda', kind: 'wrong', devices: 3, hands: 0 },
      { words: 'other answers', kind: 'others', devices: 2, hands: 1 },
    ])
  })

  it('of a list tells how many had each element', () => {
    const given = ['G string', 'G string\nD string', 'D string', 'A string', 'bow']
    const { split } = histogramOf(asked(STRINGS), given, { right: 2 })
    expect(split?.bars.map(({ words, devices, hands }) => [words, devices, hands])).toEqual([
      ['G string', 2, 0],
      ['D string', 2, 0],
      ['A string', 1, 0],
      ['all of it', 0, 2],
      ['not all of it', 0, 0],
    ])
    expect(split?.right).toBe(2)
  })

  it('is not split under five people, and else leaves nobody out', () => {
    const responses = fc.array(fc.constantFrom('Po', 'the po', 'Adda', 'adda', 'Ticino', 'x y'), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(responses, fc.nat(6), fc.nat(6), (given, right, wrong) => {
        const { people, split } = histogramOf(asked(RIVER), given, { right, wrong })
        expect(people).toBe(given.length + right + wrong)
        expect(split === null).toBe(people < SMALLEST_SPLIT)
        if (split === null) return
        const counted = split.bars.reduce((sum, bar) => sum + bar.devices + bar.hands, 0)
        expect(counted).toBe(people)
        for (const { kind, devices } of split.bars)
          if (kind === 'wrong') expect(devices).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})

describe('the order in which a class is asked', () => {
  it('begins with what it knows least and ends with what nobody was asked', () => {
    const recalls = [
      { itemId: id(1), recall: 0.9 },
      { itemId: id(1), recall: 0.7 },
      { itemId: id(2), recall: 0.6 },
      { itemId: id(2), recall: null },
      { itemId: id(3), recall: null },
    ]
    expect(leastKnownFirst([id(4), id(3), id(1), id(2)], recalls)).toEqual([
      { itemId: id(2), recall: 0.3, students: 2 },
      { itemId: id(1), recall: 0.8, students: 2 },
      { itemId: id(4), recall: null, students: 0 },
      { itemId: id(3), recall: null, students: 1 },
    ])
  })
})
