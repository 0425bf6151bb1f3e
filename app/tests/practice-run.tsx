'use client'

import { useEffect, useState } from 'react'
import { type Mark, markAnswer } from '@/lib/core/exam/mock/marking'
import type { AskedQuestion, TestQuestion } from '@/lib/core/exam/mock/question'
import type { ItemId } from '@/lib/core/ids'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { Button, LinkButton } from '../components/button'
import { count } from '../components/dates'
import { Page, PageHeading } from '../components/frame'
import { useKeys } from '../keys/use-keys'
import { BottomBar, BottomRoom } from '../review/bottom-bar'
import { FOCUS_HERE, focusNow } from '../review/focus'
import { MarkedAnswer } from './marked-answer'
import { QuestionField } from './question-field'

type Practised = { readonly question: TestQuestion; readonly asked: AskedQuestion }

/** Questions again until each was right once. It is all in this page: nothing of it is sent. */
export function PracticeRun({
  name,
  back,
  questions,
  passages,
}: {
  name: string
  back: string
  questions: readonly Practised[]
  passages: ReadonlyMap<ItemId, PassageExcerpt>
}) {
  const [left, setLeft] = useState(questions)
  const [turn, setTurn] = useState(0)
  const [given, setGiven] = useState<readonly string[]>([])
  const [mark, setMark] = useState<Mark | null>(null)
  const [current, ...others] = left

  const isMarked = mark !== null
  useEffect(() => {
    if (turn >= 0 || isMarked) focusNow()
  }, [turn, isMarked])

  function check() {
    if (current) setMark(markAnswer(current.question, [...given]))
  }

  /** What was not right comes again at the end. */
  function goOn() {
    if (!current || !mark) return
    setLeft(mark.verdict === 'right' ? others : [...others, current])
    setMark(null)
    setGiven([])
    setTurn(turn + 1)
  }
  const press = mark ? goOn : check
  const digit = (at: number) => {
    const option = current?.asked.form === 'choice' ? current.asked.options[at] : undefined
    return option === undefined || mark ? undefined : () => setGiven([option])
  }
  useKeys({ ...{ Enter: press, Space: press }, '1': digit(0), '2': digit(1), '3': digit(2) })

  if (!current) {
    return (
      <Page>
        <PageHeading under={NO_CHANGE}>All of them right</PageHeading>
        <LinkButton tone="primary" href={back}>
          Go back
        </LinkButton>
      </Page>
    )
  }
  return (
    <Page>
      <div className="-mt-4 mb-5 py-2.5 text-note text-quiet sm:mt-0 lg:mb-8">
        <p className="truncate">Practice · {name}</p>
        <p className="figures-text">
          {count(left.length, 'question')} left. {NO_CHANGE}
        </p>
      </div>
      {mark ? (
        <div tabIndex={-1} {...FOCUS_HERE}>
          <h1 className="sr-only">The answer</h1>
          <MarkedAnswer
            marked={{ question: current.question, given: [...given], mark }}
            passages={passages}
          />
        </div>
      ) : (
        <QuestionField
          key={turn}
          question={current.asked}
          given={given}
          onGive={setGiven}
          onDone={check}
        />
      )}
      <BottomRoom />
      <BottomBar>
        <Button tone="primary" className="min-h-13 w-full lg:w-auto" onClick={press}>
          {mark ? 'Go on' : 'Check'}
        </Button>
      </BottomBar>
    </Page>
  )
}

const NO_CHANGE = 'This does not change your schedule.'
