import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openModel, type Read, readForms } from '../model'
import { makeWeights, SMALL } from './weights-fixture'

const file = makeWeights(SMALL, 7)
const model = openModel(file)

const OWN = [
  'The heart pumps blood , and valves keep it from flowing back .',
  'Does a law of 1918 bind the judges in 2026 ?',
  '“ Wait , ” Mary said .',
  'Feet',
  'HEARTS PUMP',
].map((words) => words.split(' '))

/** One root, and from every word a way to it. */
function expectTree(read: readonly Read[]): void {
  expect(read.filter(({ head }) => head === -1)).toHaveLength(1)
  read.forEach((_, index) => {
    let at = index
    for (let steps = 0; at >= 0 && steps <= read.length; steps++) at = read[at]?.head ?? -1
    expect(at).toBe(-1)
  })
}

const form = fc.oneof(
  fc.constantFrom('the', 'heart', 'pumps', ',', ';', '.', 'Law', '1918', 'don', '’t', '“', 'é', ''),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const sentences = fc.array(fc.array(form, { maxLength: 30 }), { maxLength: 20 })

describe('the net', () => {
  it('makes of any forms a tree, with probabilities', () => {
    fc.assert(
      fc.property(sentences, (given) => {
        const read = readForms(given, model)
        expect(read.map(({ length }) => length)).toEqual(given.map(({ length }) => length))
        for (const words of read) {
          if (words.length > 0) expectTree(words)
          for (const word of words) {
            const { uposProbability, headProbability, relationProbability, rivals } = word
            const rest = rivals.map(({ probability }) => probability)
            for (const p of [uposProbability, headProbability, relationProbability, ...rest]) {
              expect(p).toBeGreaterThanOrEqual(0)
              expect(p).toBeLessThanOrEqual(1)
            }
            expect(word.relation === 'root').toBe(word.head === -1)
            const said = [word.head, ...rivals.map(({ head }) => head)]
            expect(new Set(said).size).toBe(said.length)
            expect(headProbability + rest.reduce((sum, p) => sum + p, 0)).toBeLessThan(1 + 1e-9)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('reads a sentence the same alone and among others', () => {
    fc.assert(
      fc.property(sentences, (given) => {
        const alone = given.map((forms) => readForms([forms], model)[0])
        expect(readForms(given, model)).toEqual(alone)
      }),
      { numRuns: 30 },
    )
  })

  it('reads the same without vectors, bit for bit', () => {
    const plain = openModel(file, 'plain')
    fc.assert(
      fc.property(sentences, (given) => {
        expect(readForms(given, model)).toEqual(readForms(given, plain))
      }),
      { numRuns: 30 },
    )
  })

  it('reads the same on every machine: the digest of a reading', () => {
    const read = readForms(OWN, model)
    const digest = bytesToHex(sha256(utf8ToBytes(JSON.stringify(read))))
    expect(digest).toBe('01e09d03279f7ae8bbbfa4d0700776eadf1f94a3545d4990208cdb60a4255d10')
  })

  it('reads what is far too long in parts, as one tree', () => {
    const words = Array.from({ length: 1000 }, (_, k) => (k % 40 === 39 ? ';' : `word${k % 17}`))
    const [read = []] = readForms([words], model)
    expect(read).toHaveLength(1000)
    expectTree(read)
    const joins = read.filter(({ headProbability, head }) => head >= 0 && headProbability === 0)
    // Parts of 120 words each: the last semicolon within reach.
    expect(joins).toHaveLength(8)
    expect(new Set(joins.map(({ relation }) => relation))).toEqual(new Set(['parataxis']))
  })
})
