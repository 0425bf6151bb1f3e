import { describe, expect, it } from 'vitest'
import { tooManyFrom } from './limits'
import { newLearner } from './session-cookie'

async function tries(count: number, from: string, target: string) {
  const problems = []
  for (let n = 0; n < count; n += 1) problems.push(await tooManyFrom('sign in', from, { target }))
  return problems.filter((problem) => problem !== null)
}

describe('how often something may be tried', () => {
  it('lets ten passwords for one address pass, then says when to come back', async () => {
    expect(await tries(10, '192.0.2.1', 'ann@example.org')).toEqual([])
    const problem = await tooManyFrom('sign in', '192.0.2.2', { target: ' Ann@Example.org' })
    expect(problem?.code).toBe('tooMany')
    expect(problem?.retryAfter).toBeGreaterThan(0)
    expect(problem?.retryAfter).toBeLessThanOrEqual(900)
    expect(problem?.message).toMatch(/Try again in \d+ (seconds|minutes)\.$/)
  })

  it('lets two hundred pupils sign in from one school at once', async () => {
    const school = '198.51.100.1'
    const refused = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        tooManyFrom('sign in', school, { target: `pupil${n}@example.org` }),
      ),
    )
    expect(refused.filter(Boolean)).toEqual([])
  })

  it('stops somebody who tries many accounts from one address', async () => {
    const refused = []
    for (let n = 0; n < 601; n += 1)
      refused.push(await tooManyFrom('sign in', '203.0.113.5', { target: `n${n}@example.org` }))
    expect(refused.filter(Boolean)).toHaveLength(1)
  })

  it('counts the answers of one learner apart from those of another', async () => {
    const [busy, other] = [newLearner(), newLearner()]
    for (let n = 0; n < 600; n += 1)
      expect(await tooManyFrom('reviews', '192.0.2.9', { learnerId: busy })).toBeNull()
    expect(await tooManyFrom('reviews', '192.0.2.9', { learnerId: busy })).not.toBeNull()
    expect(await tooManyFrom('reviews', '192.0.2.9', { learnerId: other })).toBeNull()
  })

  it('is never asked without whom it counts', async () => {
    await expect(tooManyFrom('sign in', '192.0.2.1')).rejects.toThrow('target')
  })
})
