import { describe, expect, it } from 'vitest'
import { syntaxOf } from '../spans/syntax'
import type { Sentence } from '../tree'
import { appositionCandidates } from './apposition-patterns'
import { COUNCIL, keyed, textOf } from './trees-fixture'

/** "explained: explanation", of whatever could be an apposition. */
function seen(sentence: Sentence): string[] {
  return appositionCandidates(syntaxOf(sentence.tokens)).map(
    ({ first, span }) => `${sentence.tokens[first]?.text}: ${textOf(sentence, span.from, span.to)}`,
  )
}

/** A noun, what the tree takes for its apposition, and what follows. */
const sentenceWith = (apposition: string, rest = '. . PUNCT . 0 punct') =>
  keyed(`
    They they PRON PRP 2 nsubj
    built build VERB VBD 0 root
    mills mill NOUN NNS 2 obj
    ${apposition}
    ${rest}`)

describe('what could be an apposition', () => {
  it('"Name, a …" is one', () => {
    expect(seen(COUNCIL)).toContain('Anna: a lawyer from Ost')
  })

  it.each([
    ['a source', '( ( PUNCT -LRB- 5 punct\nBerg Berg PROPN NNP 3 appos\n1902 1902 NUM CD 5 nmod'],
    [
      'a picture',
      '( ( PUNCT -LRB- 5 punct\nFigure figure PROPN NNP 3 appos\n4.1 4.1 NUM CD 5 nummod',
    ],
    [
      'what is not meant',
      ', , PUNCT , 6 punct\nnot not ADV RB 6 advmod\nbarns barn NOUN NNS 3 appos',
    ],
    ['a time', ', , PUNCT , 6 punct\nthis this DET DT 6 det\nmorning morning NOUN NN 3 appos'],
    ['a distance', ', , PUNCT , 6 punct\nfifty fifty NUM CD 6 nummod\nkm km NOUN NNS 3 appos'],
    ['somebody spoken to', ', , PUNCT , 5 punct\nmadam madam NOUN NN 3 appos'],
    [
      'another language',
      '( ( PUNCT -LRB- 5 punct\nLatin Latin PROPN NNP 3 appos\n: : PUNCT : 7 punct\nmola mola X FW 5 appos',
    ],
    ['a noun that no mark sets off', 'barns barn NOUN NNS 3 appos'],
  ])('%s is none', (_, apposition) => {
    expect(seen(sentenceWith(apposition)).filter((one) => one.startsWith('mills'))).toEqual([])
  })

  it('one of a list is none', () => {
    const list = sentenceWith(
      ', , PUNCT , 5 punct\nbarns barn NOUN NNS 3 appos',
      'and and CCONJ CC 7 cc\nroads road NOUN NNS 3 conj',
    )
    expect(seen(list)).toEqual([])
  })

  it('nor one of a list without "and", nor what the whole sentence did', () => {
    const list = (article: string) =>
      seen(
        keyed(`
          They they PRON PRP 2 nsubj
          fear fear VERB VBP 0 root
          wolves wolf NOUN NNS 2 obj
          , , PUNCT , 6 punct
          the the DET DT 6 det
          storms storm NOUN NNS 3 conj
          , , PUNCT , 9 punct
          ${article} ${article} DET DT 9 det
          floods flood NOUN NNS 6 appos`),
      )
    expect(list('the')).not.toContain('storms: the floods')
    expect(list('all')).toContain('storms: all floods')
    const step = (noun: string) =>
      seen(
        keyed(`
          They they PRON PRP 2 nsubj
          asked ask VERB VBD 0 root
          Berg Berg PROPN NNP 2 obj
          , , PUNCT , 6 punct
          a a DET DT 6 det
          ${noun} ${noun} NOUN NN 3 appos`),
      )
    expect(step('step')).toEqual([])
    expect(step('lawyer')).toEqual(['Berg: a lawyer'])
  })

  it('a place in a place is none, a person’s office is one', () => {
    const named = (second: string) =>
      seen(
        keyed(`
          Berg Berg PROPN NNP 4 nsubj
          , , PUNCT , 3 punct
          ${second} ${second} PROPN NNP 1 appos
          grew grow VERB VBD 0 root`),
      )
    expect(named('Norway')).toEqual([])
    expect(named('President')).toEqual(['Berg: President'])
  })

  it('a role without an article belongs to the name', () => {
    const poet = (article: string, head: number) =>
      seen(
        keyed(`
          ${article} ${article} DET DT 2 det
          poet poet NOUN NN ${head} nsubj
          Anna Anna PROPN NNP 2 appos
          Berg Berg PROPN NNP 3 flat
          sang sing VERB VBD 0 root`),
      )
    expect(poet('The', 5)).toContain('poet: Anna Berg')
    const bare = keyed(`
      Poet poet NOUN NN 4 nsubj
      Anna Anna PROPN NNP 1 appos
      Berg Berg PROPN NNP 2 flat
      sang sing VERB VBD 0 root`)
    expect(seen(bare)).toEqual([])
  })

  it('a name that a verb gives is none', () => {
    const named = keyed(`
      They they PRON PRP 2 nsubj
      renamed rename VERB VBD 0 root
      the the DET DT 4 det
      bridge bridge NOUN NN 2 obj
      “ “ PUNCT \`\` 6 punct
      Northgate Northgate PROPN NNP 4 appos
      ” ” PUNCT '' 6 punct`)
    expect(seen(named)).toEqual([])
  })

  it('the subject after what introduces a clause is none', () => {
    const council = keyed(`
      In in ADP IN 3 case
      her her PRON PRP$ 3 nmod:poss
      defence defence NOUN NN 9 nsubj
      , , PUNCT , 5 punct
      Anna Anna PROPN NNP 3 appos
      , , PUNCT , 8 punct
      a a DET DT 8 det
      lawyer lawyer NOUN NN 5 appos
      spoke speak VERB VBD 0 root`)
    const before = keyed(`
      In in ADP IN 3 case
      her her PRON PRP$ 3 nmod:poss
      defence defence NOUN NN 7 nsubj
      , , PUNCT , 5 punct
      Anna Anna PROPN NNP 3 appos
      , , PUNCT , 5 punct
      spoke speak VERB VBD 0 root`)
    expect(seen(before)).toEqual([])
    expect(seen(council)).toContain('Anna: a lawyer')
  })

  it('with a tree that is wrong about the noun, the other nouns before it are possible too', () => {
    const boy = keyed(`
      The the DET DT 2 det
      boy boy NOUN NN 9 nsubj
      at at ADP IN 4 case
      Harlow Harlow PROPN NNP 2 nmod
      , , PUNCT , 6 punct
      John John PROPN NNP 4 appos
      Clare Clare PROPN NNP 6 flat
      , , PUNCT , 6 punct
      sang sing VERB VBD 0 root`)
    expect(seen(boy)).toContain('boy: John Clare')
  })

  it('letters that open the words before them are possible, whatever the tree says', () => {
    const guild = (letters: string) =>
      seen(
        keyed(`
          The the DET DT 3 det
          Ost Ost PROPN NNP 3 compound
          Guild Guild PROPN NNP 7 nsubj
          ( ( PUNCT -LRB- 5 punct
          ${letters} ${letters} PROPN NNP 3 dep
          ) ) PUNCT -RRB- 5 punct
          closed close VERB VBD 0 root`),
      )
    expect(guild('OG')).toEqual(['Guild: OG'])
    expect(guild('XY')).toEqual([])
  })

  it('a name after a role is possible where the tree has a list, and after another noun not', () => {
    const byTheName = (noun: string) =>
      seen(
        keyed(`
          My my PRON PRP$ 2 nmod:poss
          ${noun} ${noun} NOUN NN 6 nsubj
          , , PUNCT , 4 punct
          Berg Berg PROPN NNP 2 conj
          , , PUNCT , 6 punct
          left leave VERB VBD 0 root`),
      )
    expect(byTheName('teacher')).toEqual(['teacher: Berg'])
    expect(byTheName('table')).toEqual([])
  })
})
