import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, decide, isDone, move, openIds, undo } from './deciding'

const IDS = ['a', 'b', 'c', 'd']

describe('going through proposals', () => {
  it('begins at the first open one', () => {
    expect(begin(IDS).at).toBe(0)
    expect(begin(IDS, new Map([['a', 'keep']])).at).toBe(1)
    expect(isDone(begin([]))).toBe(true)
  })

  it('goes on to the next open one, round the end, until none is left', () => {
    let state = decide(begin(IDS), ['a'], 'keep')
    expect(state.at).toBe(1)
    state = decide(move(state, 1), ['c'], 'reject')
    expect(state.at).toBe(3)
    state = decide(state, ['d'], 'keep')
    expect(state.at).toBe(1)
    state = decide(state, ['b'], 'keep')
    expect(isDone(state)).toBe(true)
    expect(state.decided.get('c')).toBe('reject')
  })

  it('keeps a whole section at once and takes it back at once', () => {
    const kept = decide(begin(IDS), ['a', 'b', 'c'], 'keep')
    expect(kept.at).toBe(3)
    const back = undo(kept)
    expect(openIds(back.state)).toEqual(IDS)
    expect(back.send).toEqual([
      ['a', 'propose'],
      ['b', 'propose'],
      ['c', 'propose'],
    ])
  })

  it('takes a changed mind back to the decision before', () => {
    const kept = decide(begin(IDS), ['a'], 'keep')
    const rejected = decide(move(kept, -1), ['a'], 'reject')
    expect(undo(rejected).send).toEqual([['a', 'keep']])
  })

  it('does nothing when there is nothing to take back', () => {
    const state = begin(IDS)
    expect(undo(state)).toEqual({ state, send: [] })
  })

  it('moves within the proposals, and back in from the end', () => {
    expect(move(begin(IDS), -1).at).toBe(0)
    const done = IDS.reduce((state, id) => decide(state, [id], 'keep'), begin(IDS))
    expect(move(done, -1).at).toBe(3)
  })

  it('ends where it began when everything is taken back', () => {
    const step = fc.record({
      id: fc.constantFrom(...IDS),
      decision: fc.constantFrom('keep' as const, 'reject' as const),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state = steps.reduce((s, { id, decision }) => decide(s, [id], decision), begin(IDS))
        while (state.past.length > 0) state = undo(state).state
        expect(state).toEqual(begin(IDS))
      }),
    )
  })
})
