'use client'

import { Button } from '@/app/components/button'
import { Marked } from '@/app/components/marked'
import { Notice } from '@/app/components/notice'
import type { Original } from '@/lib/usecases/take-over'
import { takeOriginalAction } from '../actions'
import { useAct } from '../use-act'

/** A copy that its holder worded otherwise: what the original says, and the way back to it. */
export function Reworded({ itemId, original }: { itemId: string; original: Original }) {
  const { act, pending, problem } = useAct()
  const { question, answer, elements } = original
  return (
    <section aria-label="The original" className="mt-6 border-l-3 border-rule py-1 pl-4">
      <p className="text-note text-quiet">Worded by you. The original says:</p>
      <p className="figures-text mt-1 font-read">
        <Marked text={question} /> — <Marked text={elements.join('; ') || answer} />
      </p>
      <Button
        className="mt-3"
        disabled={pending}
        onClick={() => act(() => takeOriginalAction(itemId))}
      >
        Take the original over
      </Button>
      <p className="mt-2 text-note text-quiet">
        What you remember of it is kept. Until then, later changes of the original do not reach it.
      </p>
      <Notice tone="alert" className="mt-3">
        {problem}
      </Notice>
    </section>
  )
}
