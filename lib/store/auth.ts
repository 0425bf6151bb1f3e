/**
 * better-auth, set up over our tables: it hashes and checks passwords, makes sign-ins, and spends the links for a new
 * password. It is spoken to through this module alone. None of its addresses is served, its cookies are not used, and it
 * tells nobody anything: no log, no telemetry.
 */
import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { betterAuth } from 'better-auth/minimal'
import { v7 } from 'uuid'
import { MAX_PASSWORD, MIN_PASSWORD } from '@/lib/core/account'
import { store } from './client'
import type { PrismaClient } from './generated/client'

/** Seconds. Who does not come for so long signs in again. */
export const SIGN_IN_SECONDS = 60 * 86_400

/** Seconds. So long a link holds that was handed out for an account. */
export const LINK_SECONDS = 3_600

function setUp(prisma: PrismaClient) {
  return betterAuth({
    appName: 'Passage',
    // Names the place in links that we do not let it make.
    baseURL: 'http://localhost',
    // Signs cookies that are thrown away; ours are signed in app/session-cookie.ts.
    secret: randomBytes(32).toString('hex'),
    database: prismaAdapter(hashingTokens(prisma), { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: 'account',
      additionalFields: { learnerId: { type: 'string', required: true, input: false } },
    },
    session: {
      modelName: 'signIn',
      fields: { userId: 'accountId', token: 'tokenHash' },
      expiresIn: SIGN_IN_SECONDS,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'credential',
      fields: { userId: 'accountId', accountId: 'providerAccountId' },
    },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      database: { generateId: () => v7() },
      // Where somebody signs in from is not kept.
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  })
}

/** What is stored of a sign-in's token: whoever reads the database cannot show it. */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex')

/**
 * What better-auth stores goes through here. It goes on with the token itself, to hand it out once, and is never asked to
 * find a sign-in by it.
 */
const hashingTokens = (prisma: PrismaClient) =>
  prisma.$extends({
    query: {
      signIn: {
        async create({ args, query }) {
          const { tokenHash: token, ...rest } = args.data
          const made = await query({ ...args, data: { ...rest, tokenHash: hashOfToken(token) } })
          return { ...made, tokenHash: token }
        },
      },
    },
  })

type Auth = ReturnType<typeof setUp>

const held = globalThis as typeof globalThis & {
  passageAuth?: { readonly prisma: PrismaClient; readonly auth: Auth }
}

/** Of the store that is open now. */
export function auth(): Auth {
  const prisma = store()
  if (held.passageAuth?.prisma !== prisma) held.passageAuth = { prisma, auth: setUp(prisma) }
  return held.passageAuth.auth
}
