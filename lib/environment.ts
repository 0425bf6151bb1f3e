/**
 * The settings that the machine gives to Passage: read once, checked once, here and nowhere else.
 * A value that cannot be used is named, with what would be right. Secrets are never repeated in a message.
 */
import { z } from 'zod'

export interface Environment {
  /** A PostgreSQL of one's own; null means the embedded one. */
  readonly databaseUrl: string | null
  /** Where the embedded database, its password and the session secret live. May be relative to the project. */
  readonly dataDir: string
  readonly port: number
  readonly host: string
  /** Signs the cookie of a learner; null means the one kept in the data folder. */
  readonly sessionSecret: string | null
  /** How many proxies of ours stand in front, each noting in x-forwarded-for where a request came from. */
  readonly trustedProxies: number
  /** Whether tries are counted and refused when they are too many (app/limit-table.ts). */
  readonly rateLimits: boolean
  /** How mail is sent; null: this place sends none. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** The address under which people reach this place, without a slash at its end; for links that are sent or printed. */
  readonly publicUrl: string
  /** A browser's cookie may move the clock. Only journeys do that. */
  readonly testClock: boolean
  readonly mode: 'development' | 'test' | 'production'
  /** The folder of the build that is served, from the project's; null while developing. */
  readonly build: string | null
  /** npm stands between the terminal and the script; when it is gone, so is whoever asked for us. */
  readonly startedByNpm: boolean
  /** The folder in which npm was called; npm itself goes to the project's. */
  readonly calledFrom: string | null
  /** Handed over by the test runner: a PostgreSQL server, the app, its build, a browser, a folder for what tests make. */
  readonly test: {
    readonly databaseUrl: string | null
    readonly url: string | null
    readonly build: string | null
    readonly chromium: string | null
    readonly folder: string | null
    /** Texts of more words than this are gone through in the background, in parts of as many. */
    readonly bookWords: number | null
  }
}

export type Source = Readonly<Record<string, string | undefined>>

/** One line per variable that cannot be used. */
export class EnvironmentProblem extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'EnvironmentProblem'
  }
}

const DATABASE_EXAMPLE = 'postgresql://user:password@localhost:5432/passage'

function databaseProblem(value: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(value)) {
    return `does not begin with postgres:// or postgresql://. Right would be ${DATABASE_EXAMPLE}`
  }
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url) {
    return `is not an address. Right would be ${DATABASE_EXAMPLE}; signs like @ : / # in the password are written as %40 %3A %2F %23`
  }
  if (!url.hostname && !url.searchParams.get('host')) {
    return `names no host. Right would be ${DATABASE_EXAMPLE}`
  }
  if (url.pathname.length < 2) return `names no database. Right would be ${DATABASE_EXAMPLE}`
  return null
}

const databaseUrl = z.string().superRefine((value, context) => {
  const message = databaseProblem(value)
  if (message) context.addIssue({ code: 'custom', message })
})

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535, {
    error: (issue) => `is "${issue.input}". Right would be a number from 1 to 65535, such as 3000`,
  })
  .transform(Number)

const host = z.string().regex(/^[A-Za-z0-9.:_-]+$/, {
  error: (issue) =>
    `is "${issue.input}". Right would be a name or an address of this machine: 127.0.0.1 for this machine only, 0.0.0.0 for everyone who can reach it`,
})

const sessionSecret = z.string().min(32, {
  error: (issue) =>
    `has ${String(issue.input).length} characters. Right would be at least 32 random ones; without it, one is made and kept in the data folder`,
})

const trustedProxies = z
  .string()
  .regex(/^\d$/, {
    error: (issue) =>
      `is "${issue.input}". Right would be how many proxies of yours stand in front of Passage, such as 1; 0 for none`,
  })
  .transform(Number)

const oneOf = <T extends string>(...values: [T, ...T[]]) =>
  z.enum(values, {
    error: (issue) => `is "${issue.input}". Right would be ${values.join(' or ')}`,
  })

const smtpUrl = z
  .string()
  .refine((value) => /^smtps?:$/.test(URL.canParse(value) ? new URL(value).protocol : ''), {
    error:
      'is not the address of a mail server. Right would be smtps://user:password@mail.example.org or smtp://localhost:25',
  })

const mailFrom = z.string().regex(/^[^\r\n]{1,300}$/, 'is not one line with an address in it')

const publicUrl = z
  .string()
  .refine((value) => /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : ''), {
    error: 'is not an address. Right would be https://passage.example.org',
  })
  .transform((value) => new URL(value).origin)

const schema = z.object({
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z
    .string()
    .refine((value) => !value.includes('\0'), 'holds a character that no folder name can have')
    .default('.data'),
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  SESSION_SECRET: sessionSecret.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  PUBLIC_URL: publicUrl.optional(),
  TRUSTED_PROXIES: trustedProxies.default(0),
  RATE_LIMITS: oneOf('on', 'off').default('on'),
  TEST_CLOCK: oneOf('0', '1').default('0'),
  NODE_ENV: oneOf('development', 'test', 'production').default('production'),
  PASSAGE_BUILD: z.string().optional(),
  npm_lifecycle_event: z.string().optional(),
  INIT_CWD: z.string().optional(),
  TEST_DATABASE_URL: databaseUrl.optional(),
  TEST_URL: z.url('is not an address. Right would be http://localhost:3000').optional(),
  TEST_BUILD: z.string().optional(),
  TEST_CHROMIUM: z.string().optional(),
  TEST_FOLDER: z.string().optional(),
  TEST_BOOK_WORDS: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, {
      error: (issue) => `is "${issue.input}". Right would be a number of words`,
    })
    .transform(Number)
    .optional(),
})

/** A variable that is set to nothing counts as not set: `PORT= npm start` means the default. */
function withoutEmpty(source: Source): Source {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = source[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
}

/** @throws EnvironmentProblem naming every variable that cannot be used. */
export function parseEnvironment(source: Source): Environment {
  const read = schema.safeParse(withoutEmpty(source))
  if (!read.success) {
    throw new EnvironmentProblem(
      read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    )
  }
  const values = read.data
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = values
  if ((smtpUrl === undefined) !== (from === undefined))
    throw new EnvironmentProblem([
      'SMTP_URL and MAIL_FROM belong together: the mail server, and the address that mail comes from.',
    ])
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.DATA_DIR,
    port: values.PORT,
    host: values.HOST,
    sessionSecret: values.SESSION_SECRET ?? null,
    mail: smtpUrl && from ? { smtpUrl, from } : null,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustedProxies: values.TRUSTED_PROXIES,
    rateLimits: values.RATE_LIMITS === 'on',
    testClock: values.TEST_CLOCK === '1',
    mode: values.NODE_ENV,
    build: values.PASSAGE_BUILD ?? null,
    startedByNpm: values.npm_lifecycle_event !== undefined,
    calledFrom: values.INIT_CWD ?? null,
    test: {
      databaseUrl: values.TEST_DATABASE_URL ?? null,
      url: values.TEST_URL ?? null,
      build: values.TEST_BUILD ?? null,
      chromium: values.TEST_CHROMIUM ?? null,
      folder: values.TEST_FOLDER ?? null,
      bookWords: values.TEST_BOOK_WORDS ?? null,
    },
  }
}

let known: Environment | undefined

/** @throws EnvironmentProblem on the first call, when a variable cannot be used. */
export function environment(): Environment {
  known ??= parseEnvironment(process.env)
  return known
}

/** What a program that we start finds in its environment: ours, and what it is told besides. */
export function childEnvironment(extra: Source): NodeJS.ProcessEnv {
  return { ...process.env, ...extra }
}
