import { describe, expect, it } from 'vitest'
import { itemOf } from '@/lib/core/generate/measure/item-fixture'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { readSheet, sheetOf } from './sheet'

const BODY = `# News

Anna Berg edited the
Herald in 1900. verdict: it was small.

It ended in 1912.`
const text = segment(readSource(BODY))
const HASHES = ['0123456789abcdef', 'fedcba9876543210'] as const
const items = [
  itemOf(BODY, {
    question: 'When did Anna Berg edit the Herald?',
    answer: '1900',
    accept: ['in 1900'],
    options: ['1900', '1901', '1912'],
    quote: 'Anna Berg edited the\nHerald in 1900.',
  }),
  itemOf(BODY, {
    question: 'Name both.',
    answer: 'both',
    elements: ['1900', '1912'],
    quote: 'It ended',
  }),
]
const sheet = sheetOf(
  items.map((item, i) => ({ hash: HASHES[i] ?? '', name: 'own-page', text, item })),
  'sheet.txt.key.json',
)
const judgedAs = (...verdicts: readonly string[]): string =>
  verdicts.reduce((all, verdict) => all.replace(/^verdict:$/m, `verdict: ${verdict}`), sheet)

describe('a sheet', () => {
  it('shows an item with its passage, and nothing of how it was made', () => {
    expect(sheet).toContain(`=== 1 · ${HASHES[0]} · own-page
asked as: typed, choice
question: When did Anna Berg edit the Herald?
answer: 1900
also accepted: in 1900
options: 1900 | 1901 | 1912
passage: Anna Berg edited the Herald in 1900. verdict: it was small.
verdict:
`)
    expect(sheet).toContain('  1. 1900\n  2. 1912\n')
    expect(sheet).not.toMatch(/by-hand|0\.9/)
  })

  it('comes back with a verdict for each item, and reasons that are left alone', () => {
    expect(readSheet(judgedAs('good', 'Ambiguous: either would do'))).toEqual({
      judged: [
        { hash: HASHES[0], name: 'own-page', verdict: 'good' },
        { hash: HASHES[1], name: 'own-page', verdict: 'ambiguous' },
      ],
      open: 0,
      key: 'sheet.txt.key.json',
      problems: [],
    })
  })

  it('may be answered in a file of its own, an item a line', () => {
    const answers = `key: sheet.txt.key.json\n${HASHES[0]} good\n${HASHES[1]}: Wrong, it ended in 1913\n`
    expect(readSheet(answers)).toEqual({
      judged: [
        { hash: HASHES[0], name: null, verdict: 'good' },
        { hash: HASHES[1], name: null, verdict: 'wrong' },
      ],
      open: 0,
      key: 'sheet.txt.key.json',
      problems: [],
    })
    expect(readSheet(`${HASHES[0]} nice\n`).problems.join()).toContain('“nice” is none of')
    expect(readSheet(`${HASHES[0]} good\n${HASHES[0]} wrong`).problems).toHaveLength(1)
  })

  it('says how many are still open', () => {
    expect(readSheet(judgedAs('good'))).toMatchObject({ open: 1, problems: [] })
  })

  it('says which line is wrong', () => {
    expect(readSheet(judgedAs('nice')).problems.join()).toMatch(
      /^Line \d+: “nice” is none of grammar/,
    )
    expect(readSheet(`verdict: good\n${sheet}`).problems).toEqual([
      'Line 1: a verdict stands before the first item.',
    ])
    expect(readSheet(sheet + sheet).problems).toHaveLength(2)
    const twice = judgedAs('good').replace('verdict: good', 'verdict: good\nverdict: wrong')
    expect(readSheet(twice).problems.join()).toContain('has a verdict already')
  })
})
