/** What an error page says. Errors that come from the server carry no message to the browser, only a digest. */

/** The digest of an error that means the database cannot be reached. */
export const DATABASE_GONE = 'DATABASE_GONE'

export type ErrorWords = {
  readonly heading: string
  readonly words: readonly string[]
  /** By which the server's log can be searched; '' where there is nothing to look for. */
  readonly reference: string
}

export function wordsOfError(error: unknown): ErrorWords {
  const digest = digestOf(error)
  if (digest === DATABASE_GONE) {
    return {
      heading: 'The database cannot be reached',
      words: [
        'Nothing is lost: what was stored is safe, and answers that were not sent yet stay on this device.',
        'Try again in a moment. If it goes on, see whether Passage is still running where it was started.',
      ],
      reference: '',
    }
  }
  return {
    heading: 'This page could not be made',
    words: [
      'Something went wrong on our side. Nothing that was stored is lost.',
      'Try again. If it goes on, the line below says where to look in the server’s log.',
    ],
    reference: digest,
  }
}

function digestOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return ''
  return typeof error.digest === 'string' ? error.digest : ''
}
