import { describe, expect, it } from 'vitest'
import { clean, keepClean } from './clean-log'

const ID = '01890000-0000-7000-8000-000000000001'

describe('what may stand in a log', () => {
  it.each([
    ['a mail to ann@example.org failed', 'a mail to …@… failed'],
    ['GET /seat/Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmE failed', 'GET /seat/… failed'],
    ['GET /join/K7QX-2MPD?to=1', 'GET /join/…?to=1'],
    [
      'Unexpected token h, "he said so" is not valid JSON',
      'Unexpected token h, “…” is not valid JSON',
    ],
    [`learner ${ID} could not be made`, `learner ${ID} could not be made`],
    ['learner=v1.Zm9vYmFyYmF6Zm9vYmFyYmF6', 'learner=v1.…'],
  ])('of %s is %s', (said, stays) => {
    expect(clean(said)).toBe(stays)
  })

  it('of an error of the database is its sort and place, and not the row', () => {
    const cause = Object.assign(
      new Error('new row violates check: Failing row contains (the Danube)'),
      {
        name: 'DriverAdapterError',
        cause: { originalCode: '23514', constraint: 'typed_is_short', table: 'review' },
      },
    )
    const error = Object.assign(new Error('Invalid create(): { typed: the Danube }', { cause }), {
      name: 'PrismaClientKnownRequestError',
      code: 'P2010',
    })
    const line = clean(error)
    expect(line).not.toContain('Danube')
    expect(line).toContain('PrismaClientKnownRequestError P2010 of the database')
    expect(line).toContain('constraint typed_is_short')
    expect(line).toContain('clean-log.test.ts')
  })

  it('of an object is what it is made of', () => {
    expect(clean({ password: 'secret', email: 'a@b.c' })).toBe('{password, email}')
    expect(clean(['secret'])).toBe('[1 values]')
  })

  it('is all that the console writes', () => {
    const lines: unknown[] = []
    const write = (...said: unknown[]) => void lines.push(...said)
    const console = { error: write, warn: write, info: write, log: write, debug: write }
    keepClean(console)
    console.error('failed for "ann"', new SyntaxError('at "the Danube"'))
    expect(lines.join()).toContain('SyntaxError')
    expect(lines.join()).not.toMatch(/ann|Danube/)
  })
})
