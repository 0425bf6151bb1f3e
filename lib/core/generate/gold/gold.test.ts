import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ProposedItem } from '@/lib/core/items/item'
import { shownOf } from '../testing-fixture'
import { covering, type GoldFact } from './gold-fixture'
import { CHAPTER_ONLY, YEAR_ONE } from './year-one-fixture'

const root = process.cwd()
const edition = join(root, 'content', '01-year-one-viii-study-edition.md')
const chapter = join(root, '..', 'shared', 'texts', 'serge-year-one-viii.txt')

const read = (file: string): string => readFileSync(file, 'utf8')

function missing(facts: readonly GoldFact[], items: readonly ProposedItem[]): string[] {
  return facts.filter((f) => covering(f, items) === undefined).map((f) => f.fact)
}

function holdsForAll(body: string, items: readonly ProposedItem[]): void {
  for (const item of items) {
    for (const e of item.evidence) expect(body.slice(e.start, e.end)).toBe(e.quote)
    // A list's elements and a name stand in the evidence; nothing is made up.
    expect(item.section).not.toBe(item.question)
    expect(item.question).not.toMatch(/Transcription|Mark-up|Last updated|New International/)
  }
}

describe('the study edition', () => {
  const body = read(edition)
  const items = shownOf(body, edition)

  it('tells every gold fact', () => {
    expect(missing(YEAR_ONE, items)).toEqual([])
  })

  it('gives between 8 and 20 items per 1,000 words, with verbatim evidence', () => {
    const rate = (items.length / body.split(/\s+/).length) * 1000
    expect(rate).toBeGreaterThan(8)
    expect(rate).toBeLessThanOrEqual(20)
    holdsForAll(body, items)
  })
})

describe.runIf(existsSync(chapter))('the original chapter', () => {
  const body = existsSync(chapter) ? read(chapter) : ''
  const items = shownOf(body, chapter)

  it('tells every gold fact', () => {
    expect(missing([...YEAR_ONE, ...CHAPTER_ONLY], items)).toEqual([])
  })

  it('asks nothing of the transcription and quotes to the letter', () => {
    expect(items.length).toBeGreaterThan(35)
    holdsForAll(body, items)
  })

  it('credits the five parallel shares one by one', () => {
    const shares = items.filter((i) => i.kind === 'share')
    expect(shares).toHaveLength(5)
    expect(new Set(shares.map((i) => i.key)).size).toBe(5)
  })
})
