import { describe, expect, it } from 'vitest'
import { type Judgement, judgementLines, readJudgements, saidHash } from './judgement'

const one: Judgement = {
  item: '0123456789abcdef',
  text: 'own-page',
  reader: 'a',
  verdict: 'good',
  construction: 'when-did',
}
const read = (lines: string) => readJudgements(lines, 'own-page.jsonl')

describe('judgements', () => {
  it('are lines that are read back as they were, sorted by item and reader', () => {
    const later: Judgement = {
      ...one,
      item: 'fedcba9876543210',
      features: { said: 0.5, rivals: 1 },
    }
    const lines = judgementLines([later, { ...one, reader: 'b' }, one])
    expect(read(lines)).toEqual({ ok: true, judgements: [one, { ...one, reader: 'b' }, later] })
  })

  it('are replaced by what the same reader says later', () => {
    expect(read(judgementLines([one, { ...one, verdict: 'wrong' }]))).toEqual({
      ok: true,
      judgements: [{ ...one, verdict: 'wrong' }],
    })
  })

  it.each([
    ['{', /^own-page\.jsonl, line 2: /],
    [JSON.stringify({ ...one, item: 'x' }), /line 2: sixteen hexadecimal digits/],
    [JSON.stringify({ ...one, verdict: 'nice' }), /line 2: /],
    [JSON.stringify({ ...one, reason: 'words of a text' }), /line 2: /],
  ])('say which line is wrong: %s', (line, said) => {
    const found = read(`${judgementLines([one])}${line}\n`)
    expect(found.ok ? '' : found.problems.join()).toMatch(said)
  })
})

describe('the hash of an item', () => {
  const said = { question: 'Who?', answer: 'Anna Berg', elements: [] }
  it('changes with what the item says, and with the text, alone', () => {
    const other = { key: 'x', text: 'the Hall', accept: [] }
    const hashes = [
      saidHash('a', said),
      saidHash('b', said),
      saidHash('a', { ...said, question: 'Who is it?' }),
      saidHash('a', { ...said, answer: 'Berg' }),
      saidHash('a', { ...said, elements: [other] }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(saidHash('a', { ...said })).toBe(hashes[0])
    expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/)
  })
})
