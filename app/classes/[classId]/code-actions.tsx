'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { closeJoinCodeAction, renewJoinCodeAction } from '../actions'
import { copyText } from '../copy-text'

export function CodeActions({
  classId,
  open,
  link,
}: {
  classId: string
  open: boolean
  link?: string
}) {
  const { act, pending, problem } = useAct()
  const [said, setSaid] = useState('')
  return (
    <>
      <div className="mt-4 flex flex-wrap gap-3">
        {link ? <Button onClick={() => copyText(link).then(setSaid)}>Copy the link</Button> : null}
        <Button
          disabled={pending}
          onClick={() =>
            act(
              () => renewJoinCodeAction(classId),
              () => setSaid('This is the new code.'),
            )
          }
        >
          New code
        </Button>
        {open ? (
          <Button
            tone="quiet"
            disabled={pending}
            onClick={() =>
              act(
                () => closeJoinCodeAction(classId),
                () => setSaid('The code is closed.'),
              )
            }
          >
            Close it
          </Button>
        ) : null}
      </div>
      <Notice className="mt-3">{said}</Notice>
      <Notice tone="alert" className="mt-3">
        {problem}
      </Notice>
    </>
  )
}
