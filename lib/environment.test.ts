import { describe, expect, it } from 'vitest'
import { EnvironmentProblem, parseEnvironment, type Source } from './environment'

function problems(source: Source): readonly string[] {
  try {
    parseEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems
    throw error
  }
  return []
}

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(parseEnvironment({})).toEqual({
      databaseUrl: null,
      dataDir: '.data',
      mail: null,
      publicUrl: 'http://localhost:3000',
      port: 3000,
      host: '127.0.0.1',
      sessionSecret: null,
      trustedProxies: 0,
      rateLimits: true,
      testClock: false,
      mode: 'production',
      build: null,
      startedByNpm: false,
      calledFrom: null,
      test: {
        ...{ databaseUrl: null, url: null, build: null, chromium: null, folder: null },
        bookWords: null,
      },
    })
  })

  it('takes what is set, and takes a variable set to nothing as not set', () => {
    const read = parseEnvironment({
      PORT: '8080',
      HOST: '::1',
      DATA_DIR: '/srv/passage',
      TEST_CLOCK: '1',
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://ann@db.example/passage',
      SESSION_SECRET: '',
    })
    expect(read).toMatchObject({
      port: 8080,
      host: '::1',
      dataDir: '/srv/passage',
      testClock: true,
    })
    expect(read).toMatchObject({ mode: 'test', sessionSecret: null })
    expect(read.databaseUrl).toBe('postgres://ann@db.example/passage')
    expect(parseEnvironment({ PORT: '  ' }).port).toBe(3000)
  })

  it('reads how many proxies are trusted, and says what is right', () => {
    expect(parseEnvironment({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
    expect(problems({ TRUSTED_PROXIES: 'all' })).toEqual([
      'TRUSTED_PROXIES is "all". Right would be how many proxies of yours stand in front of Passage, such as 1; 0 for none.',
    ])
  })

  it('reads where mail goes, and what links begin with', () => {
    const mail = { SMTP_URL: 'smtps://ann:hunter2@mail.example.org', MAIL_FROM: 'a@example.org' }
    expect(parseEnvironment({ ...mail, PUBLIC_URL: 'https://passage.example.org/' })).toMatchObject(
      {
        mail: { smtpUrl: mail.SMTP_URL, from: 'a@example.org' },
        publicUrl: 'https://passage.example.org',
      },
    )
    expect(problems({ SMTP_URL: mail.SMTP_URL })).toEqual([
      expect.stringMatching(/SMTP_URL and MAIL_FROM belong together/),
    ])
    for (const SMTP_URL of ['mail.example.org', 'https://ann:hunter2@mail.example.org'])
      expect(problems({ ...mail, SMTP_URL })).toEqual([expect.not.stringContaining('hunter2')])
    expect(problems({ PUBLIC_URL: 'javascript:alert(1)' })).toEqual([
      expect.stringMatching(/PUBLIC_URL is not an address/),
    ])
  })

  it.each(['0', '65536', '-1', '3000.5', 'http', '1e3', '0x50', '123456'])(
    'refuses PORT=%s and says what would be right',
    (PORT) => {
      expect(problems({ PORT })).toEqual([
        `PORT is "${PORT}". Right would be a number from 1 to 65535, such as 3000.`,
      ])
    },
  )

  it.each([
    ['mysql://ann:hunter2@localhost/passage', /does not begin with postgres:\/\//],
    ['postgresql://ann:hunter2#9@localhost:5432/passage', /%23/],
    ['postgresql://ann:hunter2@localhost:5432', /names no database/],
    ['postgresql://ann:hunter2@localhost:5432/', /names no database/],
    ['postgresql:///passage?password=hunter2', /names no host/],
    ['hunter2', /does not begin with/],
  ])('refuses DATABASE_URL=%s without repeating the password', (DATABASE_URL, expected) => {
    const found = problems({ DATABASE_URL })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^DATABASE_URL /)
    expect(found[0]).toMatch(expected)
    expect(found[0]).not.toContain('hunter2')
  })

  it('takes a database behind a socket in the file system', () => {
    const url = 'postgresql:///passage?host=/var/run/postgresql'
    expect(parseEnvironment({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  it('refuses a short secret without repeating it', () => {
    const found = problems({ SESSION_SECRET: 'hunter2' })
    expect(found[0]).toMatch(/^SESSION_SECRET has 7 characters\. Right would be at least 32/)
    expect(found[0]).not.toContain('hunter2')
  })

  it.each([
    ['TEST_CLOCK', 'yes', 'TEST_CLOCK is "yes". Right would be 0 or 1.'],
    ['NODE_ENV', 'prod', 'NODE_ENV is "prod". Right would be development or test or production.'],
    ['TEST_URL', 'here', 'TEST_URL is not an address. Right would be http://localhost:3000.'],
  ])('refuses %s=%s', (name, value, message) => {
    expect(problems({ [name]: value })).toEqual([message])
  })

  it('refuses a HOST that is no name or address', () => {
    expect(problems({ HOST: 'http://here' })[0]).toMatch(
      /^HOST is "http:\/\/here"\. Right would be/,
    )
  })

  it('names every bad variable, not only the first', () => {
    expect(problems({ PORT: '0', TEST_CLOCK: '2' })).toHaveLength(2)
  })
})
