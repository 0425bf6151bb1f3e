'use client'

import { Button, LinkButton } from './components/button'
import { Page, PageHeading } from './components/frame'
import { wordsOfError } from './error-words'

/** A page could not be made: what happened, that nothing is lost, and a way on. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const { heading, words, reference } = wordsOfError(error)
  return (
    <Page>
      <title>{`${heading} · Passage`}</title>
      <PageHeading>{heading}</PageHeading>
      <div role="alert" className="prose-read max-w-measure">
        {words.map((sentence) => (
          <p key={sentence} className="mb-3">
            {sentence}
          </p>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button tone="primary" onClick={() => retry()}>
          Try again
        </Button>
        <LinkButton href="/">Today</LinkButton>
      </div>
      {reference ? (
        <p className="figures mt-8 text-note text-quiet">In the server’s log: {reference}</p>
      ) : null}
    </Page>
  )
}
