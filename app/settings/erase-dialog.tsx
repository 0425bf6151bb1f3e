'use client'

import { type SubmitEvent, useState } from 'react'
import { Button, buttonClass } from '../components/button'
import { Dialog, DialogClose } from '../components/dialog'
import { Field } from '../components/field'
import { eraseEverything } from './erase'

/** Says what goes, offers the export first, and takes a typed word before anything is deleted. */
export function EraseDialog({ goes, others }: { goes: string; others: readonly string[] }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function erase(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const word = new FormData(event.currentTarget).get('word')
    setProblem(null)
    setPending(true)
    const found = await eraseEverything(typeof word === 'string' ? word : '')
    if (found === null) return window.location.replace('/')
    setPending(false)
    setProblem(found)
  }

  return (
    <Dialog
      trigger={<Button>Delete everything of mine</Button>}
      onOpenChange={() => setProblem(null)}
      title="Delete everything of mine"
      description={`This deletes ${goes}, your settings, and answers that wait on this device. It cannot be taken back.${others.length === 0 ? ' Nobody else is touched.' : ''}`}
    >
      {others.map((sentence) => (
        <p key={sentence} className="mb-3">
          {sentence}
        </p>
      ))}
      <p>
        If you may want any of it again,{' '}
        <a href="/api/export" download className="link">
          download all your data
        </a>{' '}
        first.
      </p>
      <form onSubmit={erase} noValidate className="mt-4">
        <Field
          label="Type the word delete to confirm"
          name="word"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={problem}
        />
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <DialogClose render={<Button tone="quiet">Keep everything</Button>} />
          <button type="submit" className={buttonClass('primary')} disabled={pending}>
            Delete everything
          </button>
        </div>
      </form>
    </Dialog>
  )
}
