'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { Dialog, DialogClose } from '@/app/components/dialog'
import { Field } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { makePasswordLinkAction } from '../../actions'

/** A link for a student who does not know their password any more, to hand over and never seen again. */
export function PasswordLink({
  classId,
  memberId,
  name,
  onClose,
}: {
  classId: string
  memberId: string
  name: string
  onClose: () => void
}) {
  const { act, pending, problem } = useAct()
  const [link, setLink] = useState<string | null>(null)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`A new password for ${name}`}
      description="With this link they set a new password themselves, within an hour and once. Whoever has it can sign in as them, so give it to them alone. On their account they see that you made it."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Close</Button>} />
          {link === null ? (
            <Button
              tone="primary"
              disabled={pending}
              onClick={() => act(() => makePasswordLinkAction(classId, memberId), setLink)}
            >
              Make the link
            </Button>
          ) : null}
        </>
      }
    >
      {link === null ? null : (
        <Field
          label="The link"
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <Notice tone="alert">{problem}</Notice>
    </Dialog>
  )
}
