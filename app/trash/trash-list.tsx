'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { Marked } from '../components/marked'
import { Notice } from '../components/notice'
import { restoreAction } from '../items/actions'
import { useAct } from '../items/use-act'

type Deleted = {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly from: string
}

export function TrashList({ items }: { items: readonly Deleted[] }) {
  const [said, setSaid] = useState('')
  const { act, pending, problem } = useAct()

  function restore(ids: string[]) {
    act(
      () => restoreAction(ids),
      ({ changed }) => setSaid(`${count(changed, 'item')} restored.`),
    )
  }

  return (
    <>
      <Notice className="mb-6">{said}</Notice>
      <Notice tone="alert" className="mb-6">
        {problem}
      </Notice>
      {items.length > 1 ? (
        <Button
          className="mb-4"
          disabled={pending}
          // What one action takes at once.
          onClick={() => restore(items.slice(0, 1000).map((item) => item.id))}
        >
          Restore all
        </Button>
      ) : null}
      <ul className={items.length > 0 ? 'border-t border-rule' : ''}>
        {items.map((item) => (
          <li key={item.id} className="flex items-start gap-4 border-b border-rule py-3">
            <div className="figures-text min-w-0 grow font-read text-[1.0625rem] leading-snug">
              <Link
                href={`/items/${item.id}`}
                className="underline-offset-4 decoration-1 hover:underline"
              >
                <Marked text={item.question} />
              </Link>
              <p className="mt-1 text-quiet">
                <Marked text={item.answer} />
              </p>
              {item.from ? (
                <p className="mt-1 font-operate text-note text-quiet">{item.from}</p>
              ) : null}
            </div>
            <Button
              disabled={pending}
              aria-label={`Restore: ${item.question}`}
              onClick={() => restore([item.id])}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
