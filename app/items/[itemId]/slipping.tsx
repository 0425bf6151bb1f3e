'use client'

import { useState } from 'react'
import { v7 } from 'uuid'
import { Button } from '@/app/components/button'
import { PageSection } from '@/app/components/frame'
import { Notice } from '@/app/components/notice'
import { ContrastView } from '@/app/repair/contrast-view'
import { RivalLines } from '@/app/repair/rival-lines'
import { slippingWords } from '@/app/repair/words'
import { isLeech, LEECH_REASON } from '@/lib/core/memory/leech'
import type { Rival } from '@/lib/core/session/question'
import type { ItemView } from '@/lib/usecases/item-view'
import { suspendAction } from '../actions'
import { useAct } from '../use-act'

/** An item that keeps slipping, to be repaired outside a session too. */
export function Slipping({ item, rival }: { item: ItemView; rival: Rival | null }) {
  const [seed, setSeed] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const { act, pending, problem } = useAct()
  const leeches = item.cards.filter((card) => isLeech(card.state.memory))
  if (leeches.length === 0 || item.status === 'deleted') return null
  const lapses = Math.max(
    ...leeches.map(({ state: { memory } }) => (memory.phase === 'new' ? 0 : memory.lapses)),
  )
  const names = item.elements.filter((e) => leeches.some((card) => card.elementKey === e.key))
  return (
    <PageSection title="Keeps slipping">
      <p>
        {slippingWords(lapses)}{' '}
        {names.length > 0 ? `It is ${names.map((e) => `“${e.text}”`).join(', ')}. ` : ''}
        Word it better with Edit, {rival ? 'tell it apart from what it is taken for, ' : ''}or let
        it rest.
      </p>
      {seed !== null && rival ? (
        <div className="mt-6 max-w-measure">
          <ContrastView
            key={seed}
            content={item}
            rival={rival}
            seed={seed}
            heading="h3"
            onDone={(words) => {
              setSeed(null)
              setSaid(words)
            }}
          />
        </div>
      ) : (
        <>
          {rival ? (
            <div className="mt-4">
              <RivalLines rival={rival} />
            </div>
          ) : null}
          <div className="mt-4 flex flex-wrap gap-3">
            {rival ? (
              <Button
                onClick={() => {
                  setSaid('')
                  setSeed(v7())
                }}
              >
                Tell the two apart
              </Button>
            ) : null}
            {item.suspended ? null : (
              <Button
                disabled={pending}
                onClick={() =>
                  act(
                    () => suspendAction([item.id], LEECH_REASON),
                    () => setSaid('It rests: not asked until you resume it.'),
                  )
                }
              >
                Let it rest
              </Button>
            )}
          </div>
        </>
      )}
      <Notice className="mt-4">{said}</Notice>
      <Notice tone="alert" className="mt-4">
        {problem}
      </Notice>
    </PageSection>
  )
}
