'use client'

import { type SubmitEvent, useState } from 'react'
import { Button } from '@/app/components/button'
import { Field } from '@/app/components/field'
import { PageSection } from '@/app/components/frame'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import type { ExamResult } from '@/lib/core/exam/exam'
import type { CameOut } from '@/lib/core/exam/forecast/record'
import { enterResultAction } from '../actions'
import { cameWords } from '../forecast-words'
import { typedNumber } from '../typed-number'
import { scoreWords } from '../words'

/** What came of it, as the learner was told. */
export function Result({
  examId,
  result,
  came,
}: {
  examId: string
  result: ExamResult | null
  /** Beside what was forecast last. */
  came: CameOut | null
}) {
  const [editing, setEditing] = useState(false)
  return (
    <PageSection title="How it went">
      {result && !editing ? (
        <div className="flex flex-wrap items-baseline gap-x-4">
          <p className="prose-read">
            You got {scoreWords(result)}. {came ? cameWords(came) : null}
          </p>
          <Button tone="quiet" onClick={() => setEditing(true)}>
            Change
          </Button>
        </div>
      ) : (
        <ResultForm examId={examId} result={result} onSaved={() => setEditing(false)} />
      )}
    </PageSection>
  )
}

function ResultForm({
  examId,
  result,
  onSaved,
}: {
  examId: string
  result: ExamResult | null
  onSaved: () => void
}) {
  const { act, pending, problem } = useAct()

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const points = typedNumber(data.get('points'))
    const entered = points === '' && result ? null : { points, of: typedNumber(data.get('of')) }
    act(() => enterResultAction(examId, entered), onSaved)
  }

  return (
    <form onSubmit={save} noValidate>
      <div className="flex flex-wrap items-end gap-4 py-2">
        <Field
          label="Your score"
          name="points"
          inputMode="decimal"
          defaultValue={result?.points ?? ''}
          autoComplete="off"
          className="w-32"
        />
        <Field
          label="out of"
          name="of"
          inputMode="decimal"
          defaultValue={result?.of ?? 100}
          autoComplete="off"
          className="w-32"
        />
        <Button type="submit" tone="primary" disabled={pending}>
          Save
        </Button>
      </div>
      <p className="text-note text-quiet">
        Points, or per cent out of 100. It is held against what was forecast, and changes nothing
        else.
      </p>
      <Notice tone="alert" className="mt-3">
        {problem}
      </Notice>
    </form>
  )
}
