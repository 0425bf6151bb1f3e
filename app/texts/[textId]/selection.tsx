'use client'

import { useEffect, useState } from 'react'
import { Button, LinkButton } from '@/app/components/button'
import type { Span } from '@/lib/core/text/source'
import { newItemAddress } from '../place'
import { usePencil } from './pencil'
import { selectedSpan } from './selected-span'

const FLOATS = 'pointer-events-auto border-ink shadow-[0_0.3rem_1.2rem_rgb(0_0_0/0.2)]'

/** Longer than this, in characters, nobody means a single fact. */
const LONGEST = 2000

/** Offers to make items of the words, or to write one on the words, that are selected in the text. */
export function Selection({ textId }: { textId: string }) {
  const { ask } = usePencil()
  const [span, setSpan] = useState<Span | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSpan(currentSpan()), 150)
    }
    document.addEventListener('selectionchange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
    }
  }, [])
  return (
    <div role="status">
      {span ? (
        <div className="fixed inset-x-0 bottom-0 z-30 flex flex-wrap justify-center gap-3 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] pointer-events-none">
          <Button
            className={FLOATS}
            onClick={() => {
              window.getSelection()?.removeAllRanges()
              ask(span)
            }}
          >
            Make items of the selected words
          </Button>
          <LinkButton href={newItemAddress(textId, span)} className={FLOATS}>
            Write an item on the selected words
          </LinkButton>
        </div>
      ) : null}
    </div>
  )
}

function currentSpan(): Span | null {
  const root = document.querySelector('.reading')
  const selection = window.getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const span = selectedSpan(selection.getRangeAt(0), root)
  return span && span.end - span.start <= LONGEST ? span : null
}
