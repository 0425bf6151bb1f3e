'use client'

import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { deviceSetting } from '../device-setting'

const told = deviceSetting('passage.account-told', ['no', 'yes'])

/** Stays until it is answered, and does not come again. */
export function ToldOnce({ answers }: { answers: number }) {
  const known = useSyncExternalStore(
    told.subscribe,
    () => told.get() === 'yes',
    () => true,
  )
  if (known) return null
  return (
    <aside
      aria-label="An account"
      className="mt-8 flex max-w-measure flex-wrap items-center gap-x-5 gap-y-2 border-l-3 border-edge py-1 pl-4"
    >
      <p>
        {count(answers, 'answer')} are kept for this browser alone. With an{' '}
        <Link href="/sign-up" className="link">
          account
        </Link>{' '}
        you find them again in another.
      </p>
      <Button tone="quiet" onClick={() => told.set('yes')}>
        Not now
      </Button>
    </aside>
  )
}
