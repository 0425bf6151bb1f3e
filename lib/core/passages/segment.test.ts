import { describe, expect, it } from 'vitest'
import { readSource } from '@/lib/core/text/read-source'
import { segment } from './segment'

const PROSE =
  'The keeper climbed the stairs every evening and lit the lamp before the boats came home. In winter the lamp burned for sixteen hours, and the oil had to be carried up twice.'

function read(body: string, fileName = 'lamps.txt') {
  const text = segment(readSource(body, { fileName }))
  const of = (span: { start: number; end: number }) => body.slice(span.start, span.end)
  return { ...text, of, outline: text.blocks.map((b) => `${b.kind}: ${of(b).slice(0, 40)}`) }
}

describe('plain text', () => {
  it('has a title, headings and paragraphs', () => {
    const { outline, sections } = read(
      `Coastal Lights\n\n${PROSE}\n\nTHE FIRST LAMPS\n\n${PROSE}\n\nA Harbour without a Light\n\n${PROSE}\n\nWhy the oil ran out\n\n${PROSE}`,
    )
    expect(outline.map((line) => line.split(':')[0])).toEqual([
      'title',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ])
    expect(sections.map((s) => [s.level, s.title])).toEqual([
      [1, ''],
      [2, 'THE FIRST LAMPS'],
      [3, 'A Harbour without a Light'],
      [3, 'Why the oil ran out'],
    ])
  })

  it('takes quoted and numbered lines for headings', () => {
    const { sections } = read(
      `${PROSE}\n\n“The Sea Gives; The Sea Takes ...”\n\n${PROSE}\n\nChapter 2\n\n${PROSE}\n\n2.1 Oil and Wicks\n\n${PROSE}`,
    )
    expect(sections.map((s) => [s.level, s.title])).toEqual([
      [1, ''],
      [2, '“The Sea Gives; The Sea Takes ...”'],
      [2, 'Chapter 2'],
      [3, '2.1 Oil and Wicks'],
    ])
  })

  it('takes no short paragraph for a heading', () => {
    const { blocks } = read(
      `${PROSE}\n\nNobody came.\n\nHe wrote:\n\nThe Lamp Burns Low\n\n${PROSE}\n\nWith regards,\n\n${PROSE}\n\nAda Quill`,
    )
    expect(blocks.every((b) => b.kind === 'paragraph')).toBe(true)
  })

  it('takes a run of short lines for no headings at all', () => {
    const names = ['Ada Quill', 'Oskar Lund', 'Eva Brandt', 'Tom Weir', 'Ida Adair'].join('\n\n')
    expect(read(`${PROSE}\n\n${names}\n\n${PROSE}`).sections).toHaveLength(1)
  })

  it('joins the lines that were wrapped by hand', () => {
    const { blocks, sentences, of } = read(
      'The keeper climbed the stairs\nevery evening and lit the lamp. Then\nhe slept.\n\nNobody knew.',
    )
    expect(blocks).toHaveLength(2)
    expect(sentences.map(of)).toEqual([
      'The keeper climbed the stairs\nevery evening and lit the lamp.',
      'Then\nhe slept.',
      'Nobody knew.',
    ])
  })

  it('takes every long line for a paragraph where no blank lines part them', () => {
    const { outline } = read(`Coastal Lights\n${PROSE}\nThe First Lamps\n${PROSE}\n${PROSE}`)
    expect(outline.map((line) => line.split(':')[0])).toEqual([
      'title',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('makes a list item of each number, with the lines that go on', () => {
    const { blocks, sentences, of } = read(
      `${PROSE}\n\nThe rules are:\n\n  1. Fill the lamp.\n  2. Trim the wick,\n     but not too short.\n  2. Wait.\n\n${PROSE}`,
    )
    const items = blocks.filter((b) => b.kind === 'listItem')
    expect(items.map((b) => b.marker)).toEqual(['1.', '2.', '2.'])
    const words = sentences.filter((s) => items.some((b) => b.index === s.block)).map(of)
    expect(words).toEqual(['Fill the lamp.', 'Trim the wick,\n     but not too short.', 'Wait.'])
  })

  it('makes list items of bullets, letters and numbered paragraphs', () => {
    const markers = (body: string) =>
      read(body).blocks.flatMap((b) => (b.kind === 'listItem' ? [b.marker] : []))
    expect(markers(`${PROSE}\n\n• oil\n• wicks\n\n${PROSE}`)).toEqual(['•', '•'])
    expect(markers(`${PROSE}\n\n(a) oil\n(b) wicks`)).toEqual(['(a)', '(b)'])
    expect(markers(`${PROSE}\n\ni. oil\nii. wicks\niii. glass`)).toEqual(['i.', 'ii.', 'iii.'])
    expect(markers(`${PROSE}\n\n1. ${PROSE}\n\n2. ${PROSE}`)).toEqual(['1.', '2.'])
  })

  it('makes no list of an initial, a date or a dash of talk', () => {
    const { blocks } = read(
      `E. Brandt lit the lamp.\n\n12. May was a cold day in that year.\n\n– Is it far? she asked.\n\n– Two days, he said.`,
    )
    expect(blocks.every((b) => b.kind === 'paragraph')).toBe(true)
  })

  it('leaves out records, page numbers, links, contents and the last lines', () => {
    const { outline } = read(
      `Ada Quill\n\nThe Lamp\n\nWritten: 1911, Hull\nTranscription: B. Reader.\n\nContents\n\nThe First Lamps ..... 3\nThe Oil ..... 9\n\nThe First Lamps\n\n${PROSE}\n\n- 12 -\n\n${PROSE}\n\nhttps://lamps.example/index.html\n\n* * *\n\n[Illustration: a lamp]\n\n${PROSE}\n\nCopyright © 1911 Ada Quill\n\nLast updated on: 3.4.2011`,
    )
    expect(outline.map((line) => line.split(':')[0])).toEqual([
      'title',
      'title',
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'heading',
      'paragraph',
      'boilerplate',
      'paragraph',
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'paragraph',
      'boilerplate',
      'boilerplate',
    ])
  })

  it('ends a table of contents where its first entry comes again', () => {
    const wrapped =
      'The keeper climbed the stairs every evening and lit\nthe lamp before the boats came home.'
    const { outline } = read(
      `The Lamp\n\nContents\n\nI. THE FIRST LAMPS      1\nII. THE OIL      14\n\nCHAPTER I.\n\nTHE FIRST LAMPS\n\n${wrapped}\n\nCHAPTER II.\n\nTHE OIL\n\n${wrapped}`,
    )
    expect(outline.slice(1, 8).map((line) => line.split('\n')[0])).toEqual([
      'boilerplate: Contents',
      'boilerplate: I. THE FIRST LAMPS      1',
      'boilerplate: II. THE OIL      14',
      'heading: CHAPTER I.',
      'heading: THE FIRST LAMPS',
      'paragraph: The keeper climbed the stairs every even',
      'heading: CHAPTER II.',
    ])
    const bare = read(`Contents\n\nOil\n\nGlass\n\nA Harbour without Light\n\n${PROSE}`)
    expect(bare.outline.at(-2)).toBe('heading: A Harbour without Light')
  })

  it('goes on with the text after a list without a blank line', () => {
    const { outline } = read(
      `The parts of a lamp are set out here in the order of use.\n- oil\n- wick\n- glass\nEvery part is cleaned by the keeper before the night begins.`,
    )
    expect(outline.map((line) => line.split(':')[0])).toEqual([
      'paragraph',
      'listItem',
      'listItem',
      'listItem',
      'paragraph',
    ])
  })

  it('takes a first line that could have held more for the title', () => {
    const { outline } = read(
      `On lamps\nThe keeper climbed the stairs every evening and lit\nthe lamp before the boats came home.`,
    )
    expect(outline).toEqual([
      'title: On lamps',
      'paragraph: The keeper climbed the stairs every even',
    ])
  })

  it('leaves out what a library put around a text', () => {
    const { blocks, of } = read(
      `Title: The Lamp\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\nThe Lamp\n\n${PROSE}\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\n${PROSE}`,
    )
    expect(blocks.map((b) => b.kind)).toEqual(['boilerplate', 'title', 'paragraph', 'boilerplate'])
    const last = blocks[3]
    expect(last && of(last).startsWith('*** END')).toBe(true)
  })

  it('has a record in the middle of a text as prose', () => {
    const { blocks } = read(`${PROSE}\n\nWritten: a word that he liked to stress.\n\n${PROSE}`)
    expect(blocks.map((b) => b.kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('counts the words that are read', () => {
    expect(read('The Lamp\n\nIt is – as ever – lit.\n\n- 12 -\n\nNobody sleeps.').words).toBe(9)
  })

  it('finds a quotation that a heading interrupts', () => {
    const { quotations, of } = read(
      `He said:\n\n“It began in May, and nobody saw it coming.\n\nThe Long Winter\n\n“It ended in June. ${PROSE}”\n\n${PROSE}`,
    )
    expect(quotations).toHaveLength(1)
    const [quotation] = quotations
    expect(quotation && of(quotation).startsWith('“It began')).toBe(true)
    expect(quotation && of(quotation).endsWith('twice.”')).toBe(true)
  })
})

describe('markdown', () => {
  const kinds = (body: string) => read(body, 'lamps.md').blocks.map((b) => b.kind)

  it('has headings of both styles, with their words as titles', () => {
    const { sections, blocks } = read(
      `---\ntitle: The Lamp\n---\n\n# The *Lamp*\n\n${PROSE}\n\n## Oil and [wicks](x.md) ##\n${PROSE}\n\nGlass\n-----\n\n${PROSE}`,
      'lamps.md',
    )
    expect(blocks.map((b) => b.kind)).toEqual([
      'boilerplate',
      'title',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ])
    expect(sections.map((s) => [s.level, s.title])).toEqual([
      [1, ''],
      [2, 'Oil and wicks'],
      [2, 'Glass'],
    ])
  })

  it('has chapters where it has several headings of the first level', () => {
    const chapters = `# Oil\n\n${PROSE}\n\n# Wicks\n\n${PROSE}`
    const heads = (body: string) => read(body, 'lamps.md').sections.map((s) => [s.level, s.title])
    expect(heads(chapters)).toEqual([
      [1, 'Oil'],
      [1, 'Wicks'],
    ])
    expect(kinds(chapters)).toEqual(['heading', 'paragraph', 'heading', 'paragraph'])
    // The first says what front matter says: it heads the whole.
    expect(heads(`---\ntitle: The lamp\n---\n\n# The *Lamp*\n\n${PROSE}\n\n${chapters}`)).toEqual([
      [1, ''],
      [1, 'Oil'],
      [1, 'Wicks'],
    ])
  })

  it('has list items, tight and loose, and keeps initials out of them', () => {
    expect(kinds(`${PROSE}\n\n- oil\n- wicks\n\n1. Fill\n\n2. Trim\n\nE. Brandt came.`)).toEqual([
      'paragraph',
      'listItem',
      'listItem',
      'listItem',
      'listItem',
      'paragraph',
    ])
  })

  it('asks neither code nor tables, comments, rules and pictures', () => {
    expect(
      kinds(
        `${PROSE}\n\n\`\`\`js\nlet a = 1\n\n# no heading\n\`\`\`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- a\n\nnote -->\n\n***\n\n![a lamp](lamp.png)\n\n[ref]: https://x.example\n\n${PROSE}`,
      ),
    ).toEqual(['paragraph', ...Array(6).fill('boilerplate'), 'paragraph'])
  })

  it('begins the words of a quoted block after its mark', () => {
    const { blocks, body, sentences } = {
      ...read('Words.\n\n> The sea\n> gives.', 'a.md'),
      body: 'Words.\n\n> The sea\n> gives.',
    }
    expect(body.slice(blocks[1]?.contentStart)).toBe('The sea\n> gives.')
    expect(sentences).toHaveLength(2)
  })
})
