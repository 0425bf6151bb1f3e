'use client'

import { useRef, useState } from 'react'
import type { ItemChoice } from '@/lib/usecases/exam-choices'
import { Button } from '../components/button'
import { Field } from '../components/field'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { findExamItemsAction } from './actions'

/** Finds an item by its words. It stands in a form of its own kind: Enter looks, and does not send what is around it. */
export function ItemFinder({
  taken,
  onTake,
}: {
  taken: readonly string[]
  onTake: (item: ItemChoice) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<readonly ItemChoice[] | null>(null)
  const { act, pending, problem } = useAct()
  const look = () => act(() => findExamItemsAction(field.current?.value ?? ''), setFound)
  const offered = found?.filter((item) => !taken.includes(item.id))

  return (
    <div className="max-w-[34rem]">
      <div className="mt-2 flex items-end gap-3">
        <Field
          ref={field}
          label="Words of an item"
          type="search"
          maxLength={500}
          autoComplete="off"
          enterKeyHint="search"
          className="min-w-0 grow"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            look()
          }}
        />
        <Button onClick={look} disabled={pending}>
          Find
        </Button>
      </div>
      <Notice className="mt-3">
        {found === null || problem ? null : found.length === 0 ? 'No item has these words.' : null}
      </Notice>
      <Notice tone="alert" className="mt-3">
        {problem}
      </Notice>
      {offered && offered.length > 0 ? (
        <ul aria-label="Items found" className="mt-3 border-t border-rule">
          {offered.map((item) => (
            <li key={item.id} className="flex items-start gap-3 border-b border-rule py-1">
              <p className="min-w-0 grow py-2">
                {item.question}
                {item.textTitle ? (
                  <span className="block text-note text-quiet">{item.textTitle}</span>
                ) : null}
              </p>
              <Button
                tone="quiet"
                aria-label={`Add: ${item.question}`}
                onClick={() => {
                  onTake(item)
                  field.current?.focus()
                }}
              >
                Add
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
