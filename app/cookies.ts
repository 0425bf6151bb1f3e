/** The names of the cookies that Passage sets. */

/** Signed and http-only: who studies here as a guest, without an account. */
export const LEARNER_COOKIE = 'learner'

/** Signed and http-only: in which account this browser is signed in. It goes before the other one. */
export const SIGN_IN_COOKIE = 'sign-in'

/** Plain: the IANA zone of this device, written by the page. */
export const ZONE_COOKIE = 'zone'

/** Milliseconds since 1970 that the server takes for now; read only where the environment allows it (TEST_CLOCK). */
export const TEST_NOW_COOKIE = 'test-now'
