'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { Button } from '../components/button'
import { Later } from '../components/later'
import { useCanLeave } from '../device/network'
import { textPlace } from '../texts/place'
import { loadPassage } from './late-dialogs'

/** The address of a passage's evidence in its text. */
function passagePlace(passage: PassageExcerpt): string {
  const { textId, start, content, marks } = passage
  const mark = marks[0] ?? { start: 0, end: content.length }
  return textPlace(textId, { start: start + mark.start, end: start + mark.end })
}

/** Leads to the passage in its text; without a network it opens the passage as this device has it. */
export function PassageLink({
  passage,
  children,
}: {
  passage: PassageExcerpt
  children: ReactNode
}) {
  const canLeave = useCanLeave()
  const [open, setOpen] = useState(false)
  if (canLeave) {
    return (
      <Link
        href={passagePlace(passage)}
        className="link inline-flex min-h-11 items-center gap-1 text-note"
      >
        {children}
      </Link>
    )
  }
  return (
    <>
      <Button
        tone="inline"
        className="inline-flex min-h-11 items-center gap-1 text-note"
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      <Later load={loadPassage} props={{ passage, open, onOpenChange: setOpen }} />
    </>
  )
}

/** For a key and a menu: goes to the passage in its text, or opens the dialog, which is to stand somewhere in the page. */
export function useOpenPassage(passage: PassageExcerpt | null): {
  readonly openPassage: (() => void) | undefined
  readonly dialog: ReactNode
} {
  const router = useRouter()
  const canLeave = useCanLeave()
  const [open, setOpen] = useState(false)
  if (!passage) return { openPassage: undefined, dialog: null }
  return {
    openPassage: () => (canLeave ? router.push(passagePlace(passage)) : setOpen(true)),
    dialog: <Later load={loadPassage} props={{ passage, open, onOpenChange: setOpen }} />,
  }
}
