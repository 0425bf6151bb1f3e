import { describe, expect, it } from 'vitest'
import { type CoverCount, coverWords } from './cover-words'

const count = (
  passages: number,
  none: [CoverCount['none'][number]['sort'], number][],
): CoverCount => ({
  passages,
  found: passages - none.reduce((sum, [, n]) => sum + n, 0),
  none: none.map(([sort, n]) => ({ sort, passages: n })),
})

describe('the line on how much of a text is asked about', () => {
  it('counts the passages with items, and why others have none', () => {
    expect(
      coverWords(
        count(1_020, [
          ['nothing', 500],
          ['around', 8],
        ]),
      ),
    ).toBe(
      'Items were found in 512 of 1,020 passages. Of the other 508, 500 hold nothing to ask for and 8 need the text around them.',
    )
  })

  it('gathers what is rarer than the two commonest reasons', () => {
    const none: Parameters<typeof count>[1] = [
      ['nothing', 5],
      ['unsure', 4],
      ['around', 3],
      ['prose', 2],
      ['elsewhere', 1],
    ]
    expect(coverWords(count(20, none))).toMatch(
      /5 hold nothing to ask for, 4 gave no sure question and 6 have other reasons\.$/,
    )
  })

  it('is grammatical where there is one, and where there is none', () => {
    expect(coverWords(count(0, []))).toBe('')
    expect(coverWords(count(1, []))).toBe('Items were found in its one passage.')
    expect(coverWords(count(2, []))).toBe('Items were found in both passages.')
    expect(coverWords(count(9, []))).toBe('Items were found in all 9 passages.')
    expect(coverWords(count(9, [['nothing', 1]]))).toBe(
      'Items were found in 8 of 9 passages. The other holds nothing to ask for.',
    )
    expect(coverWords(count(9, [['nothing', 2]]))).toBe(
      'Items were found in 7 of 9 passages. The other 2 hold nothing to ask for.',
    )
    expect(coverWords(count(1, [['unsure', 1]]))).toBe(
      'No items were found in its one passage: it gave no sure question.',
    )
    expect(coverWords(count(2, [['prose', 2]]))).toBe(
      'No items were found in its 2 passages: they are not English prose.',
    )
    expect(
      coverWords(
        count(3, [
          ['prose', 2],
          ['nothing', 1],
        ]),
      ),
    ).toBe(
      'No items were found in its 3 passages: 2 are not English prose and 1 holds nothing to ask for.',
    )
  })
})
