/** How much a review event can say. Apart from the schemas, so that a page can know it without loading them. */

/** Longest answer time that is counted, in milliseconds. */
export const MAX_DURATION_MS = 60_000

/** Longest typed answer and longest reason, in UTF-16 units. */
export const MAX_TYPED = 4000
export const MAX_REASON = 2000
