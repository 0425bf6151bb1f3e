'use client'

import { useState } from 'react'
import { Marked } from '@/app/components/marked'
import type { LeaderView } from '@/lib/usecases/watch-room'
import { letterOf } from './words'

/** How many hands went up, for those without a device. Each count is kept when the field is left. */
export function HandsFields({
  view,
  onCount,
}: {
  view: LeaderView
  onCount: (response: string, hands: number) => void
}) {
  const { question, hands } = view
  if (!question) return null
  const isChoice = question.form === 'choice'
  const whats = isChoice ? question.options : ['right', 'wrong']
  return (
    <fieldset>
      <legend className="text-note text-quiet">
        Hands, counted for those without a device. They change nobody’s schedule.
      </legend>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {whats.map((what, at) => (
          <li key={what}>
            <div className="flex min-h-11 items-center gap-2 text-note">
              <HandsField
                id={`hands-${at}`}
                stored={hands[what] ?? 0}
                onCount={(count) => onCount(what, count)}
              />
              <label htmlFor={`hands-${at}`} className="max-w-[16rem]">
                {isChoice ? (
                  <>
                    {letterOf(at)} <Marked text={what} />
                  </>
                ) : question.form === 'list' ? (
                  what === 'right' ? (
                    'had all of it'
                  ) : (
                    'not all of it'
                  )
                ) : (
                  what
                )}
              </label>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function HandsField({
  id,
  stored,
  onCount,
}: {
  id: string
  stored: number
  onCount: (count: number) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  function keep() {
    const count = Number(typed)
    if (typed !== null && typed.trim() !== '' && Number.isInteger(count) && count !== stored)
      onCount(count)
    setTyped(null)
  }
  return (
    <input
      id={id}
      type="number"
      inputMode="numeric"
      min={0}
      max={1000}
      value={typed ?? String(stored)}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      className="figures min-h-11 w-20 rounded-[3px] border border-edge bg-sheet px-3 py-2"
    />
  )
}
