import { describe, expect, it } from 'vitest'
import { ReviewEventInput } from './event'

const uuid = '018f4e5a-0000-7000-8000-000000000001'
const review = {
  id: uuid,
  cardId: uuid,
  reviewedAt: '2026-05-10T08:00:05.000Z',
  timeZone: 'Europe/Berlin',
  kind: 'review',
  grade: 3,
  form: 'typed',
  typed: '5 litres',
  overruled: false,
  durationMs: 4000,
}
const problem = (change: object) =>
  ReviewEventInput.safeParse({ ...review, ...change }).error?.issues[0]?.path[0]

describe('what a client may send', () => {
  it('is read back as it was sent', () => {
    expect(ReviewEventInput.parse(review)).toEqual(review)
    expect(ReviewEventInput.parse({ ...review, overruled: undefined })).toEqual(review)
  })

  it('is refused by name where it makes no sense', () => {
    expect(problem({ grade: 7 })).toBe('grade')
    expect(problem({ grade: 0 })).toBe('grade')
    expect(problem({ id: '1' })).toBe('id')
    expect(problem({ form: 'song' })).toBe('form')
    expect(problem({ kind: 'cheat' })).toBe('kind')
    expect(problem({ reviewedAt: '2026-05-10T08:00:05' })).toBe('reviewedAt')
    expect(problem({ durationMs: -1 })).toBe('durationMs')
    expect(problem({ typed: 'x'.repeat(4001) })).toBe('typed')
    expect(problem({ kind: 'undo' })).toBe('targetId')
    expect(problem({ kind: 'suspend' })).toBe('reason')
  })

  it('loses the one character that the database cannot hold', () => {
    expect(ReviewEventInput.parse({ ...review, typed: 'a\u0000b' })).toEqual({
      ...review,
      typed: 'ab',
    })
  })
})
