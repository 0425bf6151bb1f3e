'use client'

import { type SubmitEvent, useEffect, useState } from 'react'
import { Button } from '@/app/components/button'
import { Dialog, DialogClose } from '@/app/components/dialog'
import { Field } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import type { SharedDeck } from '@/lib/usecases/share-deck'
import { endShareAction, shareDeckAction } from '../share-actions'

/** Offers a deck by link: under which name, the link itself, and its end. */
export function Sharing({ deckId, share }: { deckId: string; share: SharedDeck | null }) {
  const [open, setOpen] = useState(false)
  const { act, pending, problem, forget } = useAct()

  function show(next: boolean) {
    forget()
    setOpen(next)
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('name')
    act(() => shareDeckAction(deckId, typeof typed === 'string' ? typed : ''))
  }

  return (
    <Dialog
      trigger={<Button>{share ? 'Shared by link' : 'Share'}</Button>}
      open={open}
      onOpenChange={show}
      title={share ? 'This deck is shared by link' : 'Share this deck by link'}
      description="Whoever has the link sees the deck’s name, its text’s title and a few questions with their passages, and can copy it. Of you they see the name below and nothing else."
    >
      {share ? (
        <>
          <Link token={share.token} />
          <p className="mt-4 text-note text-quiet">
            You are shown as “{share.name}”. What you change later is offered to those who copied
            it.
          </p>
          <Notice tone="alert" className="mt-4">
            {problem}
          </Notice>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button
              tone="quiet"
              disabled={pending}
              onClick={() =>
                act(
                  () => endShareAction(deckId),
                  () => show(false),
                )
              }
            >
              End the link
            </Button>
            <DialogClose render={<Button tone="primary">Done</Button>} />
          </div>
        </>
      ) : (
        <form onSubmit={submit} noValidate>
          <Field
            label="Your name, as it is shown"
            name="name"
            error={problem}
            autoComplete="off"
            maxLength={100}
          />
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <DialogClose render={<Button tone="quiet">Cancel</Button>} />
            <Button type="submit" tone="primary" disabled={pending}>
              Make a link
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

/** The link, to be selected or copied. Its beginning is known in the browser only. */
function Link({ token }: { token: string }) {
  const [origin, setOrigin] = useState('')
  const [said, setSaid] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  const address = `${origin}/shared/${token}`
  return (
    <>
      <Field
        label="Link"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <Button
          onClick={() =>
            navigator.clipboard
              .writeText(address)
              .then(() => setSaid('Copied.'))
              .catch(() => setSaid('This browser does not let it be copied: select it instead.'))
          }
        >
          Copy the link
        </Button>
        <Notice>{said}</Notice>
      </div>
    </>
  )
}
