import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '@/lib/core/text/read-source'
import type { Span } from '@/lib/core/text/source'
import type { SegmentedText } from './passage'
import { segment } from './segment'

/** Pieces that mean something to a reader of texts, in every order, and any characters between. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'\n \t.!?…“”‘’"\'()[]*_`#->|~:,–\\'.split('')) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        '\n\n',
        '\r\n',
        '---\n',
        '# ',
        '1. ',
        '2. ',
        '(a) ',
        '- ',
        '> ',
        '```\n',
        '<!--',
        '-->',
        '](',
        '. . .',
      ],
      ...[
        'Written: 1911\n',
        'The End',
        'Contents\n\n',
        'Dr.',
        'V.M.',
        'p.m.',
        'said',
        'Lund asked',
        'title: x\n',
      ],
      ...[
        '*** START OF THE PROJECT GUTENBERG EBOOK\n',
        '*** END OF THE ',
        'word',
        'Word ',
        '|a|\n',
        '\u2028',
        '\u{1F30A}',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const anyBody = fc.array(part, { maxLength: 120 }).map((parts) => parts.join(''))
const anyName = fc.constantFrom('a.txt', 'a.md', '')

function inOrder(spans: readonly Span[]): void {
  let last = 0
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
}

function checkBlocks({ source, sections, blocks }: SegmentedText): void {
  inOrder(blocks)
  blocks.forEach((block, i) => {
    const section = sections[block.section]
    expect(block.index).toBe(i)
    expect(section && section.start <= block.start && block.end <= section.end).toBe(true)
    expect(block.contentStart).toBeGreaterThanOrEqual(block.start)
    expect(block.contentStart).toBeLessThanOrEqual(block.end)
    expect(/^\s|\s$/.test(source.body.slice(block.start, block.end))).toBe(false)
  })
  let covered = 0
  for (const section of sections) {
    expect(section.start).toBe(covered)
    covered = section.end
  }
  if (blocks.length > 0) expect(covered).toBe(source.body.length)
}

/** Every character that is not white space stands in a block. */
function checkNothingLost({ source, blocks }: SegmentedText): void {
  let rest = source.body
  for (const { start, end } of [...blocks].reverse()) rest = rest.slice(0, start) + rest.slice(end)
  expect(rest.trim()).toBe('')
}

function checkSentences({ source, blocks, sentences }: SegmentedText): void {
  inOrder(sentences)
  for (const block of blocks) {
    const own = sentences.filter((s) => s.block === block.index)
    const read = block.kind === 'paragraph' || block.kind === 'listItem'
    if (!read) expect(own).toEqual([])
    else {
      const words = own.map((s) => source.body.slice(s.start, s.end)).join('')
      const content = source.body.slice(block.contentStart, block.end)
      expect(words.replace(/\s/g, '')).toBe(content.replace(/\s/g, ''))
      for (const s of own) expect(s.start >= block.contentStart && s.end <= block.end).toBe(true)
    }
  }
}

function checkQuotations({ quotations, source }: SegmentedText): void {
  quotations.forEach((quotation, i) => {
    expect(quotation.end).toBeLessThanOrEqual(source.body.length)
    expect(/["“„«‘'’]/.test(source.body[quotation.start] ?? '')).toBe(true)
    const parent = quotation.parent === null ? null : quotations[quotation.parent]
    expect(quotation.depth).toBe(parent ? parent.depth + 1 : 0)
    if (parent) expect(parent.start < quotation.start && quotation.end <= parent.end).toBe(true)
    for (const other of quotations.slice(i + 1)) {
      const apart = other.start >= quotation.end
      expect(apart || other.end <= quotation.end).toBe(true)
    }
  })
}

describe('laws of segmentation, for any text at all', () => {
  it('blocks stand in order, apart, inside their sections, and lose no word', () => {
    fc.assert(
      fc.property(anyBody, anyName, (body, fileName) => {
        const text = segment(readSource(body, { fileName }))
        checkBlocks(text)
        checkNothingLost(text)
      }),
      { numRuns: 400 },
    )
  })

  it('sentences lie in their blocks and cover their words', () => {
    fc.assert(
      fc.property(anyBody, anyName, (body, fileName) =>
        checkSentences(segment(readSource(body, { fileName }))),
      ),
      { numRuns: 400 },
    )
  })

  it('quotations nest and never cross', () => {
    fc.assert(
      fc.property(anyBody, anyName, (body, fileName) =>
        checkQuotations(segment(readSource(body, { fileName }))),
      ),
      { numRuns: 400 },
    )
  })

  it('the same text gives the same passages', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(segment(readSource(body))).toEqual(segment(readSource(body)))
      }),
      { numRuns: 50 },
    )
  })

  it('one line of two megabytes is cut like any other', () => {
    const body = 'The lamp burned all night. '.repeat(74_000).trim()
    const text = segment(readSource(body))
    expect(body.length).toBeGreaterThan(1_990_000)
    expect(text.sentences).toHaveLength(74_000)
    const unbroken = segment(readSource('x'.repeat(2_000_000)))
    expect(unbroken.sentences).toHaveLength(1)
  })
})
