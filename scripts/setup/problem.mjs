// @ts-check
/** Something that a person can put right: its message is shown as it is, without a stack. */
export class Problem extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'Problem'
  }
}

/**
 * What a person is told of an error.
 * @param {unknown} error
 */
export function wordingOf(error) {
  if (!(error instanceof Error)) return String(error)
  const named = ['Problem', 'EnvironmentProblem', 'MigrationProblem'].includes(error.name)
  return named ? error.message : (error.stack ?? error.message)
}
