import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '@/lib/core/text/read-source'
import { chapterAt, chaptersOf } from './chapters'
import { partsOf, textOfPart } from './parts'
import { segment } from './segment'

const MILL = 'The mill was built in 1790 by a farmer of the next village. He said, “It is mine.”'
const paragraphs = (n: number) => Array.from({ length: n }, () => MILL).join('\n\n')
const BOOK = `# The Valley

A few words before the first chapter, by the one who wrote it.

## Mills

${paragraphs(3)}

### Wheels

${paragraphs(2)}

## Notes

${MILL}

## Weirs

${paragraphs(2)}

## Notes

${MILL}
`
const read = (body: string) => segment(readSource(body, { fileName: 'valley.md' }))

describe('chapters', () => {
  it('are the topmost sections of which there are several, and cover the text', () => {
    const text = read(BOOK)
    const chapters = chaptersOf(text.sections)
    expect(chapters.map(({ title }) => title)).toEqual(['', 'Mills', 'Notes', 'Weirs', 'Notes (2)'])
    expect(chapters.map(({ end }) => end).slice(0, -1)).toEqual(
      chapters.slice(1).map(({ start }) => start),
    )
    expect([chapters[0]?.start, chapters.at(-1)?.end]).toEqual([0, BOOK.length])
    const wheels = BOOK.indexOf('### Wheels')
    expect(chapterAt(chapters, wheels)?.title).toBe('Mills')
  })

  it('are none where there is one heading, or hundreds', () => {
    expect(chaptersOf(read(`# One\n\n## Only\n\n${MILL}`).sections)).toEqual([])
    const words = Array.from({ length: 150 }, (_, i) => `## Word ${i}\n\n${MILL}`)
    expect(chaptersOf(read(words.join('\n\n')).sections)).toEqual([])
  })
})

describe('parts', () => {
  it('are the chapters, a long one cut at its headings', () => {
    const text = read(BOOK)
    const whole = partsOf(text, 1_000)
    expect(whole.map(({ chapter }) => chapter)).toEqual([
      '',
      'Mills',
      'Notes',
      'Weirs',
      'Notes (2)',
    ])
    const cut = partsOf(text, 70)
    expect(cut.map(({ chapter }) => chapter)).toEqual([
      '',
      'Mills',
      'Mills',
      'Notes',
      'Weirs',
      'Notes (2)',
    ])
    expect(cut[2]?.blocks[0]).toMatchObject({ kind: 'heading' })
  })

  it('cut also a text without a paragraph, at its sentences', () => {
    const line = Array.from({ length: 50 }, () => 'The mill was built in 1790.').join(' ')
    const parts = partsOf(read(line), 60)
    expect(parts).toHaveLength(5)
    for (const { words } of parts) expect(words).toBe(60)
  })

  it('hold every sentence and every word once, in their order, in the same places', () => {
    const headed = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(
        fc.array(headed, { maxLength: 6 }),
        fc.integer({ min: 5, max: 80 }),
        (all, most) => {
          const sections = all.map(
            ([level, n], i) => `${'#'.repeat(level)} Part ${i}\n\n${paragraphs(n)}`,
          )
          const text = read([MILL, ...sections].join('\n\n'))
          const texts = partsOf(text, most).map((part) => textOfPart(text, part))
          const spans = texts.flatMap(({ sentences }) =>
            sentences.map(({ start, end }) => [start, end]),
          )
          expect(spans).toEqual(text.sentences.map(({ start, end }) => [start, end]))
          const prose = (of: typeof text) =>
            of.blocks.filter((block) => block.kind !== 'boilerplate')
          expect(texts.flatMap(prose).length).toBeGreaterThanOrEqual(texts.length)
          for (const part of texts) {
            expect(part.blocks.map(({ index }) => index)).toEqual([...part.blocks.keys()])
            part.sentences.forEach((sentence, i) => {
              const block = part.blocks[sentence.block]
              expect(sentence.index).toBe(i)
              expect(
                block && block.contentStart <= sentence.start && sentence.end <= block.end,
              ).toBe(true)
            })
            for (const { parent } of part.quotations) expect(parent).toBeNull()
          }
          expect(texts.flatMap(({ quotations }) => quotations)).toHaveLength(text.quotations.length)
        },
      ),
    )
  })
})
