import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, fieldsOf, readFields } from './item-draft-form'

const draft = {
  ...EMPTY_DRAFT,
  question: 'Which chamber fills first?',
  answer: 'the right atrium',
  accept: ['right atrium'],
}

describe('the fields of a draft', () => {
  it('give the same draft back', () => {
    expect(readFields(fieldsOf(draft))).toEqual({ ok: true, draft })
    const list = { ...EMPTY_DRAFT, question: 'Name the valves.', elements: ['mitral', 'aortic'] }
    expect(readFields(fieldsOf(list))).toEqual({ ok: true, draft: list })
  })

  it('leave out empty lines and the spaces around words', () => {
    const read = readFields({ ...fieldsOf(draft), accept: '\n  atrium dextrum \n\n' })
    expect(read).toEqual({ ok: true, draft: { ...draft, accept: ['atrium dextrum'] } })
  })

  it.each([
    [{ question: ' ' }, 'question'],
    [{ answer: '' }, 'answer'],
    [{ isList: true, elements: 'only one' }, 'elements'],
    [{ isList: true, elements: '' }, 'elements'],
    [{ cloze: 'a sentence without a gap' }, 'cloze'],
    [{ cloze: '____ and ____' }, 'cloze'],
    [{ firstOption: 'one alone' }, 'options'],
    [{ firstOption: 'The right atrium', secondOption: 'the left' }, 'options'],
  ])('say what is wrong with %j', (change, part) => {
    const read = readFields({ ...fieldsOf(draft), ...change })
    expect(read.ok ? [] : Object.keys(read.errors)).toContain(part)
  })
})
