import { describe, expect, it } from 'vitest'
import { changedParts, suggestMeaning } from './changed'
import { composeContent, type ItemDraft } from './draft'

const draft = (change: Partial<ItemDraft>): ItemDraft => ({
  ...{ question: 'Which?', answer: 'That', accept: [], elements: [], cloze: '', options: [] },
  ...change,
})
const looks = (before: Partial<ItemDraft>, after: Partial<ItemDraft>) =>
  suggestMeaning(
    composeContent(draft(before), { before: null, evidence: [], section: '' }),
    draft(after),
  )

describe('an edit', () => {
  it.each([
    ['the Danube', 'Danube'],
    ['red corpuscels', 'red corpuscles'],
    ['a heavy seperation', 'A heavy separation.'],
    ['occured in spring', 'occurred in spring'],
  ])('from “%s” to “%s” looks like mended wording', (before, after) => {
    expect(looks({ answer: before }, { answer: after })).toBe('same')
  })

  it.each([
    ['1917', '1918'],
    ['40 per cent', '14 per cent'],
    ['in March 1921', 'in May 1921'],
    ['Anna Berg', 'Anna Borg'],
    ['left', 'lift'],
    ['the north', 'the north and the south'],
    ['12345 men', '12346 men'],
  ])('from “%s” to “%s” looks like another fact', (before, after) => {
    expect(looks({ answer: before }, { answer: after })).toBe('new')
  })

  it('of the question alone looks like mended wording, and so does an answer that counted before', () => {
    expect(looks({}, { question: 'Which of them, then?' })).toBe('same')
    expect(looks({ answer: 'a', accept: ['b'] }, { answer: 'b' })).toBe('same')
  })

  it('of a list looks like another fact when an element comes or goes', () => {
    const elements = ['the Danube', 'Inn']
    expect(looks({ elements }, { elements: ['Inn', 'Danube'] })).toBe('same')
    expect(looks({ elements }, { elements: [...elements, 'Enns'] })).toBe('new')
  })

  it('is told part by part', () => {
    const before = draft({ question: 'Which?', answer: 'That', accept: ['this'] })
    const after = draft({ question: 'Which one?', answer: 'That', accept: [] })
    expect(changedParts(before, after)).toEqual([
      { part: 'question', before: ['Which?'], after: ['Which one?'] },
      { part: 'accept', before: ['this'], after: [] },
    ])
    expect(changedParts(before, before)).toEqual([])
  })
})
