'use client'

import Link from 'next/link'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Marked } from '@/app/components/marked'
import { Known } from '@/app/components/recall'
import { newItemAddress } from '../place'
import { NoItemsHere } from './no-items'
import { Panel } from './panel'
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
  return (
    <Panel
      title={`${open.none ? 'No items' : count(open.items.length, 'item')} on this passage`}
      closing="Close the items of this passage"
      onClose={() => show(null)}
    >
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
    </Panel>
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
