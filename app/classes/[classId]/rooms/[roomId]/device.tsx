'use client'

import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { Button } from '@/app/components/button'
import { Page } from '@/app/components/frame'
import { Marked } from '@/app/components/marked'
import { Notice } from '@/app/components/notice'
import { type KeyBindings, useKeys } from '@/app/keys/use-keys'
import { BottomBar, BottomRoom } from '@/app/review/bottom-bar'
import { focusNow } from '@/app/review/focus'
import { outboxOf } from '@/app/review/outbox-browser'
import { WaitingLine } from '@/app/review/waiting-line'
import { QuestionField } from '@/app/tests/question-field'
import type { RoomAnswerInput } from '@/lib/core/class/room-answer'
import type { AskedQuestion } from '@/lib/core/exam/mock/question'
import type { ReviewId } from '@/lib/core/ids'
import type { DeviceView } from '@/lib/usecases/watch-room'
import { Told } from './told'
import { useRoom } from './use-room'
import { questionWords } from './words'

/** Milliseconds between two looks. */
const EVERY_MS = 2_000

type Watch = {
  readonly learnerId: string
  /** The server's clock when the page was made, milliseconds since 1970. */
  readonly now: number
  readonly timeZone: string
}

/** A student's device: the question to answer, then whether it was right, then where the text says it. */
export function Device({
  roomId,
  className,
  first,
  ...watch
}: Watch & { roomId: RoomAnswerInput['roomId']; className: string; first: DeviceView }) {
  const { view, lost } = useRoom(roomId, first, EVERY_MS)
  const [sent, setSent] = useState<{ readonly round: number; readonly response: string } | null>(
    null,
  )
  const ahead = useRef<number | null>(null)
  useEffect(() => {
    ahead.current ??= watch.now - Date.now()
  }, [watch.now])
  const { state, question, told } = view
  const { round } = state
  const response = view.mine?.response ?? (sent?.round === round ? sent.response : null)

  function send(given: string, durationMs: number) {
    setSent({ round, response: given })
    outboxOf(watch.learnerId).put({
      kind: 'room',
      // What the generator gives is an id as it is wanted; checking that would take a schema library along.
      id: v7() as ReviewId,
      ...{ roomId, round, response: given, durationMs, timeZone: watch.timeZone },
      reviewedAt: new Date(Date.now() + (ahead.current ?? 0)).toISOString(),
    })
  }

  return (
    <Page>
      <p className="-mt-2 mb-5 text-note text-quiet">
        {className} · in the room{round > 0 ? `, question ${round}` : ''}
      </p>
      <WaitingLine learnerId={watch.learnerId} />
      <Notice className="mb-4 text-note text-quiet">
        {lost ? 'The room cannot be reached now. It is tried again by itself.' : null}
      </Notice>
      {question === null ? (
        <Waiting round={round} />
      ) : told ? (
        <Told view={view} question={question} told={told} response={response} />
      ) : response === null ? (
        <Answering key={round} question={question} counts={view.counts} onSend={send} />
      ) : (
        <Sent question={question} response={response} heard={view.mine !== null} />
      )}
    </Page>
  )
}

function Waiting({ round }: { round: number }) {
  return (
    <>
      <h1 className="font-read text-title font-medium">
        {round === 0 ? 'You are in' : 'The next question comes'}
      </h1>
      <p role="status" className="mt-3 text-quiet">
        It appears here as soon as it is asked.
      </p>
    </>
  )
}

function Answering({
  question,
  counts,
  onSend,
}: {
  question: AskedQuestion
  counts: boolean
  onSend: (response: string, durationMs: number) => void
}) {
  const [given, setGiven] = useState<readonly string[]>([])
  const since = useRef(0)
  useEffect(() => {
    since.current = performance.now()
    window.scrollTo({ top: 0 })
    focusNow()
  }, [])
  const response = given.join('\n')
  const isBlank = response.trim() === ''
  const submit = () => {
    if (!isBlank) onSend(response, Math.round(performance.now() - since.current))
  }
  const pick = (at: number) => () => {
    const option = question.options[at]
    if (option !== undefined) setGiven([option])
  }
  const bindings: KeyBindings =
    question.form === 'choice'
      ? { Enter: submit, '1': pick(0), '2': pick(1), '3': pick(2) }
      : { Enter: submit }
  useKeys(bindings)
  return (
    <>
      <QuestionField
        question={question}
        given={given}
        onGive={(lines) => setGiven(lines)}
        onDone={submit}
      />
      <p className="mt-6 text-note text-quiet">
        {counts
          ? 'You answer once. It counts for your own schedule too, as any answer does.'
          : 'You answer once. You do not have this question among your items, so it does not change your schedule: it counts for the class only.'}
      </p>
      <BottomRoom />
      <BottomBar>
        <Button
          tone="primary"
          className="min-h-13 w-full lg:w-auto"
          aria-disabled={isBlank}
          onClick={submit}
        >
          Send the answer
        </Button>
      </BottomBar>
    </>
  )
}

function Sent({
  question,
  response,
  heard,
}: {
  question: AskedQuestion
  response: string
  /** Whether the server has it. */
  heard: boolean
}) {
  return (
    <>
      <h1 className="prose-read text-pretty">
        <Marked text={questionWords(question)} />
      </h1>
      <p className="mt-6 border-t border-rule pt-4 text-quiet">You answered</p>
      <p className="figures-text mt-1 font-read text-[1.125rem] whitespace-pre-line">{response}</p>
      <p role="status" className="mt-6 font-medium">
        {heard ? 'It has arrived. Wait for the others.' : 'It is on its way.'}
      </p>
    </>
  )
}
