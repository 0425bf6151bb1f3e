'use client'

import { useEffect, useState } from 'react'
import { v7 } from 'uuid'
import type { Question } from '@/lib/core/session/question'
import type { Session, Slip } from '@/lib/core/session/state'
import { Button } from '../components/button'
import { Later } from '../components/later'
import { Marked } from '../components/marked'
import { Notice } from '../components/notice'
import { KeyHint } from '../keys/key-hint'
import { useKeys } from '../keys/use-keys'
import { ContrastView } from '../repair/contrast-view'
import { RivalLines } from '../repair/rival-lines'
import { slippingWords } from '../repair/words'
import { BottomBar, BottomRoom } from './bottom-bar'
import { FOCUS_HERE, focusNow } from './focus'
import { loadEdit } from './late-dialogs'
import { PassageAside } from './passage-aside'
import { useOpenPassage } from './passage-link'
import { TopLine } from './top-line'
import type { Act } from './use-session'

/** An item that was forgotten once too often: what it is mistaken for, and three ways on besides asking it again. */
export function SlipView({
  session,
  slip,
  question,
  act,
  said,
}: {
  session: Session
  slip: Slip
  question: Question
  act: Act
  said: string
}) {
  const [editing, setEditing] = useState(false)
  const [seed, setSeed] = useState<string | null>(null)
  const [result, setResult] = useState('')
  const { passage, rival } = question

  const leave = () => act({ type: 'leaveSlip' })
  const undo = () => act({ type: 'undo' }, 'Taken back.')
  const rest = () =>
    act({ type: 'rest' }, 'It rests: not asked until you resume it. Undo takes it back.')
  const contrast = rival
    ? () => {
        setResult('')
        setSeed(v7())
      }
    : undefined
  const edit = () => setEditing(true)
  const { openPassage, dialog } = useOpenPassage(passage)
  const practising = seed !== null
  useKeys({
    u: undo,
    e: edit,
    s: rest,
    o: openPassage,
    c: practising ? undefined : contrast,
    Space: practising ? undefined : leave,
    Enter: practising ? undefined : leave,
  })
  useEffect(() => {
    window.scrollTo({ top: 0 })
    focusNow()
  }, [])

  return (
    <>
      <TopLine
        session={session}
        question={question}
        onUndo={undo}
        entries={[
          { name: 'Undo', key: 'U', run: undo },
          { name: 'Edit the item', key: 'E', run: edit },
          { name: 'Let it rest', key: 'S', run: rest },
          ...(openPassage ? [{ name: 'Open the passage', key: 'O', run: openPassage }] : []),
        ]}
      />
      <Notice className="mb-4 text-note text-quiet">{said}</Notice>
      <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(18rem,1fr)_minmax(0,26rem)]">
        <div className="min-w-0 max-w-measure">
          {seed !== null && rival ? (
            <ContrastView
              key={seed}
              content={question.content}
              rival={rival}
              seed={seed}
              heading="h1"
              onDone={(words) => {
                setSeed(null)
                setResult(words)
              }}
            />
          ) : (
            <>
              <Heading lapses={slip.lapses} />
              <Slipped question={question} slip={slip} />
              {rival ? (
                <div className="mt-6">
                  <RivalLines rival={rival} />
                </div>
              ) : null}
              <div className="mt-6 flex flex-wrap gap-3">
                {contrast ? (
                  <Button onClick={contrast}>
                    Tell the two apart <KeyHint>C</KeyHint>
                  </Button>
                ) : null}
                <Button onClick={edit}>
                  Edit the item <KeyHint>E</KeyHint>
                </Button>
                <Button onClick={rest}>
                  Let it rest <KeyHint>S</KeyHint>
                </Button>
              </div>
              <Notice className="mt-4">{result}</Notice>
              <BottomBar>
                <Button tone="primary" className="min-h-13 w-full lg:w-auto" onClick={leave}>
                  Go on <KeyHint>Space</KeyHint>
                </Button>
              </BottomBar>
            </>
          )}
        </div>
        {passage && !practising ? <PassageAside passage={passage} /> : null}
      </div>
      {practising ? null : <BottomRoom />}
      {dialog}
      <Later load={loadEdit} props={{ question, act, open: editing, onOpenChange: setEditing }} />
    </>
  )
}

/** Takes the focus each time it appears: first, and after a contrast. */
function Heading({ lapses }: { lapses: number }) {
  useEffect(() => focusNow(), [])
  return (
    <>
      <h1 tabIndex={-1} {...FOCUS_HERE} className="font-read text-heading font-medium">
        This one keeps slipping
      </h1>
      <p className="mt-1 text-quiet">
        {slippingWords(lapses)} It comes again as always, or you change something about it now.
      </p>
    </>
  )
}

/** What was asked and what the answer is; of a list, the elements that slipped. */
function Slipped({ question: { content, cards }, slip }: { question: Question; slip: Slip }) {
  const keys = cards.filter((card) => slip.cardIds.includes(card.id)).map((card) => card.elementKey)
  const elements = content.elements.filter((element) => keys.includes(element.key))
  return (
    <div className="mt-6 border-t border-rule pt-4">
      <p className="prose-read text-pretty">
        <Marked text={content.question} />
      </p>
      {elements.length > 0 ? (
        <ul className="prose-read mt-2 list-disc pl-6 font-medium">
          {elements.map((element) => (
            <li key={element.key}>
              <Marked text={element.text} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="prose-read mt-2 font-medium">
          <Marked text={content.answer} />
        </p>
      )}
    </div>
  )
}
