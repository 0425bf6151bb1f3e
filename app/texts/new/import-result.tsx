'use client'

import { useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { CoverLine } from '../cover-line'
import type { CoverCount } from '../cover-words'
import { passedOverWords } from '../passed-over-words'
import type { Imported } from './send-text'

const HEADING: Record<Imported['kind'], string> = {
  new: 'Added',
  same: 'Here already',
  revision: 'A new revision',
}

/** What became of an import, and the way on. */
export function ImportResult({ result, onAnother }: { result: Imported; onAnother: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="imported">
      <h2 id="imported" ref={heading} tabIndex={-1} className="font-read text-heading font-medium">
        {HEADING[result.kind]}: {result.title}
      </h2>
      <div className="prose-read mt-2 max-w-measure">
        <p>{sentence(result)}</p>
        {result.passedOver.length > 0 ? <p className="mt-2">{passedOverWords(result)}</p> : null}
        {/^windows/i.test(result.encoding) ? (
          <p className="mt-2">
            It is not in UTF-8 and was read as Windows-1252. If letters with accents look wrong,
            save it as UTF-8 and add it again.
          </p>
        ) : null}
      </div>
      {result.cover === null || isSaidAlready(result.cover) ? null : (
        <div className="mt-3">
          <CoverLine textId={result.textId} cover={result.cover} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {result.proposed > 0 ? (
          <LinkButton href={`/texts/${result.textId}/proposals`} tone="primary">
            Go through {count(result.proposed, 'proposal')}
          </LinkButton>
        ) : null}
        <LinkButton
          href={`/texts/${result.textId}`}
          tone={result.proposed > 0 ? 'plain' : 'primary'}
        >
          Read it
        </LinkButton>
        <Button tone="quiet" onClick={onAnother}>
          Add another
        </Button>
      </div>
    </section>
  )
}

/** That nothing is asked because nothing is prose stands among what was passed over. */
const isSaidAlready = ({ found, none }: CoverCount): boolean =>
  found === 0 && none.every(({ sort }) => sort === 'prose')

function sentence({ kind, proposed, kept, retired, passedOver }: Imported): string {
  if (kind === 'same') {
    return 'The same text was added before, letter for letter. Nothing has changed.'
  }
  if (kind === 'revision') {
    const stayed = `${count(kept, 'item stays', 'items stay')} with what you remember of ${kept === 1 ? 'it' : 'them'}`
    const gone =
      retired > 0
        ? `; ${retired} ${retired === 1 ? 'is' : 'are'} retired, because what they were drawn from is gone`
        : ''
    const fresh =
      proposed > 0 ? `. ${count(proposed, 'item waits', 'items wait')} for your decision` : ''
    return `It is an edited state of a text that was here. ${stayed}${gone}${fresh}.`
  }
  if (proposed > 0)
    return `${count(proposed, 'item is', 'items are')} proposed. Nothing is asked before you have decided on it.`
  return passedOver.length > 0
    ? 'No items are proposed. You can read it, select words in it and write items yourself.'
    : 'No facts were found in it that make good questions. You can read it, select words in it and write items yourself.'
}
