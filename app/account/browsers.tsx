'use client'

import type { AccountView } from '@/lib/usecases/read-account'
import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { endSignInAction } from './actions'
import { browserWords } from './browser-words'

/** The browsers that are signed in, each to be signed out from here. */
export function Browsers({
  browsers,
  here,
  timeZone,
}: {
  browsers: AccountView['browsers']
  /** The sign-in of this one. */
  here: string | null
  timeZone: string
}) {
  const { act, pending, problem } = useAct()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone })
  return (
    <>
      <ul aria-label="Signed in">
        {browsers.map(({ id, userAgent, since, lastSeen }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-rule py-2 first:border-0"
          >
            <span>
              {browserWords(userAgent)}
              {id === here ? ', this one' : ''}
              <span className="block text-note text-quiet">
                Since {day.format(since)}; last seen on {day.format(lastSeen)}
              </span>
            </span>
            {id === here ? null : (
              <Button
                tone="quiet"
                disabled={pending}
                aria-label={`Sign out ${browserWords(userAgent)}, since ${day.format(since)}`}
                onClick={() => act(() => endSignInAction(id))}
              >
                Sign it out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Notice tone="alert">{problem}</Notice>
    </>
  )
}
