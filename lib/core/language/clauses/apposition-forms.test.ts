import { describe, expect, it } from 'vitest'
import { syntaxOf } from '../spans/syntax'
import type { Sentence } from '../tree'
import { formFeatures } from './apposition-forms'
import { appositionCandidates } from './apposition-patterns'
import { COUNCIL, keyed } from './trees-fixture'

function formsOf(sentence: Sentence, second: string) {
  const syntax = syntaxOf(sentence.tokens)
  const found = appositionCandidates(syntax).find(
    (one) => sentence.tokens[one.second]?.text === second,
  )
  if (found === undefined) throw new Error(`Nothing is explained by ${second}.`)
  const tie = sentence.tokens[found.second]?.head === found.first ? 'appos' : 'elsewhere'
  return formFeatures(syntax, found, tie)
}

const guild = (letters: string) =>
  keyed(`
    The the DET DT 3 det
    Ost Ost PROPN NNP 3 compound
    Guild Guild PROPN NNP 8 nsubj
    of of ADP IN 5 case
    Millers Miller PROPN NNPS 3 nmod
    ( ( PUNCT -LRB- 7 punct
    ${letters} ${letters} PROPN NNP 3 appos
    closed close VERB VBD 0 root`)

describe('the form of an apposition', () => {
  it('a name, then "a …" between commas, then "and"', () => {
    expect(formsOf(COUNCIL, 'lawyer')).toMatchObject({
      'form name, a': 1,
      'form a mark and': 1,
      'form commas, mark and, apposition': 1,
    })
  })

  it('letters in brackets open the words before them, small words aside', () => {
    expect(formsOf(guild('OGM'), 'OGM')['initials of it']).toBe(1)
    expect(formsOf(guild('OGX'), 'OGX')['initials of it']).toBeUndefined()
  })

  it('after what introduces a clause, the verb is the clause’s own', () => {
    const sentence = keyed(`
      In in ADP IN 2 case
      winter winter NOUN NN 0 root
      , , PUNCT , 6 punct
      the the DET DT 5 det
      mills mill NOUN NNS 2 appos
      stood stand VERB VBD 5 acl
      . . PUNCT . 2 punct`)
    const found = appositionCandidates(syntaxOf(sentence.tokens)).map(
      (one) => formFeatures(syntaxOf(sentence.tokens), one, 'elsewhere')['own verb'],
    )
    expect(found.every((verb) => verb === 1)).toBe(true)
    expect(found.length).toBeGreaterThan(0)
  })

  it('a verb behind "who" belongs to the explanation', () => {
    const sentence = keyed(`
      Berg Berg PROPN NNP 8 nsubj
      , , PUNCT , 4 punct
      a a DET DT 4 det
      miller miller NOUN NN 1 appos
      who who PRON WP 6 nsubj
      sang sing VERB VBD 4 acl:relcl
      , , PUNCT , 4 punct
      left leave VERB VBD 0 root`)
    const form = formsOf(sentence, 'miller')
    expect(form['own verb']).toBeUndefined()
    expect(form['form a mark verb']).toBe(1)
  })
})
