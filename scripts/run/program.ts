/** How a program of the shell ends: with what it found on standard output, or with a sentence on standard error. */

/** What a shell expects: 1 for what cannot be read or done, 2 for a wrong call. */
export const EXIT = { unreadable: 1, usage: 2 } as const

export class Refusal extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message)
  }
}

export const wrongCall = (error: unknown, usage: string): Refusal =>
  new Refusal(`${wordsOf(error)}\n${usage}`, EXIT.usage)

export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** A refusal is told and sets the exit code; any other error is a mistake of ours and shows where it happened. */
export async function runProgram(
  main: (args: readonly string[]) => Promise<void> | void,
): Promise<void> {
  // A reader that closes early ("| head") is no error.
  process.stdout.on('error', () => {
    process.exitCode = 0
  })
  try {
    await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}
