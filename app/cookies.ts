/** The names of the cookies that Passage sets. */

/** Signed and http-only: who studies here. */
export const LEARNER_COOKIE = 'learner'

/** Plain: the IANA zone of this device, written by the page. */
export const ZONE_COOKIE = 'zone'

/** Milliseconds since 1970 that the server takes for now; read only where the environment allows it (TEST_CLOCK). */
export const TEST_NOW_COOKIE = 'test-now'
