import { describe, expect, it } from 'vitest'
import { askedBy as asked } from '../testing-fixture'

describe('what is no list', () => {
  it('two objects side by side', () => {
    expect(
      asked(
        'Norwegian boat clubs such as the Holm also teach children northern songs and dances.',
        /list$/,
      ),
    ).toEqual([])
  })

  it('a thing and what is its own', () => {
    expect(
      asked(
        'In 1702 Peter Holm and his sailors founded the town of Holmby on the river Lune.',
        /list$/,
      ),
    ).toEqual([])
  })

  it('all that there are', () => {
    expect(asked('In Norway the tax is paid for both men and women.', /list$/)).toEqual([])
  })

  it('some of those that are told', () => {
    expect(
      asked('In 1702 Anna Berg painted masks and drums for the guild as well as flags.', /list$/),
    ).toEqual([])
  })

  it('a noun and a clause that hangs on it', () => {
    expect(
      asked(
        'Guilds are another old power in Norway, giving strict orders on wages of work and trade.',
        /list$/,
      ),
    ).toEqual([])
  })

  it('what may or may not come of something', () => {
    expect(
      asked(
        'But pride can lead to envy or fear of other towns and could cause misrule and war.',
        /list$/,
      ),
    ).toEqual([])
  })
})

describe('a list', () => {
  it('has no filler for a member', () => {
    expect(
      asked('Bergen hosts several herring fairs and many other northern events.', /list$/).join(),
    ).not.toContain('other')
  })

  it('has no member that only announces the others', () => {
    expect(
      asked(
        'The two old guilds, the Malmo Smiths and the Bergen Weavers, built a bridge over the Lune.',
        /list$/,
      ),
    ).toEqual([
      'Which two old guilds built a bridge over the Lune? Name both. → the Malmo Smiths; the Bergen Weavers',
    ])
  })
})
