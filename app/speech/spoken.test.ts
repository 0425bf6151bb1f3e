import { describe, expect, it } from 'vitest'
import type { FormSpec } from '@/lib/core/items/item'
import { cardId, listContent, NOW, typedContent } from '@/lib/core/session/session-fixture'
import type { AnswerStage, QuestionStage } from '@/lib/core/session/state'
import { spoken } from './spoken'

const CONTENT = { ...typedContent(4), answer: 'Ada *Merriman*' }

const asked = (form: FormSpec, options: readonly string[] = []): QuestionStage => ({
  phase: 'question',
  turn: { question: 0, form, options, asked: [cardId(1)], shownAt: NOW },
})
const answered = (form: FormSpec): AnswerStage => ({
  ...asked(form),
  phase: 'answer',
  answeredAt: NOW,
  typed: null,
  verdict: null,
  overruled: false,
  credits: [],
})
const said = (stage: QuestionStage | AnswerStage, elements: readonly string[] = []) =>
  spoken(stage, CONTENT, elements)

describe('what is read aloud', () => {
  it('is the question as it is shown, without marks of emphasis', () => {
    const form: FormSpec = { form: 'typed', prompt: 'Who wrote **The  Light** at _Skerry_ Point?' }
    expect(said(asked(form))).toEqual(['Who wrote The Light at Skerry Point?'])
  })

  it('says blank for a gap, and the answer in its place afterwards', () => {
    const form: FormSpec = { form: 'cloze', prompt: 'The tower was built by ____, in 1871.' }
    expect(said(asked(form))).toEqual(['The tower was built by blank, in 1871.'])
    expect(said(answered(form))).toEqual(['The tower was built by Ada Merriman, in 1871.'])
  })

  it('gives the options in the order they are shown, one by one', () => {
    const options = ['95 metres', '43 metres', '12 metres']
    const form: FormSpec = { form: 'choice', prompt: 'How high is it?', options }
    const shown = ['43 metres', '12 metres', '95 metres']
    expect(said(asked(form, shown))).toEqual(['How high is it?', ...shown])
    expect(said(answered(form))).toEqual(['Ada Merriman'])
  })

  it('gives the elements of a list that are asked', () => {
    const { forms } = listContent(['atria', 'valves'])
    const [form = { form: 'list', prompt: '' }] = forms
    expect(said(asked(form), ['atria'])).toEqual(['Name what the heart has.'])
    expect(said(answered(form), ['atria', 'valves'])).toEqual(['atria', 'valves'])
  })

  it('is cut where sentences and clauses end, and loses no word', () => {
    const sentence = 'Fresh wood holds water, which leaves it slowly and unevenly.'
    const long = Array(8).fill(sentence).join(' ')
    const pieces = spoken(
      answered({ form: 'flip', prompt: 'Why?' }),
      { ...CONTENT, answer: long },
      [],
    )
    expect(pieces.join(' ')).toBe(long)
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(200)
      expect(piece).toMatch(/unevenly\.$/)
    }
    const endless = 'word '.repeat(100).trim()
    const words = spoken(
      answered({ form: 'flip', prompt: 'Why?' }),
      { ...CONTENT, answer: endless },
      [],
    )
    expect(words.join(' ')).toBe(endless)
    expect(words.length).toBeGreaterThan(1)
  })
})
