import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ItemId } from '../ids'
import { neighbour, nextStep, type RoomState, type RoomStep, stepRoom } from './room'

const item = (n: number) =>
  ItemId.parse(`01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)
const ITEMS = [1, 2, 3, 4].map(item)
const [A, B] = [item(1), item(2)]
const BEGUN: RoomState = { phase: 'waiting', round: 0, itemId: null }

const anyItem = fc.constantFrom(...ITEMS)
const anyStep: fc.Arbitrary<RoomStep> = fc.oneof(
  fc.record({ kind: fc.constant('choose' as const), itemId: anyItem }),
  fc.record({ kind: fc.constant('ask' as const), itemId: anyItem }),
  fc.record({ kind: fc.constantFrom('close' as const, 'show' as const) }),
)
const walk = (steps: readonly RoomStep[]) =>
  steps.reduce<RoomState>((state, step) => stepRoom(state, step) ?? state, BEGUN)

describe('a room', () => {
  it('goes from the question to its answers and its passage', () => {
    const asking = stepRoom(BEGUN, { kind: 'ask', itemId: A })
    expect(asking).toEqual({ phase: 'asking', round: 1, itemId: A })
    const answers = asking && stepRoom(asking, { kind: 'close' })
    expect(answers).toMatchObject({ phase: 'answers', round: 1 })
    const passage = answers && stepRoom(answers, { kind: 'show' })
    expect(passage).toMatchObject({ phase: 'passage', round: 1 })
    expect(passage && stepRoom(passage, { kind: 'ask', itemId: B })).toEqual({
      ...{ phase: 'asking', round: 2, itemId: B },
    })
  })

  it('does not drop a question under way for another', () => {
    const asking = walk([{ kind: 'ask', itemId: A }])
    expect(stepRoom(asking, { kind: 'ask', itemId: B })).toBeNull()
    expect(stepRoom(asking, { kind: 'choose', itemId: B })).toBeNull()
  })

  it('counts rounds only up, one for each question asked, and asks something in each', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), anyStep, (steps, step) => {
        const before = walk(steps)
        const after = stepRoom(before, step)
        if (after === null) return
        expect(after.round).toBe(before.round + (step.kind === 'ask' ? 1 : 0))
        if (after.phase === 'asking') expect(step).toEqual({ kind: 'ask', itemId: after.itemId })
        if (after.phase === 'answers' || after.phase === 'passage')
          expect(after).toMatchObject({
            round: before.round,
            itemId: 'itemId' in before && before.itemId,
          })
      }),
    )
  })

  it('takes the same step twice only where it chooses', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), anyStep, (steps, step) => {
        const once = stepRoom(walk(steps), step)
        if (once && step.kind !== 'choose') expect(stepRoom(once, step)).toBeNull()
      }),
    )
  })

  it('can be ended from anywhere, and is over then', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), anyStep, (steps, step) => {
        const state = walk(steps)
        const over = stepRoom(state, { kind: 'end' })
        expect(over).toEqual({ phase: 'over', round: state.round })
        if (!over) return
        expect(stepRoom(over, step)).toBeNull()
        expect(stepRoom(over, { kind: 'end' })).toBeNull()
        expect(nextStep(over, ITEMS, new Set())).toBeNull()
      }),
    )
  })

  it('asks each question once, in order, when it is only led on; from wherever it began', () => {
    fc.assert(
      fc.property(fc.option(anyItem), (first) => {
        let state: RoomState = { ...BEGUN, itemId: first }
        const asked: ItemId[] = []
        for (let n = 0; n < 100; n++) {
          const step = nextStep(state, ITEMS, new Set(asked))
          if (!step) break
          if (step.kind === 'ask') asked.push(step.itemId)
          state = stepRoom(state, step) ?? state
        }
        const from = first ? ITEMS.indexOf(first) : 0
        expect(asked).toEqual([...ITEMS.slice(from), ...ITEMS.slice(0, from)])
        expect(state.phase).toBe('passage')
      }),
    )
  })

  it('knows what stands before and after what is chosen', () => {
    expect(neighbour(BEGUN, ITEMS, 1)).toBe(A)
    expect(neighbour(BEGUN, ITEMS, -1)).toBeNull()
    expect(neighbour({ ...BEGUN, itemId: A }, ITEMS, 1)).toBe(B)
    expect(neighbour({ ...BEGUN, itemId: A }, ITEMS, -1)).toBeNull()
    expect(neighbour({ phase: 'over', round: 1 }, ITEMS, 1)).toBeNull()
  })
})
