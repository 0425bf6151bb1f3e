import { expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { countCover, coverageOf, isCovered } from './coverage'

const BODY = `# The Valley

The mill was built by Rosa Lindt in 1874.

It ground rye. She sold it to them.

- Fernby, the upper village
- Dunmore, the lower one
`
const { blocks } = segment(readSource(BODY, { fileName: 'valley.md' }))
const on = (words: string) => {
  const start = BODY.indexOf(words)
  return [{ start, end: start + words.length }]
}

it('says of each passage what is on it, and why there is nothing more', () => {
  const mill = blocks.findIndex((block) => BODY.startsWith('The mill', block.start))
  const cover = coverageOf({
    blocks,
    items: [
      { status: 'kept', evidence: [...on('Rosa Lindt'), ...on('upper village')] },
      { status: 'proposed', evidence: on('1874') },
      { status: 'rejected', evidence: on('She sold it to them.') },
      { status: 'retired', evidence: on('lower') },
    ],
    dropped: new Map([
      [mill, []],
      [mill + 1, [['points outside the sentence', 2] as const, ['too short', 1] as const]],
      [mill + 3, [['what a later version says', 1] as const]],
    ]),
  })
  const seen = cover.map(({ kept, proposed, rejected }) => [kept, proposed, rejected])
  expect(seen).toEqual([
    [1, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
    [0, 0, 0],
  ])
  expect(cover.map(isCovered)).toEqual([true, false, true, false])
  expect(countCover(cover)).toEqual({
    passages: 4,
    found: 3,
    none: [{ sort: 'unknown', passages: 1 }],
  })
  expect(cover.map(({ sort }) => sort)).toEqual(['nothing', 'around', 'unknown', 'unknown'])
  expect(cover[0]?.why).toBe('Nothing was found in it that could be asked for.')
  expect(cover[1]?.why).toBe('The sentence points back to something said before.')
  expect(cover[2]?.why).toMatch(/^Why is not known/)
  expect(cover[3]?.why).toBe(cover[2]?.why)
})
