import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BrokenWeights } from '../net/container'
import { lemmaOf, readLemmas } from './lemma'
import { possibilities, readLexicon } from './lexicon'
import { kindOf, normOf } from './words'

describe('words', () => {
  it.each([
    ['The', 'the'],
    ['don’t', "don't"],
    ['1918', '0000'],
    ['3.5', '0.0'],
    ['12/05', '00/00'],
    ['L2', 'l2'],
    ['“', '"'],
    ['…', '…'],
  ])('the norm of %s is %s', (form, norm) => {
    expect(normOf(form)).toBe(norm)
  })

  it.each([
    ['1918', 1],
    ['L2', 1],
    ['—', 2],
    ['', 2],
    ['USA', 3],
    ['I', 4],
    ['Heart', 4],
    ['heart', 5],
    ['日本', 5],
  ])('the kind of %s is %i', (form, kind) => {
    expect(kindOf(form)).toBe(kind)
  })
})

describe('the lexicon', () => {
  const chars = (text: string) => Array.from(text, (char) => char.charCodeAt(0))
  const entry = (shared: number, bits: number, rest: string) => [
    shared + 16 * bits,
    rest.length,
    ...chars(rest),
  ]
  // Noun 1, verb 2, adjective 4, adverb 8.
  const lexicon = readLexicon(
    Uint8Array.from([
      ...entry(0, 5, 'big'),
      ...entry(1, 1, 'ody'),
      ...entry(0, 2, 'carry'),
      ...entry(0, 4, 'happy'),
      ...entry(0, 2, 'hope'),
      ...entry(0, 4, 'large'),
      ...entry(0, 3, 'stop'),
      ...entry(4, 1, 'per'),
    ]),
  )

  it('finds every word it holds, and no other', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'z'), maxLength: 24 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 120 }), fc.array(word), (given, others) => {
        const words = [...given].sort()
        const large = readLexicon(frontCoded(words))
        words.forEach((one, index) => {
          expect(large.bitsOf(one)).toBe(1 + (index % 15))
        })
        for (const other of others) {
          if (!words.includes(other)) expect(large.bitsOf(other)).toBe(0)
        }
        expect(large.bitsOf('日本')).toBe(0)
      }),
    )
  })

  function frontCoded(words: readonly string[]): Uint8Array {
    const entries = words.map((own, index) => {
      const before = words[index - 1] ?? ''
      let shared = 0
      while (shared < 15 && shared < before.length && own[shared] === before[shared]) shared++
      return entry(shared, 1 + (index % 15), own.slice(shared))
    })
    return Uint8Array.from(entries.flat())
  }

  it.each([
    ['stops', 16 + 32],
    ['bodies', 16],
    ['carries', 32],
    ['stopped', 64],
    ['carried', 64],
    ['hoping', 128],
    ['stopping', 128],
    ['bigger', 256],
    ['happier', 256],
    ['larger', 256],
    ['biggest', 512],
    ['happiest', 512],
    ['stopper', 1],
    ['glass', 0],
  ])('knows what %s may be', (word, bits) => {
    expect(possibilities(lexicon, word)).toBe(bits)
  })
})

describe('lemmas', () => {
  const lemmas = readLemmas(
    ['NNS|NOUN feet foot', 'PRP|PRON me i', 'NNP|PROPN u.s. u.s.', 'NNP|PROPN us united'],
    ['NNS|NOUN s 1 ', 'NNS|NOUN ies 3 y', 'VBG|VERB ing 3 e', 'NNPS|PROPN s 1 ', 'VBZ|AUX is 2 be'],
  )

  it.each([
    ['Feet', 'NNS|NOUN', true, 'foot'],
    ['Armies', 'NNS|NOUN', true, 'army'],
    ['laws', 'NNS|NOUN', false, 'law'],
    ['making', 'VBG|VERB', false, 'make'],
    ['Bolsheviks', 'NNPS|PROPN', false, 'Bolshevik'],
    ['U.S.', 'NNP|PROPN', false, 'U.S.'],
    ['US', 'NNP|PROPN', false, 'United'],
    ['me', 'PRP|PRON', false, 'I'],
    ['French', 'JJ|ADJ', false, 'French'],
    ['Old', 'JJ|ADJ', true, 'old'],
    ['FREE', 'JJ|ADJ', false, 'free'],
    ['is', 'VBZ|AUX', false, 'is'],
    ['İs', 'NNP|PROPN', false, 'i̇s'],
    ['', 'NN|NOUN', true, ''],
    ['forsook', 'VBD|VERB', false, 'forsake'],
    ['withstood', 'VBN|VERB', false, 'withstand'],
    ['Gentlemen', 'NNS|NOUN', false, 'gentleman'],
    ['saw', 'NN|NOUN', false, 'saw'],
    ['lay', 'VBD|VERB', false, 'lie'],
    ['lay', 'VB|VERB', false, 'lay'],
    ['s', 'VBZ|AUX', false, 'be'],
  ])('of %s as %s', (form, tag, isFirst, lemma) => {
    expect(lemmaOf(lemmas, form, tag, isFirst)).toBe(lemma)
  })

  it('refuses lines that are none', () => {
    expect(() => readLemmas(['NNS|NOUN feet'], [])).toThrow(BrokenWeights)
    expect(() => readLemmas([], ['NNS|NOUN s x y'])).toThrow(BrokenWeights)
  })
})
