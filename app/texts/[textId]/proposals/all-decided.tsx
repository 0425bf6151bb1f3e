'use client'

import { useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'

/** The end of the proposals: what came of them, and what to do now. */
export function AllDecided({
  textId,
  kept,
  rejected,
  onBack,
  onUndo,
}: {
  textId: string
  kept: number
  rejected: number
  onBack: () => void
  onUndo?: () => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (kept + rejected > 0) heading.current?.focus()
  }, [kept, rejected])
  return (
    <div className="max-w-measure">
      <h2 ref={heading} tabIndex={-1} className="font-read text-heading font-medium">
        {kept + rejected > 0 ? 'All decided' : 'Nothing is waiting'}
      </h2>
      <p className="prose-read mt-2">
        {kept + rejected > 0
          ? `${count(kept, 'item')} kept, ${rejected} rejected. What was kept is in the deck of this text, and new items come up day by day.`
          : 'Every proposal of this text has been decided.'}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href={`/review?text=${textId}`} tone="primary">
          Review this text
        </LinkButton>
        <LinkButton href={`/texts/${textId}`}>Read it</LinkButton>
        {kept + rejected > 0 ? <Button onClick={onBack}>Look at them again</Button> : null}
        {onUndo ? (
          <Button tone="quiet" onClick={onUndo}>
            Undo the last decision
          </Button>
        ) : null}
      </div>
    </div>
  )
}
