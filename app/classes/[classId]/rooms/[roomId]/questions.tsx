'use client'

import { useRef } from 'react'
import { count } from '@/app/components/dates'
import { Marked } from '@/app/components/marked'
import type { ItemId } from '@/lib/core/ids'
import type { RoomPage } from '@/lib/usecases/read-room'
import { perCent } from './words'

export type Order = Extract<RoomPage, { phase: 'leading' }>['order']

/** What can be asked, in order: to choose what comes next. */
export function Questions({
  order,
  asked,
  current,
  onChoose,
}: {
  order: Order
  asked: ReadonlySet<ItemId>
  current: ItemId | null
  /** Undefined while a question is under way. */
  onChoose: ((itemId: ItemId) => void) | undefined
}) {
  const list = useRef<HTMLDetailsElement>(null)
  function choose(itemId: ItemId) {
    if (list.current) list.current.open = false
    onChoose?.(itemId)
  }
  return (
    <details ref={list} className="min-w-0">
      <summary className="min-h-11 py-2 text-note text-quiet hover:text-ink">
        {count(order.items.length, 'question')}, what the class knows least first
      </summary>
      <ol className="mt-1 max-h-[50dvh] overflow-y-auto border-y border-rule">
        {order.items.map(({ itemId, question, recall, students }) => (
          <li key={itemId} className="border-b border-rule last:border-b-0">
            <button
              type="button"
              disabled={!onChoose}
              aria-current={itemId === current ? true : undefined}
              onClick={() => choose(itemId)}
              className="flex min-h-11 w-full flex-wrap items-baseline gap-x-4 px-1 py-2 text-left hover:bg-pencil-faint aria-[current]:bg-pencil-faint disabled:hover:bg-transparent"
            >
              <span className="figures-text min-w-0 grow basis-60 font-read">
                <Marked text={question} />
              </span>
              <span className="figures text-note text-quiet">
                {asked.has(itemId) ? 'asked · ' : ''}
                {recall === null
                  ? 'not studied by anybody yet'
                  : `${perCent(recall)} recalled, of ${count(students, 'student')}`}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {order.left > 0 ? (
        <p className="mt-2 text-note text-quiet">
          {count(order.left, 'item')} of the deck can only be turned over and{' '}
          {order.left === 1 ? 'is' : 'are'} not asked here.
        </p>
      ) : null}
    </details>
  )
}
