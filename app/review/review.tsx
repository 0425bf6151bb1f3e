'use client'

import { useState } from 'react'
import type { SessionPlan } from '@/lib/core/session/question'
import { Page } from '../components/frame'
import type { GradeSettings } from './grade-bar'
import { OutboxLine } from './outbox-line'
import { SessionView } from './session-view'
import { SlipView } from './slip-view'
import { type Scope, Summary } from './summary'
import { type Act, useSession } from './use-session'

/** A session from the first question to the summary, run in the page: between two cards nothing is asked of the server. */
export function Review({
  plan,
  planId,
  learnerId,
  settings,
  scope,
}: {
  plan: SessionPlan
  /** Another one for each plan that was made. */
  planId: string
  learnerId: string
  settings: GradeSettings
  scope: Scope
}) {
  const { session, act: take, renew, outbox } = useSession(plan, planId, learnerId)
  /** What was just done; gone with the next thing that is done. */
  const [said, setSaid] = useState({ words: '', at: 0 })
  const words = said.at === session.events.length ? said.words : ''
  const { stage, slip } = session
  const slipped = slip && session.plan.questions[slip.question]
  const act: Act = (wanted, done = '') => {
    const after = take(wanted)
    if (after && done !== '') setSaid({ words: done, at: after.events.length })
  }

  return (
    <Page wide>
      <OutboxLine state={outbox} learnerId={learnerId} />
      {slip && slipped ? (
        <SlipView
          key={slip.cardIds.join()}
          session={session}
          slip={slip}
          question={slipped}
          act={act}
          said={words}
        />
      ) : stage.phase === 'summary' ? (
        <Summary session={session} learnerId={learnerId} scope={scope} act={act} renew={renew} />
      ) : (
        <SessionView session={session} stage={stage} settings={settings} act={act} said={words} />
      )}
    </Page>
  )
}
