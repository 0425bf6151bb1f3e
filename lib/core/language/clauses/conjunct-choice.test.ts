import { describe, expect, it } from 'vitest'
import type { Token } from '../tree'
import { joinConjuncts } from './conjunct-choice'
import { COUNCIL, keyed, MINERS } from './trees-fixture'

/** They marched in the towns of the north and in villages. */
const TOWNS = keyed(`
  They they PRON PRP 2 nsubj
  marched march VERB VBD 0 root
  in in ADP IN 5 case
  the the DET DT 5 det
  towns town NOUN NNS 2 obl
  of of ADP IN 8 case
  the the DET DT 8 det
  north north NOUN NN 5 nmod
  and and CCONJ CC 11 cc
  in in ADP IN 11 case
  villages village NOUN NNS 8 conj
  . . PUNCT . 2 punct`).tokens

const doubtful = (own: number, rival: number): Token[] =>
  TOWNS.map((token, at) =>
    at === 10
      ? { ...token, headProbability: own, rivals: [{ head: 4, probability: rival }] }
      : token,
  )

describe('joining conjuncts', () => {
  it('where the tree is in doubt, like goes with like: "in the towns … and in villages"', () => {
    const villages = joinConjuncts(doubtful(0.5, 0.45))[10]
    expect(villages?.head).toBe(4)
    expect(villages?.headProbability).toBeCloseTo(0.45, 2)
    expect(villages?.rivals[0]).toEqual({ head: 7, probability: 0.5 })
  })

  it('where the tree is sure, it stands', () => {
    expect(joinConjuncts(doubtful(0.995, 0.005))[10]?.head).toBe(7)
    for (const { tokens } of [COUNCIL, MINERS]) expect(joinConjuncts(tokens)).toEqual(tokens)
  })
})
