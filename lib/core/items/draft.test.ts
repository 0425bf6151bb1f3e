import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestMeaning } from './changed'
import { composeContent, draftOf, ItemDraft } from './draft'
import type { ItemContent } from './item'

const draft = (change: Partial<ItemDraft> = {}): ItemDraft => ({
  ...{ question: 'Which?', answer: 'That', accept: [], elements: [], cloze: '', options: [] },
  ...change,
})
const compose = (given: Partial<ItemDraft>, before: ItemContent | null = null) =>
  composeContent(ItemDraft.parse(draft(given)), { before, evidence: [], section: '' })
const refusal = (given: Partial<ItemDraft>) =>
  ItemDraft.safeParse(draft(given)).error?.issues[0]?.message
const keys = (content: ItemContent) => content.elements.map((e) => e.key)

describe('a draft that is taken', () => {
  const words = (most: number) =>
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '',
        ' ',
        '____',
        'a ____ b',
        'x'.repeat(most),
        '+',
        '−',
        '-5',
        '5',
        'Foo',
        'foo',
      ),
    )
  const drafts = fc
    .record({
      question: words(4000),
      answer: words(4000),
      cloze: fc.constantFrom('', 'a ____ b'),
      accept: fc.array(words(1000), { maxLength: 4 }),
      elements: fc.array(words(1000), { maxLength: 12 }),
      options: fc.constantFrom([], ['a', 'b'], ['−5', 'y'.repeat(1000)]),
    })
    .map((any) => ItemDraft.safeParse(any).data)
    .filter((any) => any !== undefined)

  it('becomes content, its elements with a key each, and can be mended by any other', () => {
    fc.assert(
      fc.property(drafts, drafts, (first, second) => {
        const before = composeContent(first, { before: null, evidence: [], section: '' })
        const after = composeContent(second, { before, evidence: [], section: '' })
        for (const { elements } of [before, after])
          expect(new Set(elements.map((e) => e.key)).size).toBe(elements.length)
        expect(suggestMeaning(after, draftOf(after))).toBe('same')
      }),
      { numRuns: 200 },
    )
  })

  it('may be a list whose words together are long', () => {
    const elements = Array.from({ length: 60 }, (_, n) => `${n} ${'x'.repeat(900)}`)
    expect(compose({ answer: '', elements }).elements).toHaveLength(60)
  })

  it('may have a long answer, which is turned over and has no options beside it', () => {
    const long = compose({ answer: 'x'.repeat(3000), options: ['a', 'b'] })
    expect(long.forms.map((f) => f.form)).toEqual(['flip'])
  })
})

describe('answers that differ in a sign', () => {
  it('are different: an option may be 5 where the answer is −5', () => {
    expect(refusal({ answer: '-5', options: ['5', '0'] })).toBeUndefined()
    expect(refusal({ answer: '+', options: ['−', '×'] })).toBeUndefined()
    expect(refusal({ answer: 'Rosa Lindt', options: ['rosa lindt.', 'x'] })).toMatch(/itself/)
    expect(suggestMeaning(compose({ answer: '5' }), draft({ answer: '-5' }))).toBe('new')
    expect(suggestMeaning(compose({ answer: '+' }), draft({ answer: '−' }))).toBe('new')
    expect(suggestMeaning(compose({ answer: 'दिन' }), draft({ answer: 'दान' }))).toBe('new')
    expect(
      suggestMeaning(compose({ answer: 'a well-known' }), draft({ answer: 'A well known' })),
    ).toBe('same')
  })
})

describe('the elements of a list', () => {
  it('said twice in other letters are one', () => {
    expect(compose({ elements: ['Danube', 'danube', 'Inn'] }).elements.map((e) => e.text)).toEqual([
      'Danube',
      'Inn',
    ])
    expect(refusal({ elements: ['Danube', 'danube'] })).toMatch(/at least two/)
  })

  it('of signs alone keep each its own memory', () => {
    const before = compose({ elements: ['+', '−', '×'] })
    const after = compose({ elements: ['×', '+', '−'] }, before)
    const [plus, minus, times] = keys(before)
    expect(keys(after)).toEqual([times, plus, minus])
  })

  it('do not share a memory when what one said comes back beside it', () => {
    const first = compose({ elements: ['Elbe', 'Inn'] })
    const mended = compose({ elements: ['Danube', 'Inn'] }, first)
    expect(keys(mended)).toEqual(keys(first))
    const back = compose({ elements: ['Danube', 'Inn', 'Elbe'] }, mended)
    expect(keys(back).slice(0, 2)).toEqual(keys(mended))
    expect(new Set(keys(back)).size).toBe(3)
  })

  it('keep what else is accepted for them when only case or punctuation changes', () => {
    const before = compose({ elements: ['the Inn', 'Enns'] })
    const accepting = {
      ...before,
      elements: before.elements.map((e) => ({ ...e, accept: ['Inn river'] })),
    }
    const after = compose({ elements: ['The Inn', 'Drau'] }, accepting)
    expect(after.elements.map((e) => e.accept)).toEqual([['Inn river'], []])
  })
})
