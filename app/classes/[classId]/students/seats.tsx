'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { mailSeatLinksAction, makeSeatLinksAction } from '../../actions'
import { LinkStrips, type LinkToHand } from './link-strips'
import { SeatMenu } from './seat-menu'
import type { SeatRow } from './seat-row'

/** Everybody in the class, what can be done with each seat, and the links that were just made. */
export function Seats({
  classId,
  className,
  students,
  staff,
  mayManage,
  mayChangeRoles,
  addresses,
}: {
  classId: string
  className: string
  students: readonly SeatRow[]
  staff: readonly SeatRow[]
  mayManage: boolean
  mayChangeRoles: boolean
  /** Free seats that a link can be mailed to; 0 where this place sends no mail. */
  addresses: number
}) {
  const { act, pending, problem } = useAct()
  const [links, setLinks] = useState<readonly LinkToHand[]>([])
  const [said, setSaid] = useState('')
  const free = students.filter(({ state }) => state === 'free').map(({ id }) => id)
  const makeLinks = (ids: readonly string[]) => {
    setSaid('')
    act(() => makeSeatLinksAction(classId, [...ids]), setLinks)
  }
  const mailLinks = () => {
    setLinks([])
    setSaid('')
    act(
      () => mailSeatLinksAction(classId),
      ({ sent, failed }) =>
        setSaid(
          failed.length === 0
            ? `${count(sent, 'link')} sent.`
            : `${count(sent, 'link')} sent. The mail server did not take those to ${failed.join(', ')}: make their links here.`,
        ),
    )
  }
  const lines = (rows: readonly SeatRow[], label: string, editable: boolean) => (
    <ul aria-label={label} className="divide-y divide-rule border-b border-rule">
      {rows.map((row) => (
        <li key={row.id} className="flex items-center justify-between gap-4 py-1.5">
          <div className="min-w-0">
            <p className="font-read text-[1.0625rem] wrap-anywhere">
              {row.role === 'student' && row.state !== 'free' ? (
                <Link
                  href={`/classes/${classId}/students/${row.id}`}
                  className="underline decoration-rule decoration-1 underline-offset-4 hover:decoration-ink"
                >
                  {row.displayName}
                </Link>
              ) : (
                row.displayName
              )}
              {row.role === 'student' ? null : (
                <span className="font-operate text-note text-quiet"> · {row.role}</span>
              )}
            </p>
            <p className="text-note text-quiet wrap-anywhere">{row.words}</p>
          </div>
          {editable && !row.own ? (
            <SeatMenu
              {...{ classId, row, mayChangeRoles }}
              onLink={() => makeLinks([row.id])}
              onDone={(words) => {
                setLinks([])
                setSaid(words)
              }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <Notice tone="alert" className="mb-6">
        {problem}
      </Notice>
      <Notice className="mb-6">{said}</Notice>
      <LinkStrips className={className} links={links} onClose={() => setLinks([])} />
      <div className={links.length > 0 ? 'print:hidden' : ''}>
        {students.length === 0 ? (
          <p className="max-w-measure py-3 text-quiet">
            Nobody has a seat here yet. Give out the code, or paste a list below.
          </p>
        ) : (
          lines(students, 'Students', mayManage)
        )}
        {mayManage && free.length > 0 ? (
          <div className="mt-4">
            <div className="flex flex-wrap gap-3">
              <Button disabled={pending} onClick={() => makeLinks(free)}>
                Links for {free.length === 1 ? 'the free seat' : `all ${free.length} free seats`}
              </Button>
              {addresses > 0 ? (
                <Button disabled={pending} onClick={mailLinks}>
                  Mail {count(addresses, 'link')}
                </Button>
              ) : null}
            </div>
            <p className="mt-2 max-w-measure text-note text-quiet">
              Each opens one seat, once, within 30 days. New links replace those made before.
            </p>
          </div>
        ) : null}
        <PageSection title="Who teaches">{lines(staff, 'Staff', mayChangeRoles)}</PageSection>
      </div>
    </>
  )
}
