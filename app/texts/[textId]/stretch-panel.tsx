'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Marked } from '@/app/components/marked'
import type { Outcome } from '@/lib/core/outcome'
import type { Span } from '@/lib/core/text/source'
import type { AskedStretch, StretchItem } from '@/lib/usecases/ask-stretch'
import { newItemAddress } from '../place'
import { whyNoneWords } from '../why-none-words'
import { askStretchAction, decideAction } from './actions'
import { Panel } from './panel'
import { usePencil } from './pencil'

type Found = Outcome<AskedStretch> | null

/** The items that can be made of the stretch that somebody has marked, each to be kept or not. */
export function StretchPanel({ textId, stretch }: { textId: string; stretch: Span }) {
  const { ask } = usePencil()
  const [found, setFound] = useState<Found>(null)
  useEffect(() => {
    let gone = false
    askStretchAction(textId, stretch)
      .catch(() => NOT_REACHED)
      .then((outcome) => {
        if (!gone) setFound(outcome)
      })
    return () => {
      gone = true
    }
  }, [textId, stretch])
  return (
    <Panel
      title="What can be asked here"
      closing="Close what can be asked here"
      onClose={() => ask(null)}
      isTall
    >
      <p role="status" className="text-quiet">
        {said(found)}
      </p>
      {found?.ok && found.value.items.length > 0 ? <FoundItems items={found.value.items} /> : null}
      <p className="mt-3">
        <Link href={newItemAddress(textId, stretch)} className="link inline-block py-1.5">
          Write an item by hand
        </Link>
      </p>
    </Panel>
  )
}

const NOT_REACHED: Outcome<never> = {
  ok: false,
  problem: {
    code: 'unavailable',
    message: 'The server cannot be reached now. Nothing was changed. Try again in a moment.',
  },
}

function said(found: Found): string {
  if (found === null) return 'Reading it …'
  if (!found.ok) return found.problem.message
  const { items, dropped } = found.value
  if (items.length > 0)
    return `${count(items.length, 'item')}, less sure ones too. What you leave is among the proposals.`
  return `No item could be made of it. ${whyNoneWords(dropped.find((one) => one.dropped.length > 0)?.dropped ?? [])}`
}

function FoundItems({ items }: { items: readonly StretchItem[] }) {
  return (
    <ul className="mt-2 divide-y divide-rule border-y border-rule">
      {items.map((item) => (
        <FoundItem key={item.id} item={item} />
      ))}
    </ul>
  )
}

const STANDS = { kept: 'Kept', rejected: 'Rejected', proposed: '' } as const

function FoundItem({ item }: { item: StretchItem }) {
  const [status, setStatus] = useState(item.status)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  async function decide(decision: 'keep' | 'reject') {
    setBusy(true)
    const outcome = await decideAction([item.id], decision).catch(() => NOT_REACHED)
    setBusy(false)
    setProblem(outcome.ok ? '' : outcome.problem.message)
    if (outcome.ok) setStatus(decision === 'keep' ? 'kept' : 'rejected')
  }
  const stands = status === 'kept' || status === 'rejected' ? STANDS[status] : ''
  return (
    <li className="py-3">
      <p className="figures-text font-read text-[1.0625rem] leading-snug">
        <Marked text={item.question} />
      </p>
      <p className="figures-text mt-1 font-read text-note text-quiet">
        <Marked text={item.answer} />
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3">
        {status === 'kept' ? null : (
          <Button tone="quiet" disabled={busy} className="-ml-2" onClick={() => decide('keep')}>
            Keep<span className="sr-only">: {item.question}</span>
          </Button>
        )}
        {status === 'rejected' ? null : (
          <Button tone="quiet" disabled={busy} className="-ml-2" onClick={() => decide('reject')}>
            Reject<span className="sr-only">: {item.question}</span>
          </Button>
        )}
        <span role="status" className="text-note">
          {problem || stands}
        </span>
      </div>
    </li>
  )
}
