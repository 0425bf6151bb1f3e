import { describe, expect, it } from 'vitest'
import { contextFeatures } from '../spans/context'
import { subtree, syntaxOf } from '../spans/syntax'
import type { Sentence } from '../tree'
import { listFeatures } from './list-features'
import { objectFeatures } from './object-features'
import { keyed } from './trees-fixture'

const at = ({ tokens }: Sentence, word: string) => tokens.findIndex((token) => token.text === word)

/** They grind and sell flour from the north. */
const GRIND = keyed(`
  They they PRON PRP 2 nsubj
  grind grind VERB VBP 0 root
  and and CCONJ CC 4 cc
  sell sell VERB VBP 2 conj
  flour flour NOUN NN 4 obj
  from from ADP IN 8 case
  the the DET DT 8 det
  north north NOUN NN 5 nmod
  . . PUNCT . 2 punct`)

/** Bread, salt and oil of the south ran out. */
const BREAD = keyed(`
  Bread bread NOUN NN 9 nsubj
  , , PUNCT , 3 punct
  salt salt NOUN NN 1 conj
  and and CCONJ CC 5 cc
  oil oil NOUN NN 1 conj
  of of ADP IN 8 case
  the the DET DT 8 det
  south south NOUN NN 5 nmod
  ran run VERB VBD 0 root
  out out ADP RP 9 compound:prt`)

describe('an object', () => {
  it('of the second of two verbs may be that of both', () => {
    const features = objectFeatures(syntaxOf(GRIND.tokens), at(GRIND, 'flour'))
    expect(features).toMatchObject({
      'joined verb without object': 1,
      'verb sell': 1,
      'verb has cc': 1,
      'tail nmod': 1,
    })
  })

  it('of the second of two verbs is its own where the first has one', () => {
    const sentence = keyed(`
      They they PRON PRP 2 nsubj
      bake bake VERB VBP 0 root
      bread bread NOUN NN 2 obj
      and and CCONJ CC 5 cc
      sell sell VERB VBP 2 conj
      it it PRON PRP 5 obj`)
    expect(objectFeatures(syntaxOf(sentence.tokens), at(sentence, 'it'))).toMatchObject({
      'joined verb with an object before': 1,
      'word it': 1,
    })
  })
})

describe('a member of a list', () => {
  const features = (word: string) => listFeatures(syntaxOf(BREAD.tokens), at(BREAD, word))

  it('has its place in the list, whose "and" is where it should be', () => {
    expect(features('salt')).toMatchObject({ place: 0, 'linked last': 1 })
    expect(features('oil')).toMatchObject({ place: 1, 'linked last': 1 })
  })

  it('may share what follows it with the others', () => {
    expect(features('oil')).toMatchObject({ 'second alone nmod': 1, 'after second alone': 1 })
    expect(features('salt')['second alone nmod']).toBeUndefined()
    const sell = listFeatures(syntaxOf(GRIND.tokens), at(GRIND, 'sell'))
    expect(sell).toMatchObject({ 'shared tail': 1, 'second alone obj': 1 })
  })

  it('is doubtful where another member is', () => {
    const tokens = BREAD.tokens.map((token) =>
      token.text === 'oil'
        ? { ...token, headProbability: 0.2, rivals: [{ head: 2, probability: 0.8 }] }
        : token,
    )
    const doubtful = listFeatures(syntaxOf(tokens), at(BREAD, 'salt'))['others sure'] ?? 0
    expect(doubtful).toBeLessThan(features('salt')['others sure'] ?? 0)
  })
})

describe('what stands around a span', () => {
  it('the next word, past a mark, and the tie by which it hangs', () => {
    const syntax = syntaxOf(BREAD.tokens)
    const bread = contextFeatures(syntax, { from: 0, to: 1 })
    expect(bread).toMatchObject({ 'then comma NN': 1, 'then as conj': 1, commas: 1, links: 1 })
    const flour = contextFeatures(syntaxOf(GRIND.tokens), { from: 4, to: 5 })
    expect(flour).toMatchObject({ 'then "from"': 1, 'sentence closed': 1 })
  })

  it('a doubtful word makes the sentence less sure', () => {
    const span = subtree(syntaxOf(BREAD.tokens), 0)
    const tokens = BREAD.tokens.map((token) => ({ ...token, headProbability: 0.5 }))
    const doubtful = contextFeatures(syntaxOf(tokens), span)
    expect(doubtful['sentence doubts']).toBe(9)
    expect(doubtful['sentence sure'] ?? 0).toBeLessThan(
      contextFeatures(syntaxOf(BREAD.tokens), span)['sentence sure'] ?? 0,
    )
  })
})
