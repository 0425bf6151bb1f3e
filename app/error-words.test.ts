import { describe, expect, it } from 'vitest'
import { DATABASE_GONE, wordsOfError } from './error-words'

describe('wordsOfError', () => {
  it('says it when the database is gone', () => {
    const gone = Object.assign(new Error('hidden'), { digest: DATABASE_GONE })
    expect(wordsOfError(gone).heading).toContain('database')
    expect(wordsOfError(gone).words.join(' ')).toContain('Nothing is lost')
  })

  it('gives the reference for everything else, and never the message', () => {
    const words = wordsOfError(Object.assign(new Error('secret detail'), { digest: '123' }))
    expect(words.reference).toBe('123')
    expect(JSON.stringify(words)).not.toContain('secret')
  })

  it.each([undefined, null, 'a string', 7, {}])('has words for %j thrown', (error) => {
    expect(wordsOfError(error).heading).not.toBe('')
  })
})
