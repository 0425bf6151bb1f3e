'use client'

import { useState } from 'react'
import type { AnswerStage, QuestionStage, Session } from '@/lib/core/session/state'
import { canUndo, currentQuestion, listElements } from '@/lib/core/session/view'
import { Later } from '../components/later'
import { Announcement, Notice } from '../components/notice'
import { useKeys } from '../keys/use-keys'
import { ReadAloud } from '../speech/read-aloud'
import { spoken } from '../speech/spoken'
import { AnswerView } from './answer-view'
import { BottomRoom } from './bottom-bar'
import type { GradeSettings } from './grade-bar'
import { loadEdit, loadSuspend } from './late-dialogs'
import { PassageAside } from './passage-aside'
import { useOpenPassage } from './passage-link'
import { QuestionView } from './question-view'
import { SwipeGrades } from './swipe-grades'
import { TopLine } from './top-line'
import type { Act } from './use-session'
import { announced } from './words'

/** A question or its answer, with what can be done besides. On a desk the passage stands to the right of the answer. */
export function SessionView({
  session,
  stage,
  settings,
  act,
  said,
}: {
  session: Session
  stage: QuestionStage | AnswerStage
  settings: GradeSettings
  act: Act
  /** What was just done, where it is not plain to see. */
  said: string
}) {
  const [editing, setEditing] = useState(false)
  const [judging, setJudging] = useState(false)
  const question = currentQuestion(session)
  const passage = stage.phase === 'answer' ? (question?.passage ?? null) : null

  const undo = () => act({ type: 'undo' }, 'Taken back.')
  const bury = () => act({ type: 'bury' }, 'Buried until tomorrow. Undo takes it back.')
  const suspend = (reason: string) =>
    act(
      { type: 'suspend', reason },
      'Suspended: not asked until you resume it. Undo takes it back.',
    )
  const { openPassage, dialog } = useOpenPassage(passage)
  const undoable = canUndo(session)
  useKeys({
    u: undoable ? undo : undefined,
    e: () => setEditing(true),
    b: bury,
    s: () => suspend(''),
    o: openPassage,
  })
  if (!question) return null

  const elements = listElements(session).flatMap((shown) =>
    shown.asked ? [shown.element.text] : [],
  )
  const key = `${stage.turn.question}-${stage.turn.shownAt}`
  return (
    <>
      <TopLine
        session={session}
        onUndo={undo}
        entries={[
          { name: 'Undo', key: 'U', disabled: !undoable, run: undo },
          { name: 'Edit the item', key: 'E', run: () => setEditing(true) },
          { name: 'Bury until tomorrow', key: 'B', run: bury },
          { name: 'Suspend', key: 'S', run: () => suspend('') },
          { name: 'This question is bad', run: () => setJudging(true) },
          ...(openPassage ? [{ name: 'Open the passage', key: 'O', run: openPassage }] : []),
        ]}
      >
        <ReadAloud
          key={`${key}-${stage.phase}`}
          pieces={spoken(stage, question.content, elements)}
          language={question.passage?.language ?? ''}
        />
      </TopLine>
      <Notice className="mb-4 text-note text-quiet">{said}</Notice>
      {/* Stays while what it says changes: the next question is heard by its focus, the answer from here. */}
      <Announcement>
        {stage.phase === 'answer' ? announced(stage, question.content.answer) : null}
      </Announcement>
      <SwipeGrades session={session} settings={settings} act={act}>
        <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(18rem,1fr)_minmax(0,26rem)]">
          <div className="min-w-0 max-w-measure">
            {stage.phase === 'question' ? (
              <QuestionView key={key} session={session} stage={stage} act={act} />
            ) : (
              <AnswerView key={key} session={session} stage={stage} settings={settings} act={act} />
            )}
          </div>
          {passage ? (
            <div className="swiped min-w-0">
              <PassageAside passage={passage} />
            </div>
          ) : null}
        </div>
      </SwipeGrades>
      <BottomRoom />
      <Later
        key={`edit-${question.itemId}`}
        load={loadEdit}
        props={{ question, act, open: editing, onOpenChange: setEditing }}
      />
      {dialog}
      <Later
        load={loadSuspend}
        props={{
          open: judging,
          onOpenChange: setJudging,
          onSuspend: (reason) => {
            setJudging(false)
            suspend(reason)
          },
        }}
      />
    </>
  )
}
