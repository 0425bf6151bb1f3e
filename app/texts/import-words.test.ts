import { describe, expect, it } from 'vitest'
import type { ImportView } from '@/app/api/imports/import-view'
import { endWords, headingOf, progressWords } from './import-words'

const book = (change: Partial<ImportView> = {}): ImportView => ({
  ...{ id: 'i', title: 'The Valley', state: 'running', textId: 't', chapter: 'Mills' },
  ...{ parts: 12, partsDone: 2, words: 200_000, wordsDone: 41_500, items: 310 },
  ...{ passedOver: [], problem: '', encoding: 'utf-8' },
  ...change,
})

describe('a long text', () => {
  it('is told with how far it is', () => {
    expect(headingOf(book())).toBe('Being gone through: The Valley')
    expect(progressWords(book())).toBe(
      'Part 3 of 12, Mills · 41,500 of 200,000 words · 310 items proposed so far',
    )
    expect(progressWords(book({ parts: 0, partsDone: 0 }))).toContain('are being found')
  })

  it('that was stopped says what stays', () => {
    expect(endWords(book({ state: 'stopped' }))).toBe(
      'What was done stays: the text, and the items of 2 of 12 parts. 310 items are proposed.',
    )
    expect(endWords(book({ state: 'stopped', textId: null }))).toBe(
      'Nothing of it is stored as a text yet.',
    )
    expect(endWords(book({ state: 'failed', problem: 'It was cut off.' }))).toMatch(
      /^It was cut off\. What/,
    )
  })

  it('that is done says what was passed over', () => {
    const passedOver = [{ why: 'table' as const, passages: 2, words: 90 }]
    expect(endWords(book({ state: 'done', passedOver }))).toBe(
      '310 items are proposed. 2 tables were passed over: items are made of English prose only.',
    )
  })
})
