/**
 * A study day is the civil date in the learner's time zone, minus the rollover hour, counted as whole days since
 * 1970-01-01. It is stored on a review when the review is given, so that moving house never rewrites history.
 */
export type StudyDay = number & { readonly __brand: 'StudyDay' }
