'use client'

import './globals.css'
import { buttonClass } from './components/button'
import { wordsOfError } from './error-words'

/** The last resort, when not even the frame of the page could be made. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const { heading, words, reference } = wordsOfError(error)
  return (
    <html lang="en">
      <body>
        <title>{`${heading} · Passage`}</title>
        <main className="mx-auto max-w-[46rem] px-5 py-16">
          <h1 className="mb-6 font-read text-title font-medium">{heading}</h1>
          <div role="alert" className="prose-read">
            {words.map((sentence) => (
              <p key={sentence} className="mb-3">
                {sentence}
              </p>
            ))}
          </div>
          <button type="button" className={buttonClass('primary')} onClick={() => retry()}>
            Try again
          </button>
          {reference ? <p className="mt-8 text-note text-quiet">{reference}</p> : null}
        </main>
      </body>
    </html>
  )
}
