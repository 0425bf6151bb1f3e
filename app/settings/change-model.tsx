'use client'

import { useState } from 'react'
import type { ChangePreview, Load } from '@/lib/usecases/memory-model'
import { Button } from '../components/button'
import { count, figure } from '../components/dates'
import { Dialog, DialogClose } from '../components/dialog'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { changeModelAction, previewModelAction } from './actions'

/** Other weights, or all days set anew, or both: what it would do is shown before. */
export function ChangeModel({
  number,
  inUse,
  label,
}: {
  /** The own weights to use; null: the usual ones. */
  number: number | null
  inUse: number | null
  label: string
}) {
  const [open, setOpen] = useState(false)
  const [preview, setPreview] = useState<ChangePreview | null>(null)
  const { act, pending, problem, forget } = useAct()
  const isOther = number !== inUse

  function look(now: boolean) {
    setOpen(now)
    forget()
    setPreview(null)
    if (now) act(() => previewModelAction({ number }), setPreview)
  }

  const change = (reschedule: boolean) =>
    act(
      () => changeModelAction({ number, reschedule }),
      () => setOpen(false),
    )

  return (
    <Dialog
      trigger={<Button>{label}</Button>}
      title={label}
      description={
        isOther
          ? 'The memory of every card is computed again. The days that are set can stay, or be set anew as well.'
          : 'Each day is set anew, with the weights and the desired retention now in use. This cannot be taken back.'
      }
      open={open}
      onOpenChange={look}
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Cancel</Button>} />
          <Button disabled={pending || !preview} onClick={() => change(true)}>
            {isOther ? 'Use them, set all days anew' : 'Set all days anew'}
          </Button>
          {isOther ? (
            <Button tone="primary" disabled={pending || !preview} onClick={() => change(false)}>
              Use them, keep the days
            </Button>
          ) : null}
        </>
      }
    >
      <div className="min-h-44">
        {preview ? <Preview preview={preview} /> : <p className="text-quiet">Computing …</p>}
      </div>
      <Notice tone="alert">{problem}</Notice>
    </Dialog>
  )
}

const ROWS: readonly { key: keyof Load; words: string }[] = [
  { key: 'today', words: 'Due today' },
  { key: 'tomorrow', words: 'Due tomorrow' },
  { key: 'month', words: 'Due within 30 days' },
]

function Preview({ preview: { items, moved, before, after } }: { preview: ChangePreview }) {
  return (
    <>
      <p>
        Set anew, {figure(moved)} of {count(items, 'item')} would come on another day.
      </p>
      <table className="figures mt-3 w-full text-note">
        <caption className="sr-only">What is due before and after</caption>
        <thead className="text-quiet">
          <tr>
            <td />
            <th scope="col" className="text-right font-normal">
              As set now
            </th>
            <th scope="col" className="text-right font-normal">
              Set anew
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ key, words }) => (
            <tr key={key} className="border-t border-rule">
              <th scope="row" className="py-1.5 text-left font-normal">
                {words}
              </th>
              <td className="py-1.5 text-right">{figure(before[key])}</td>
              <td className="py-1.5 text-right">{figure(after[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-note text-quiet">
        Counted with the day that each item has next; answers to come are not foreseen.
      </p>
    </>
  )
}
