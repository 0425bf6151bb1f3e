'use client'

import { type SubmitEvent, useState } from 'react'
import { v7 } from 'uuid'
import { Button } from '@/app/components/button'
import { TextArea } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { contestAction } from '@/app/tests/actions'

/** "I was right": with a reason, which stays beside the answer. */
export function Contest({
  sittingId,
  question,
  seq,
  contested,
}: {
  sittingId: string
  question: number
  seq: number
  contested: string | null
}) {
  const [open, setOpen] = useState(false)
  const { act, pending, problem } = useAct()

  function contest(reason: string) {
    const event = { id: v7(), seq, at: Date.now(), kind: 'contest', question, reason }
    act(
      () => contestAction(sittingId, event),
      () => setOpen(false),
    )
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = new FormData(event.currentTarget).get('reason')
    contest(typeof reason === 'string' && reason.trim() !== '' ? reason : 'I was right.')
  }

  if (contested !== null)
    return (
      <div className="mt-3 text-note">
        <p>
          Contested, and counted as right: <span className="font-read">{contested}</span>
        </p>
        <Button tone="quiet" disabled={pending} onClick={() => contest('')}>
          Take it back
        </Button>
        <Notice tone="alert">{problem}</Notice>
      </div>
    )
  if (!open)
    return (
      <Button tone="quiet" className="mt-1 -ml-2" onClick={() => setOpen(true)}>
        I was right
      </Button>
    )
  return (
    <form onSubmit={submit} className="mt-3 max-w-[34rem]">
      <TextArea
        label="Why it should count"
        name="reason"
        rows={2}
        maxLength={2000}
        error={problem}
        hint="For yourself, and for whoever mends the item. It may stay empty."
      />
      <div className="mt-3 flex flex-wrap gap-3">
        <Button type="submit" disabled={pending}>
          Count it as right
        </Button>
        <Button tone="quiet" onClick={() => setOpen(false)}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
