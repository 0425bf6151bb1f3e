'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/app/components/button'
import { Marked } from '@/app/components/marked'
import { Notice } from '@/app/components/notice'
import { takeBackRejection } from './actions'

type Rejected = { readonly id: string; readonly question: string; readonly answer: string }

/** What was rejected on an earlier day, with the way back. */
export function RejectedItems({ items }: { items: readonly Rejected[] }) {
  const [problem, setProblem] = useState('')
  const [pending, start] = useTransition()

  function takeBack(id: string) {
    start(async () => {
      const refused = await takeBackRejection(id).catch(() => ({
        message: 'This could not be sent. Try again in a moment.',
      }))
      setProblem(refused?.message ?? '')
      // The whole page begins again with it among the proposals.
      if (!refused) window.location.reload()
    })
  }

  return (
    <>
      <Notice tone="alert">{problem}</Notice>
      <ul className="divide-y divide-rule">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-6 py-2">
            <span className="figures-text min-w-0 font-read">
              <Marked text={item.question} />{' '}
              <span className="text-quiet">
                <Marked text={item.answer} />
              </span>
            </span>
            <Button
              tone="quiet"
              className="text-note"
              disabled={pending}
              onClick={() => takeBack(item.id)}
            >
              Propose again
              <span className="sr-only">: {item.question}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
