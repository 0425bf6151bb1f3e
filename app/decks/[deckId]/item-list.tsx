'use client'

import Link from 'next/link'
import { useState } from 'react'
import { count, figure } from '@/app/components/dates'
import { EmptyState } from '@/app/components/empty-state'
import { Marked } from '@/app/components/marked'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { ItemView } from '@/lib/usecases/item-view'
import { clicked, NOTHING, selectedOf } from '../selection'
import { BulkBar } from './bulk-bar'
import { FILTER_NAMES, FILTERS, type Filter, isShown, type Row, rowOf } from './rows'

/** The items of a deck: to look through by state, to select, and to change many at once. */
export function ItemList({
  deckId,
  items,
  others,
  today,
}: {
  deckId: string
  items: readonly ItemView[]
  others: readonly { id: string; name: string }[]
  today: StudyDay
}) {
  const [filter, setFilter] = useState<Filter>('all')
  const [selection, setSelection] = useState(NOTHING)
  const rows = items.map((item) => rowOf(item, today))
  const shown = rows.filter((row) => isShown(row, filter))
  const ids = shown.map((row) => row.id)
  const selected = selectedOf(selection, ids)
  const list = (
    <>
      <Filters rows={rows} filter={filter} onFilter={setFilter} />
      <div className="flex items-center gap-3 border-b border-rule py-1 text-note text-quiet">
        <SelectBox
          label={`Select all ${figure(ids.length)} shown`}
          checked={ids.length > 0 && selected.length === ids.length}
          mixed={selected.length > 0 && selected.length < ids.length}
          onClick={() =>
            setSelection(
              selected.length === ids.length ? NOTHING : { ids: new Set(ids), anchor: null },
            )
          }
        />
        <span aria-hidden>
          {selected.length > 0 ? `${figure(selected.length)} selected` : count(ids.length, 'item')}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="py-6 text-quiet">No item of this deck is “{FILTER_NAMES[filter]}” now.</p>
      ) : (
        <ul aria-label="Items">
          {shown.map((row) => (
            <ItemRow
              key={row.id}
              row={row}
              selected={selection.ids.has(row.id)}
              onSelect={(shift) => setSelection((was) => clicked(was, row.id, ids, shift))}
            />
          ))}
        </ul>
      )}
    </>
  )
  return (
    <>
      {items.length > 0 ? (
        list
      ) : (
        <EmptyState title="There is nothing in this deck yet.">
          Add an item by hand, move some here from another deck, or keep proposals of a text.
        </EmptyState>
      )}
      {/* Stays when the last item leaves: it says what was done, and has the way back. */}
      <BulkBar
        deckId={deckId}
        others={others}
        selected={shown.filter((row) => selection.ids.has(row.id))}
        onClear={() => setSelection(NOTHING)}
      />
    </>
  )
}

function Filters({
  rows,
  filter,
  onFilter,
}: {
  rows: readonly Row[]
  filter: Filter
  onFilter: (filter: Filter) => void
}) {
  const sizeOf = (name: Filter) => rows.filter((row) => isShown(row, name)).length
  const offered = FILTERS.filter(
    (name) => name === 'all' || name === filter || rows.some((row) => isShown(row, name)),
  )
  return (
    <fieldset className="mb-2 flex flex-wrap gap-x-1">
      <legend className="sr-only">Show</legend>
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === filter}
          onClick={() => onFilter(name)}
          className="min-h-11 px-2.5 text-quiet underline-offset-[0.4em] decoration-2 hover:text-ink aria-pressed:text-ink aria-pressed:underline"
        >
          {FILTER_NAMES[name]} <span className="figures">{figure(sizeOf(name))}</span>
        </button>
      ))}
    </fieldset>
  )
}

function ItemRow({
  row,
  selected,
  onSelect,
}: {
  row: Row
  selected: boolean
  onSelect: (shift: boolean) => void
}) {
  return (
    <li className={`flex gap-3 border-b border-rule py-3 ${selected ? 'bg-pencil-faint' : ''}`}>
      <SelectBox label={`Select: ${row.question}`} checked={selected} onClick={onSelect} />
      <div className="grid min-w-0 grow gap-x-8 gap-y-1 pr-2 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_11rem]">
        <Link
          href={`/items/${row.id}`}
          className="figures-text font-read text-[1.0625rem] leading-snug underline-offset-4 decoration-1 hover:underline"
        >
          <Marked text={row.question} />
        </Link>
        <p className="figures-text font-read text-[1.0625rem] leading-snug text-quiet">
          <Marked text={row.answer} />
        </p>
        <p className="text-note text-quiet lg:text-right">{row.note}</p>
      </div>
    </li>
  )
}

function SelectBox({
  label,
  checked,
  mixed = false,
  onClick,
}: {
  label: string
  checked: boolean
  mixed?: boolean
  onClick: (shift: boolean) => void
}) {
  return (
    <label
      className="grid size-11 shrink-0 cursor-pointer place-items-center"
      // Shift-click would select the words between.
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault()
      }}
    >
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        className="size-4.5 accent-accent"
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        onChange={(event) =>
          onClick('shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
        }
      />
    </label>
  )
}
