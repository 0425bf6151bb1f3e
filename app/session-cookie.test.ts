import { describe, expect, it } from 'vitest'
import { newLearner, openSignIn, sealSignIn, signLearner, verifyLearner } from './session-cookie'

const SECRET = 'a secret of at least thirty-two characters'

describe('the learner cookie', () => {
  it('gives the learner back', () => {
    const learner = newLearner()
    expect(verifyLearner(signLearner(learner, SECRET), SECRET)).toBe(learner)
  })

  it('is refused under another id, another secret, or another version', () => {
    const learner = newLearner()
    const [version, , signed] = signLearner(learner, SECRET).split('.')
    expect(verifyLearner(`${version}.${newLearner()}.${signed}`, SECRET)).toBeNull()
    expect(verifyLearner(signLearner(learner, `${SECRET}!`), SECRET)).toBeNull()
    expect(verifyLearner(`v2.${learner}.${signed}`, SECRET)).toBeNull()
  })

  it.each([
    undefined,
    '',
    'v1',
    'v1..',
    'v1.x.y',
    '....',
    'v1.00000000-0000-0000-0000-000000000000.',
  ])('is refused when it is %j', (cookie) => {
    expect(verifyLearner(cookie, SECRET)).toBeNull()
  })

  it('is refused with something added', () => {
    const learner = newLearner()
    expect(verifyLearner(`${signLearner(learner, SECRET)}.more`, SECRET)).toBeNull()
    expect(verifyLearner(`${signLearner(learner, SECRET)}AAAA`, SECRET)).toBeNull()
  })

  it('makes learners whose ids sort by the time they came', () => {
    const first = newLearner()
    expect(first[14]).toBe('7')
  })
})

describe('the cookie of a sign-in', () => {
  it('gives the token back, and nothing where it was made for another use', () => {
    const learner = newLearner()
    expect(openSignIn(sealSignIn('token', SECRET), SECRET)).toBe('token')
    expect(openSignIn(signLearner(learner, SECRET), SECRET)).toBeNull()
    expect(verifyLearner(sealSignIn(learner, SECRET), SECRET)).toBeNull()
    expect(openSignIn(sealSignIn('token', `${SECRET}!`), SECRET)).toBeNull()
  })
})
