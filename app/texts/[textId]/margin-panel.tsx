'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Marked } from '@/app/components/marked'
import { Known } from '@/app/components/recall'
import { newItemAddress } from '../place'
import { PANEL_ID } from './margin-mark'
import { NoItemsHere } from './no-items'
import { type MarginItem, type OpenBlock, usePencil } from './pencil'
import { StretchPanel } from './stretch-panel'

/** The items of the passage that is open: beside it on a desk, at the bottom of a phone. */
export function MarginPanel({ textId }: { textId: string }) {
  const { open, asked } = usePencil()
  if (asked)
    return <StretchPanel key={`${asked.start}-${asked.end}`} textId={textId} stretch={asked} />
  return open ? <OpenPanel key={open.index} textId={textId} open={open} /> : null
}

function OpenPanel({ textId, open }: { textId: string; open: OpenBlock }) {
  const { items, show, ask, hint } = usePencil()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section
      id={PANEL_ID}
      aria-labelledby={`${PANEL_ID}-title`}
      className="z-20 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:max-h-[46dvh] max-lg:overflow-y-auto max-lg:border-t max-lg:border-edge max-lg:bg-sheet max-lg:px-5 max-lg:pt-2 max-lg:pb-6 max-lg:shadow-[0_-0.5rem_1.5rem_rgb(0_0_0/0.12)] lg:mb-10"
    >
      <div className="flex items-center justify-between">
        <h2
          ref={heading}
          tabIndex={-1}
          id={`${PANEL_ID}-title`}
          className="text-note font-medium text-quiet"
        >
          {open.none ? 'No items' : count(open.items.length, 'item')} on this passage
        </h2>
        <button
          type="button"
          onClick={() => show(null)}
          className="-mr-2 grid size-11 place-items-center text-quiet hover:text-ink"
        >
          <X aria-hidden size={18} strokeWidth={1.75} />
          <span className="sr-only">Close the items of this passage</span>
        </button>
      </div>
      {open.none ? <NoItemsHere textId={textId} none={open.none} /> : null}
      <ul className={open.none ? 'hidden' : 'divide-y divide-rule border-y border-rule'}>
        {open.items.map((index) => {
          const item = items[index]
          return item ? (
            <li
              key={item.id}
              onPointerEnter={() => hint([index])}
              onPointerLeave={() => hint([])}
              onFocus={() => hint([index])}
              onBlur={() => hint([])}
            >
              <ItemLine item={item} />
            </li>
          ) : null
        })}
      </ul>
      <p className="mt-3">
        <Button
          tone="inline"
          className="py-1.5"
          onClick={() => ask({ start: open.start, end: open.end })}
        >
          {open.none ? 'Make items of it' : 'Make more items of it'}
        </Button>
      </p>
      <p>
        <Link href={newItemAddress(textId, open)} className="link inline-block py-1.5">
          Write an item on this passage
        </Link>
      </p>
    </section>
  )
}

function ItemLine({ item }: { item: MarginItem }) {
  return (
    <Link href={`/items/${item.id}`} className="group block py-3">
      <span className="figures-text block font-read text-[1.0625rem] leading-snug decoration-1 underline-offset-4 group-hover:underline">
        <Marked text={item.question} />
      </span>
      <span className="figures-text mt-1 line-clamp-4 font-read text-note text-quiet">
        <Marked text={item.answer} />
      </span>
      <span className="mt-1.5 block text-note text-quiet">
        <Known recall={item.recall} />
        {item.suspended ? ' · suspended' : ''}
      </span>
    </Link>
  )
}
