'use client'

import { useEffect, useState } from 'react'
import type { Session } from '@/lib/core/session/state'
import { type Summary as Sums, summarise } from '@/lib/core/session/summary'
import { canUndo } from '@/lib/core/session/view'
import { formatStudyDay } from '@/lib/core/time/study-day'
import type { DayAhead } from '@/lib/usecases/read-outlook'
import { Button, LinkButton } from '../components/button'
import { count, figure, minutes, weekday } from '../components/dates'
import { withoutEmphasis } from '../components/emphasis'
import { PageHeading, PageSection } from '../components/frame'
import { Marked } from '../components/marked'
import { percent } from '../components/recall'
import { equip } from '../device/equip'
import { KeyHint } from '../keys/key-hint'
import { useKeys } from '../keys/use-keys'
import { outlookAction } from './actions'
import { FOCUS_HERE, focusNow } from './focus'
import { outboxOf } from './outbox-browser'
import { PassageLink } from './passage-link'
import type { Act } from './use-session'

/** What a session is about: everything, a deck or a text. */
export type Scope = { readonly deck?: string; readonly text?: string }

/** More new items at a time, for who wants to go on. */
const MORE = 10
const moreOf = (scope: Scope) => `/review?${new URLSearchParams({ ...scope, more: String(MORE) })}`

/** What the session came to, what comes next, and the way back. */
export function Summary({
  session,
  learnerId,
  scope,
  act,
  renew,
}: {
  session: Session
  learnerId: string
  scope: Scope
  act: Act
  renew: () => void
}) {
  const sums = summarise(session)
  const undo = () => act({ type: 'undo' }, 'Taken back.')
  const undoable = canUndo(session)
  useKeys({ u: undoable ? undo : undefined })
  useEffect(() => {
    window.scrollTo({ top: 0 })
    focusNow()
  }, [])
  const idle = session.history.length === 0
  return (
    <div className="max-w-[46rem]">
      <PageHeading
        under={
          idle
            ? 'Everything that is due today has been answered, or nothing has come due yet.'
            : undefined
        }
      >
        <span tabIndex={-1} {...FOCUS_HERE}>
          {idle ? 'Nothing to review now' : `${count(sums.questions, 'question')} answered`}
        </span>
      </PageHeading>
      {idle ? null : <Figures sums={sums} />}
      <Later sums={sums} session={session} onGoOn={() => act({ type: 'tick' })} />
      <div className="mt-8 flex flex-wrap items-center gap-3">
        <LinkButton href="/" tone="primary" className="min-h-13">
          Today
        </LinkButton>
        <GoOn session={session} scope={scope} renew={renew} />
        <LinkButton href={moreOf(scope)} className="min-h-13">
          Study {MORE} more new
        </LinkButton>
        {scope.deck || scope.text ? (
          <LinkButton href="/review" className="min-h-13">
            Review all decks
          </LinkButton>
        ) : null}
        {undoable ? (
          <Button tone="quiet" onClick={undo}>
            Undo the last step <KeyHint>U</KeyHint>
          </Button>
        ) : null}
      </div>
      <Ahead key={session.events.length} learnerId={learnerId} sums={sums} />
      <Forgotten session={session} sums={sums} />
      <SetAside sums={sums} act={act} />
    </div>
  )
}

/** What of today did not fit into this session: another one, beyond a day's share if that is used up. */
function GoOn({ session, scope, renew }: { session: Session; scope: Scope; renew: () => void }) {
  const { due, new: fresh } = session.plan.left
  if (due === 0 && fresh === 0) return null
  const words =
    due > 0
      ? `Go on: ${figure(due)} more ${due === 1 ? 'is' : 'are'} due`
      : `Go on: ${count(fresh, 'new item is', 'new items are')} left`
  const isBeyond = new URLSearchParams(window.location.search).has('beyond')
  if (due === 0 || scope.deck || scope.text || isBeyond)
    return (
      <Button className="min-h-13" onClick={renew}>
        {words}
      </Button>
    )
  return (
    <LinkButton href="/review?beyond=1" className="min-h-13">
      {words}
    </LinkButton>
  )
}

