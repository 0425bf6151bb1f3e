'use client'

import { type ReactElement, useState } from 'react'
import { ConfirmDialog } from '../components/confirm-dialog'
import { Check, TextArea } from '../components/field'

const REASONS = [
  { reason: 'wrong', hint: 'The answer is not what the text says.' },
  { reason: 'ambiguous', hint: 'Several answers would be right.' },
  { reason: 'without context', hint: 'It cannot be answered without seeing the passage.' },
  { reason: 'trivial', hint: 'It is not worth remembering.' },
] as const

const OTHER = 'other'

/** What is bad about a question: it is suspended, and why is kept with it. */
export function SuspendDialog({
  trigger,
  open,
  onOpenChange,
  problem,
  pending = false,
  onSuspend,
}: {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  problem?: string | null
  pending?: boolean
  onSuspend: (reason: string) => void
}) {
  const [chosen, setChosen] = useState<string>(REASONS[0].reason)
  const [words, setWords] = useState('')
  return (
    <ConfirmDialog
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      title="This question is bad"
      description="It is suspended: not asked until you resume it. What you say stands beside it in its deck."
      confirm="Suspend it"
      disabled={pending}
      problem={problem}
      onConfirm={() => onSuspend(chosen === OTHER ? words.trim() : chosen)}
    >
      <fieldset>
        <legend className="sr-only">What is bad about it</legend>
        {REASONS.map(({ reason, hint }) => (
          <Check
            key={reason}
            type="radio"
            name="reason"
            label={reason.slice(0, 1).toUpperCase() + reason.slice(1)}
            hint={hint}
            checked={chosen === reason}
            onChange={() => setChosen(reason)}
          />
        ))}
        <Check
          type="radio"
          name="reason"
          label="Something else"
          checked={chosen === OTHER}
          onChange={() => setChosen(OTHER)}
        />
        {chosen === OTHER ? (
          <TextArea
            label="In your words"
            value={words}
            maxLength={2000}
            onChange={(event) => setWords(event.target.value)}
          />
        ) : null}
      </fieldset>
    </ConfirmDialog>
  )
}
