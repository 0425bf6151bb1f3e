'use client'

import { Clock as ClockIcon } from 'lucide-react'
import { useState } from 'react'
import type { Sitting } from '@/lib/core/exam/mock/sitting'
import { Button } from '../components/button'
import { Menu, MenuItem } from '../components/menu'
import { Announcement } from '../components/notice'
import type { Doing } from './sitting-log'
import { clockWords, timeLeftWords } from './words'

const MORE_MINUTES = [5, 10, 30] as const

/** The time that is left. It can be hidden, made longer and switched off: whoever needs more time has it. */
export function Clock({
  sitting,
  now,
  doIt,
}: {
  sitting: Sitting
  now: number
  doIt: (doing: Doing) => void
}) {
  const [hidden, setHidden] = useState(false)
  const { deadline, minutes } = sitting
  if (deadline === null)
    return minutes === null ? null : <p className="py-2.5">The clock is switched off.</p>
  const left = Math.max(0, deadline - now)
  return (
    <div className="flex items-center">
      {hidden ? null : (
        <p role="timer" aria-label="Time left" className="figures px-1 py-2.5 text-ink">
          {clockWords(left)}
        </p>
      )}
      <Announcement>{timeLeftWords(left)}</Announcement>
      <Menu
        trigger={
          <Button tone="quiet" aria-label="The clock" className="min-w-11">
            <ClockIcon aria-hidden size={20} strokeWidth={1.75} />
          </Button>
        }
      >
        <MenuItem onSelect={() => setHidden(!hidden)}>
          {hidden ? 'Show the clock' : 'Hide the clock'}
        </MenuItem>
        {MORE_MINUTES.map((more) => (
          <MenuItem key={more} onSelect={() => doIt({ kind: 'extend', minutes: more })}>
            {more} more minutes
          </MenuItem>
        ))}
        <MenuItem onSelect={() => doIt({ kind: 'clockOff' })}>Switch the clock off</MenuItem>
      </Menu>
    </div>
  )
}
