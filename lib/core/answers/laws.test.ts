import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnswerKey, checkAnswer } from './check'

const verdict = (typed: string, key: string | AnswerKey) =>
  checkAnswer(typed, typeof key === 'string' ? { answer: key, accept: [] } : key).verdict

describe('laws of checking', () => {
  const answerWord = fc.oneof(
    fc.constantFrom(
      ...'the a of Petrograd V.M. Smirnov (Osinsky) 40 per cent 1,917 March 10th nine billion Na+ II not and , ; – don’t “quote” Łódź 3.5 %'.split(
        ' ',
      ),
    ),
    fc.stringMatching(/^[A-Za-z0-9]{1,9}$/),
  )
  const anyAnswer = fc
    .array(answerWord, { minLength: 1, maxLength: 9 })
    .map((words) => words.join(' '))
  const kind = fc.constantFrom('person' as const, 'name' as const)

  it('the answer itself is always right', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyAnswer, fc.string({ unit: 'grapheme', minLength: 1 })),
        kind,
        (answer, k) => {
          fc.pre(answer.trim() !== '')
          expect(verdict(answer, { answer, accept: [], kind: k })).toBe('right')
          expect(verdict(answer, { answer: 'x', accept: ['y', answer], kind: k })).toBe('right')
        },
      ),
      { numRuns: 400 },
    )
  })

  it('a sign that folds to nothing is compared as it stands', () => {
    expect(verdict('΄', '΄')).toBe('right')
    expect(verdict('΄', '?')).toBe('wrong')
  })

  it('case and spacing never matter', () => {
    fc.assert(
      fc.property(anyAnswer, fc.infiniteStream(fc.boolean()), (answer, flips) => {
        const shuffled = [...answer]
          .map((char) => (flips.next().value ? char.toUpperCase() : char.toLowerCase()))
          .join('')
          .replace(/ /g, () => (flips.next().value ? ' ' : ' \t\n '))
        expect(verdict(`  ${shuffled} `, answer)).toBe('right')
      }),
      { numRuns: 400 },
    )
  })

  it('one digit changed is always wrong', () => {
    fc.assert(
      fc.property(
        anyAnswer,
        kind,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (answer, k, at, by) => {
          const digits = [...answer.matchAll(/\d/g)]
          fc.pre(digits.length > 0)
          const digit = digits[at % digits.length]
          if (!digit) return
          const changed = `${(Number(digit[0]) + by) % 10}`
          const typed = answer.slice(0, digit.index) + changed + answer.slice(digit.index + 1)
          expect(`${typed}: ${verdict(typed, { answer, accept: [], kind: k })}`).toBe(
            `${typed}: wrong`,
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('gives one of three verdicts for anything typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), anyAnswer, (typed, answer) => {
        expect(['right', 'close', 'wrong']).toContain(verdict(typed, answer))
      }),
    )
    expect(verdict('word '.repeat(800), 'word '.repeat(801))).toBe('wrong')
  })
})
