'use client'

import { useMemo } from 'react'
import { todayFrom } from '@/lib/core/session/provisions'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { LinkButton } from '../components/button'
import { figure, longDay, minutes } from '../components/dates'
import { Page, PageHeading, PageSection } from '../components/frame'
import { OutboxLine } from '../review/outbox-line'
import { useOutboxState } from '../review/use-outbox'
import type { Kept } from './kept'
import { TryAgain } from './try-again'
import { useWayBack } from './use-way-back'

/** Today from what this device has brought along. */
export function OfflineToday({ kept }: { kept: Kept }) {
  useWayBack()
  const { owner, provisions, events, moment } = kept
  const today = useMemo(() => todayFrom(provisions, events, moment), [provisions, events, moment])
  const { counts, isBeyond } = today
  const waiting = counts.new + counts.learning + counts.due
  return (
    <Page>
      <OutboxLine state={useOutboxState(owner)} learnerId={owner} />
      <PageHeading over={longDay(formatStudyDay(today.studyDay))}>
        {waiting === 0 ? (
          'Nothing to review today'
        ) : (
          <>
            {figure(waiting)} to review,{' '}
            <span className="whitespace-nowrap text-quiet">about {minutes(today.minutes)}</span>
          </>
        )}
      </PageHeading>
      {waiting > 0 ? (
        <div className="flex flex-wrap items-center gap-x-7 gap-y-4">
          <LinkButton href="/review" tone="primary" className="min-h-13 px-9">
            Begin
          </LinkButton>
          <ul aria-label="What is waiting" className="flex gap-5">
            {(['new', 'learning', 'due'] as const).map((name) => (
              <li key={name}>
                <span className="font-medium">{figure(counts[name])}</span>{' '}
                <span className="text-quiet">{name}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <PageSection title="You are offline">
        <p className="prose-read max-w-measure">
          This is what your device brought along {whenPacked(kept)}.{' '}
          {isBeyond
            ? 'It was meant for a week, and that is over: there may be more to review than is known here.'
            : 'Sessions work as always, with their passages; answers are stored on this device and sent when you are online.'}
        </p>
        <p className="mt-3 text-quiet">
          Reading and adding texts, decks, editing, search and settings need the server.
        </p>
        <TryAgain />
      </PageSection>
    </Page>
  )
}

/** 'on Sunday 22 November at 10:42', by the clock of this device. */
function whenPacked({ packedAt, moment: { timeZone } }: Kept): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const time = { hour: 'numeric', minute: '2-digit' } as const
  const said = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(packedAt)
  return `on ${said(day).replace(',', '')} at ${said(time)}`
}
