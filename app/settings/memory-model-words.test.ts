import { describe, expect, it } from 'vitest'
import type { MemoryModel } from '@/lib/usecases/memory-model'
import { inUseWords, jobWords, nextWords, resultWords } from './memory-model-words'

const compared = {
  number: 1,
  occasion: 'at-1000',
  reviews: 6010,
  trainedOn: 4806,
  heldBack: 1204,
  madeAt: 0,
  weights: [],
  trainedUntil: 0,
  lossOwn: 0.3214,
  lossInUse: 0.3393,
  comparedWith: null,
}
const model: MemoryModel = {
  ...{ reviews: 12, nextTry: 1000, weights: [], inUse: null, results: [], job: null },
  folded: { all: 0, folded: 0 },
}

describe('of a memory model is said', () => {
  it('what came of a try, on what', () => {
    expect(resultWords({ ...compared, outcome: 'adopted' })).toBe(
      'Found from 4,806 answers. On 1,204 later ones, which they had not seen, forecasts were off by 0.321 with them and by 0.339 with the usual ones: they were taken.',
    )
    expect(resultWords({ ...compared, outcome: 'kept', comparedWith: 2 })).toContain(
      'by 0.339 with your no. 2: what was in use stayed.',
    )
    const { number, occasion, reviews, madeAt } = compared
    const few = { number, occasion, reviews, madeAt, trainedOn: 0, heldBack: 0 }
    expect(resultWords({ ...few, outcome: 'tooFew' })).toContain('too few answers on later days')
  })

  it('what is in use, and what comes next', () => {
    expect(inUseWords(model)).toContain('the usual weights of FSRS-6, found from')
    expect(inUseWords({ ...model, inUse: 2 })).toBe('In use: your weights no. 2.')
    expect(nextWords(model)).toContain('You have given 12 answers. At 1,000 weights of your own')
    expect(nextWords({ ...model, reviews: 2500, nextTry: 4000 })).toContain(
      'At 4,000 weights of your own are looked for again',
    )
  })

  it('nothing of a try that is not', () => {
    expect(jobWords(null)).toBeNull()
    expect(jobWords('running')).toBe('A try is under way.')
  })
})
