/** The limits themselves, and their counting: in the memory of this server, which is one process. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** What is counted: the place it comes from, the learner who asks, or what is tried (an e-mail address, a code, a token). */
export type By = 'address' | 'learner' | 'target'

/** So many tries in so many seconds. */
type Rate = { readonly tries: number; readonly seconds: number }

const MINUTE = 60
const HOUR = 3_600

const LIMITS = {
  /** Ten wrong passwords for one account; a school whose pupils all sign in as the lesson begins passes. */
  'sign in': {
    address: { tries: 600, seconds: 15 * MINUTE },
    target: { tries: 10, seconds: 15 * MINUTE },
  },
  'sign up': {
    address: { tries: 400, seconds: HOUR },
    target: { tries: 5, seconds: HOUR },
  },
  /** Each may send a mail to somebody who did not ask for it. */
  'forgot password': {
    address: { tries: 60, seconds: HOUR },
    target: { tries: 3, seconds: HOUR },
  },
  /** One's own password, asked again before something is changed. */
  'confirm password': { learner: { tries: 10, seconds: 15 * MINUTE } },
  /** 22⁸ codes: at this pace it takes one address two and a half years to come upon one of a thousand classes. */
  'join code': { address: { tries: 600, seconds: 15 * MINUTE } },
  /** Links of seats, of shared decks, to set a new password: 256 bits each, so this is against load, not against luck. */
  link: { address: { tries: 1_200, seconds: 15 * MINUTE } },
  /** A round of links by mail to a class: up to 500 people who did not ask for it. */
  'mail links': { learner: { tries: 6, seconds: HOUR } },
  /** Batches, each up to 200 answers: one in three seconds is quick, and a device that comes back sends a few at once. */
  reviews: { learner: { tries: 600, seconds: MINUTE } },
  /** Reading a text takes seconds of the processor. */
  'import a text': {
    learner: { tries: 60, seconds: HOUR },
    address: { tries: 600, seconds: HOUR },
  },
  /** Each takes up to a second of the processor. */
  'items of a stretch': { learner: { tries: 120, seconds: HOUR } },
  /** Who comes without a cookie becomes a learner, with rows of their own. */
  'new learner': { address: { tries: 3_000, seconds: HOUR } },
} as const satisfies Record<string, Partial<Record<By, Rate>>>

export type Limited = keyof typeof LIMITS

const ratesOf = (what: Limited): Partial<Record<By, Rate>> => LIMITS[what]

export const countedBy = (what: Limited): readonly By[] => Object.keys(LIMITS[what]) as By[]

type Counters = Map<string, RateLimiterMemory>

/** Next loads a module once for each of its bundles; there is to be one count. */
const shared: { passageLimits?: Counters } = globalThis as { passageLimits?: Counters }

function counterOf(what: Limited, by: By): RateLimiterMemory {
  shared.passageLimits ??= new Map()
  const name = `${what} by ${by}`
  const known = shared.passageLimits.get(name)
  if (known) return known
  const rate = ratesOf(what)[by]
  if (!rate) throw new Error(`there is no limit for ${name}`)
  const counter = new RateLimiterMemory({
    keyPrefix: name,
    points: rate.tries,
    duration: rate.seconds,
  })
  shared.passageLimits.set(name, counter)
  return counter
}

/** Counts one more; 0 where it may go on, else whole seconds until it may. */
export async function secondsToWait(what: Limited, by: By, key: string): Promise<number> {
  try {
    await counterOf(what, by).consume(key)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
  }
}
