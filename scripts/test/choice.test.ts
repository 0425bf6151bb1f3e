import { describe, expect, it } from 'vitest'
import { choose } from './choice'

const STEPS = ['lint', 'unit', 'build', 'e2e']

describe('npm test --', () => {
  it('without anything means every step', () => {
    expect(choose([], STEPS)).toEqual({ steps: STEPS, filter: null })
  })

  it('takes steps in their own order, whatever order they are named in', () => {
    expect(choose(['unit', 'lint'], STEPS)).toEqual({ steps: ['lint', 'unit'], filter: null })
  })

  it('takes what follows the steps as a filter', () => {
    expect(choose(['unit', 'second', 'day'], STEPS)).toEqual({
      steps: ['unit'],
      filter: 'second day',
    })
  })

  it('builds before journeys', () => {
    expect(choose(['e2e'], STEPS).steps).toEqual(['build', 'e2e'])
    expect(choose(['crash'], [...STEPS, 'crash']).steps).toEqual(['build', 'crash'])
    expect(choose(['walk'], [...STEPS, 'walk']).steps).toEqual(['build', 'walk'])
  })

  it.each([['memory'], ['--watch'], ['unit', '--watch']])('refuses %s', (...args) => {
    expect(() => choose(args, STEPS)).toThrow(/There is no step .*lint, unit, build, e2e/)
  })
})
