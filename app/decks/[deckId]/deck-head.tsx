'use client'

import { useState } from 'react'
import { Notice } from '@/app/components/notice'
import { DeckMenu } from '../deck-menu'

/** The deck's menu with what it has to say. */
export function DeckHead({
  deck,
}: {
  deck: {
    readonly id: string
    readonly name: string
    readonly archived: boolean
    readonly studied: boolean
  }
}) {
  const [said, setSaid] = useState('')
  return (
    <>
      <DeckMenu deck={deck} onDone={setSaid} />
      <Notice className="basis-full">{said}</Notice>
    </>
  )
}
