import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceAt, findEvidence } from './evidence'
import { EVIDENCE_CONTEXT, Evidence } from './item'

const BODY = `The harbour of Hull lost 40 per cent of its boats in the storm of 1874. The town rebuilt the mole in two years.

The harbour of Whitby lost 40 per cent of its boats as well, but nobody rebuilt anything there for a decade.`

function at(body: string, quote: string, nth = 0) {
  let start = body.indexOf(quote)
  for (let i = 0; i < nth; i++) start = body.indexOf(quote, start + 1)
  return evidenceAt(body, { start, end: start + quote.length })
}

describe('evidence', () => {
  it('has the quote and what stands around it', () => {
    const evidence = at(BODY, '40 per cent')
    expect(evidence.quote).toBe('40 per cent')
    expect(evidence.before).toBe('The harbour of Hull lost ')
    expect(evidence.after).toHaveLength(EVIDENCE_CONTEXT)
    expect(() => evidenceAt(BODY, { start: 5, end: 5 })).toThrow(RangeError)
    expect(() => evidenceAt(BODY, { start: 5, end: BODY.length + 1 })).toThrow(RangeError)
  })

  it('never halves a character at its edges', () => {
    const wave = '\u{1F30A}'
    const body = `${wave.repeat(40)}x${wave.repeat(40)}`
    const { before, after } = evidenceAt(body, { start: 80, end: 81 })
    expect(/\p{Surrogate}/u.test(before + after)).toBe(false)
    const odd = evidenceAt(`a${body}`, { start: 81, end: 82 })
    expect(/\p{Surrogate}/u.test(odd.before + odd.after)).toBe(false)
  })
})

describe('finding evidence again', () => {
  it('finds it in the same text, at the same place', () => {
    for (const nth of [0, 1]) {
      const evidence = at(BODY, 'lost 40 per cent of its boats', nth)
      expect(findEvidence(evidence, BODY)).toEqual(evidence)
    }
  })

  it('follows it when the text grows or shrinks before it', () => {
    const evidence = at(BODY, '40 per cent', 1)
    for (const body of [`A new beginning.\n\n${BODY}`, BODY.replace(/^.*?\. /, '')]) {
      const found = findEvidence(evidence, body)
      expect(found && body.slice(found.start, found.end)).toBe('40 per cent')
      expect(found?.before.endsWith('Whitby lost ')).toBe(true)
    }
  })

  it('tells two places apart by what stands around them, even in another order', () => {
    const evidence = at(BODY, '40 per cent', 0)
    const turned = BODY.split('\n\n').reverse().join('\n\n')
    expect(findEvidence(evidence, turned)?.before).toContain('Hull')
  })

  it('takes the nearest of places that are all alike', () => {
    const line = 'The lamp was lit at nine.\n'
    const body = line.repeat(9)
    const evidence = at(body, 'at nine', 4)
    expect(findEvidence(evidence, body)?.start).toBe(evidence.start)
  })

  it('forgives spacing, quotation marks and dashes, and then has the new characters', () => {
    const old =
      'She said “the sea gives and the sea takes” – and the keeper’s lamp went out at once.'
    const edited =
      'She said "the sea gives\nand the sea  takes" - and the keeper\'s lamp went out at once.'
    const found = findEvidence(
      at(old, '“the sea gives and the sea takes” – and the keeper’s'),
      edited,
    )
    expect(found?.quote).toBe('"the sea gives\nand the sea  takes" - and the keeper\'s')
    expect(found && edited.slice(found.start, found.end)).toBe(found?.quote)
  })

  it('is gone when its words are gone or changed', () => {
    const evidence = at(BODY, 'lost 40 per cent of its boats in the storm of 1874')
    expect(findEvidence(evidence, BODY.replace('40', '41'))).toBeNull()
    expect(findEvidence(evidence, BODY.split('\n\n')[1] ?? '')).toBeNull()
    expect(findEvidence(evidence, '')).toBeNull()
  })

  it('does not take the same few words of another place for its own', () => {
    const evidence = at(BODY, '40 per cent', 0)
    expect(findEvidence(evidence, 'In Leith they kept 40 per cent (of the sails).')).toBeNull()
  })

  it('always shows the words of the text it is found in', () => {
    const words = fc.array(
      fc.constantFrom('sea', 'lamp', '“oil”', "'wick'", '–', '.', '(', '*', '\n', '\u{1F30A}'),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (oldWords, newWords, a, b) => {
        const body = oldWords.join(' ')
        const start = a % body.length
        const evidence = evidenceAt(body, { start, end: start + 1 + (b % (body.length - start)) })
        expect(findEvidence(evidence, body)).toEqual(evidence)
        const edited = newWords.join(' ')
        const found = findEvidence(evidence, edited)
        if (found) {
          expect(Evidence.safeParse(found).success).toBe(true)
          expect(edited.slice(found.start, found.end)).toBe(found.quote)
        }
      }),
      { numRuns: 300 },
    )
  })
})