function Figures({ sums }: { sums: Sums }) {
  const parts = [
    { name: 'reviewed', value: figure(sums.cards), under: sums.cards === 1 ? 'card' : 'cards' },
    {
      name: 'right at first try',
      value: sums.cards > 0 ? percent(sums.rightAtFirst / sums.cards) : '–',
      under: `${figure(sums.rightAtFirst)} of ${figure(sums.cards)}`,
    },
    { name: 'of your time', value: minutes(sums.minutes), under: '' },
  ]
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4">
      {parts.map(({ name, value, under }) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-note text-quiet">{name}</dt>
          <dd>
            <span className="figures-text font-read text-heading">{value}</span>{' '}
            <span className="figures text-note text-quiet">{under}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Learning steps that end later today. */
function Later({ sums, session, onGoOn }: { sums: Sums; session: Session; onGoOn: () => void }) {
  if (sums.laterToday === 0 || sums.laterAt === null) return null
  const at = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: session.plan.timeZone,
  }).format(sums.laterAt)
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-4">
      {count(sums.laterToday, 'question')} {sums.laterToday === 1 ? 'comes' : 'come'} back later
      today, from {at} on.
      <Button tone="quiet" onClick={onGoOn}>
        See whether it is time
      </Button>
    </p>
  )
}

function Ahead({ learnerId, sums }: { learnerId: string; sums: Sums }) {
  const [heard, setHeard] = useState<readonly DayAhead[] | null>(null)
  useEffect(() => {
    let current = true
    void outboxOf(learnerId)
      .send()
      .then(() => outlookAction())
      .then((outcome) => {
        if (current && outcome.ok) setHeard(outcome.value.ahead)
      })
      .catch(() => undefined)
      .then(() => equip(learnerId))
    return () => {
      current = false
    }
  }, [learnerId])
  const ahead = heard ?? sums.ahead.map(({ day, count }) => ({ day: formatStudyDay(day), count }))
  const [tomorrow, ...rest] = ahead
  if (!tomorrow) return null
  return (
    <PageSection title="What comes">
      <p className="figures-text">
        Tomorrow {tomorrow.count === 0 ? 'nothing' : count(tomorrow.count, 'question')}
        {rest
          .filter((each) => each.count > 0)
          .map((each) => ` · ${weekday(each.day)} ${figure(each.count)}`)
          .join('')}
      </p>
      <p className="mt-1 text-note text-quiet">
        {heard
          ? 'Of all your decks; new ones come on top.'
          : 'Of this session. The other decks are added when the server answers.'}
      </p>
    </PageSection>
  )
}

function Forgotten({ session, sums }: { session: Session; sums: Sums }) {
  if (sums.forgotten.length === 0) return null
  return (
    <PageSection title="Forgotten">
      <ul>
        {sums.forgotten.map((item) => {
          const asked = session.plan.questions.find((each) => each.itemId === item.itemId)
          return (
            <li key={item.itemId} className="border-b border-rule py-3">
              <p className="figures-text font-read text-[1.0625rem] leading-snug">
                <Marked text={item.question} />
              </p>
              <p className="figures-text mt-1 font-read text-[1.0625rem] leading-snug font-medium">
                <Marked text={item.elements.length > 0 ? item.elements.join('; ') : item.answer} />
              </p>
              {asked?.passage ? (
                <PassageLink passage={asked.passage}>in the text</PassageLink>
              ) : null}
            </li>
          )
        })}
      </ul>
    </PageSection>
  )
}

function SetAside({ sums, act }: { sums: Sums; act: Act }) {
  if (sums.setAside.length === 0) return null
  return (
    <PageSection title="Set aside">
      <ul>
        {sums.setAside.map((item) => (
          <li key={item.itemId} className="flex items-start gap-4 border-b border-rule py-3">
            <div className="min-w-0 grow">
              <p className="figures-text font-read text-[1.0625rem] leading-snug">
                <Marked text={item.question} />
              </p>
              <p className="mt-1 text-note text-quiet">
                {item.kind === 'bury'
                  ? 'Buried until tomorrow'
                  : `Suspended${item.reason === '' ? '' : `: ${item.reason}`}`}
              </p>
            </div>
            <Button
              aria-label={`Ask again: ${withoutEmphasis(item.question)}`}
              onClick={() => act({ type: 'resume', itemId: item.itemId })}
            >
              Ask again
            </Button>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}
