import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '@/lib/core/text/read-source'
import { segment } from './segment'

const FILE = '../shared/texts/serge-year-one-viii.txt'

describe.runIf(existsSync(FILE))('the chapter that is not shipped', () => {
  const body = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const text = segment(readSource(body, { fileName: FILE }))
  const of = (span: { start: number; end: number }) => body.slice(span.start, span.end)

  it('has its title page, nine headings, and nothing asked of the record and the last line', () => {
    expect(text.source.about.author).toBe('Victor Serge')
    expect(text.blocks.filter((b) => b.kind === 'title')).toHaveLength(3)
    expect(text.sections).toHaveLength(10)
    const left = text.blocks.filter((b) => b.kind === 'boilerplate').map(of)
    expect(left.map((words) => words.slice(0, 8))).toEqual(['Written:', 'Last upd'])
    expect(left[0]).toContain('Mark-up:')
  })

  it('has ten theses in ten list items of one sentence each', () => {
    const items = text.blocks.filter((b) => b.kind === 'listItem')
    expect(items.map((b) => b.marker)).toEqual(Array.from({ length: 10 }, (_, i) => `${i + 1}.`))
    for (const item of items) {
      expect(text.sentences.filter((s) => s.block === item.index)).toHaveLength(1)
    }
  })

  it('splits no name, no list of names and no note of a speaker', () => {
    const ends = text.sentences.map(of)
    expect(ends.filter((words) => /(?:^|[\s(])\p{Lu}\.$/u.test(words))).toEqual([])
    expect(ends.filter((words) => !/[.!?:…]["”’)]*$|”\s\(\p{L}+\)$/u.test(words))).toEqual([])
    const names = ends.find((words) => words.includes('Unschlicht'))
    expect(names).toMatch(/Bubnov.*Safarov\.$/)
    expect(ends.find((words) => words.includes('Lozovsky'))).toMatch(/“.*\(Lozovsky\)$/)
  })

  it('has the quotations of several paragraphs whole, and pairs every mark it can', () => {
    const opening = body.match(/“/g)?.length ?? 0
    const long = text.quotations.filter((q) => of(q).includes('\n\n')).map(of)
    expect(long.map((words) => words.split('\n\n').length)).toEqual([2, 5, 2])
    const outer = text.quotations.filter((q) => q.depth === 0)
    // Five more marks open paragraphs that go on, and four stand in headings.
    expect(opening - outer.length).toBe(5 + 4)
    expect(text.quotations.filter((q) => q.depth === 1)).toHaveLength(4)
  })
})
