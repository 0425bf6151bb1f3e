import { describe, expect, it } from 'vitest'
import { readGoldSet } from './gold-set'

const fact = {
  fact: 'The Herald had an editor.',
  type: 'person',
  importance: 3,
  evidence: ['Herald'],
  answer: ['Berg'],
}
const set = { text: 'own-page', where: 'own', half: 'develop', facts: [fact] }
const problems = (value: unknown): readonly string[] => {
  const read = readGoldSet(JSON.stringify(value), 'own-page.json')
  return read.ok ? [] : read.problems
}
const withFact = (change: object) => problems({ ...set, facts: [fact, { ...fact, ...change }] })

describe('a gold set', () => {
  it('is read', () => {
    expect(problems(set)).toEqual([])
    expect(withFact({ type: 'list', answer: undefined, elements: [['a'], ['b']] })).toEqual([])
  })

  it.each([
    [{ importance: 4 }, /^own-page\.json: fact 2 \(The Herald had an editor\.\), importance: /],
    [{ type: 'rumour' }, /fact 2 .*, type: /],
    [{ evidence: [] }, /fact 2 .*, evidence: /],
    [{ evidence: ['a b c d e f g'] }, /fact 2 .*, evidence\.0: a key has at most 6 words/],
    [{ evidence: ['a b c d e', 'a b c d e', 'a b c'] }, /the keys have at most 12 words in all/],
    [{ answer: undefined }, /fact 2 .*, answer: every fact but a list has an answer/],
    [{ type: 'list' }, /fact 2 .*, elements: a list has elements/],
    [{ note: 'x' }, /fact 2 .*: .*note/],
  ])('says which fact is wrong, and what: %j', (change, said) => {
    expect(withFact(change).join('\n')).toMatch(said)
  })

  it('says what is wrong with the rest', () => {
    expect(problems({ ...set, half: 'both' }).join()).toMatch(/^own-page\.json: half: /)
    expect(readGoldSet('{', 'x.json')).toMatchObject({ ok: false })
  })
})
