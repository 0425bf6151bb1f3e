'use client'

import type { Sitting } from '@/lib/core/exam/mock/sitting'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { Dialog, DialogClose } from '../components/dialog'
import { unansweredIn } from './places'
import { placesWords } from './words'

/** Says what is still open before anything is final. */
export function HandIn({
  open,
  onOpenChange,
  total,
  sitting,
  onHandIn,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  total: number
  sitting: Sitting
  onHandIn: () => void
}) {
  const left = unansweredIn(sitting, total)
  const flagged = [...sitting.flagged].sort((a, b) => a - b)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Hand in the test"
      description="After that no answer can be changed."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Go back to it</Button>} />
          <Button
            tone="primary"
            onClick={() => {
              onOpenChange(false)
              onHandIn()
            }}
          >
            Hand it in
          </Button>
        </>
      }
    >
      <ul className="figures-text">
        <li>
          {left.length === 0
            ? `All ${total} questions are answered.`
            : `Not answered, ${left.length} of ${total}: ${placesWords(left)}.`}
        </li>
        {flagged.length > 0 ? (
          <li>
            {count(flagged.length, 'question')} flagged: {placesWords(flagged)}.
          </li>
        ) : null}
      </ul>
    </Dialog>
  )
}
