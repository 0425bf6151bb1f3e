'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Check, Field, Select } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import type { TestScope } from '@/lib/usecases/test-scopes'
import { beginSittingAction, makeTestAction } from '../actions'
import { extraTimeWords, FORMS } from '../words'
import { CellLines, type Line, newLine } from './cell-lines'

const USUAL_QUESTIONS = 20
const USUAL_MINUTES = 20

/** One button for the usual test; below it, whoever wants another says which. */
export function NewTest({
  scopes,
  first,
  extraTime,
}: {
  scopes: readonly TestScope[]
  first: number
  /** How much more time than usual is granted, in per cent. */
  extraTime: number
}) {
  const router = useRouter()
  const [chosen, setChosen] = useState(first)
  const [clock, setClock] = useState(true)
  const [byLine, setByLine] = useState(false)
  const [lines, setLines] = useState<readonly Line[]>([newLine()])
  const { act, pending, problem } = useAct()
  const scope = scopes[chosen]
  const parts = scope ? [scope.part] : []

  /** The usual one is begun at once; one of one's own is looked at first. */
  function make(draft: object, begin: boolean) {
    act(
      () => makeTestAction({ parts, ...draft }),
      ({ testId }) => {
        if (!begin) return router.push(`/tests/${testId}`)
        act(
          () => beginSittingAction(testId),
          ({ sittingId }) => router.push(`/tests/${testId}/sittings/${sittingId}`),
        )
      },
    )
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const whole = (name: string) => Number(data.get(name) || Number.NaN)
    const cells = lines.map(({ section, form, kind, count: n }) => ({
      section: section || null,
      form: form || null,
      kind: kind || null,
      count: Number(n || Number.NaN),
    }))
    make(
      {
        name: data.get('name'),
        seed: data.get('seed'),
        minutes: clock ? whole('minutes') : null,
        ...(byLine ? { cells } : { questions: whole('questions') }),
      },
      false,
    )
  }

  return (
    <div className="max-w-[34rem]">
      <Select label="On" value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
        {scopes.map((each, at) => (
          <option key={JSON.stringify(each.part)} value={at}>
            {each.part.kind === 'exam' ? 'Exam: ' : ''}
            {each.name} ({count(each.items, 'item')})
          </option>
        ))}
      </Select>
      <Button
        tone="primary"
        className="mt-5 min-h-13"
        disabled={pending}
        onClick={() => make({ questions: USUAL_QUESTIONS, minutes: USUAL_MINUTES }, true)}
      >
        Begin: {count(Math.min(USUAL_QUESTIONS, scope?.items ?? USUAL_QUESTIONS), 'question')},{' '}
        {USUAL_MINUTES} minutes
      </Button>
      <p className="mt-2 text-note text-quiet">
        The clock starts at once; it can be hidden, extended and switched off.{' '}
        {extraTimeWords(extraTime, USUAL_MINUTES)}
      </p>
      <Notice tone="alert" className="mt-4">
        {problem}
      </Notice>
      <details className="mt-8 border-t border-rule pt-2">
        <summary className="min-h-11 py-2 text-quiet hover:text-ink">Another test</summary>
        <form onSubmit={submit} noValidate className="mt-3 flex flex-col gap-5">
          <Field
            label="Name"
            name="name"
            maxLength={120}
            autoComplete="off"
            placeholder={scope?.name}
          />
          {byLine ? null : (
            <Field
              label="Questions"
              name="questions"
              type="number"
              inputMode="numeric"
              min={1}
              max={100}
              defaultValue={20}
              hint="Spread over the sections by their items, in the forms that were not drilled last."
            />
          )}
          <Check
            label="Say which sections, kinds and forms"
            checked={byLine}
            onChange={(event) => setByLine(event.target.checked)}
          />
          {byLine && scope ? (
            <CellLines lines={lines} onChange={setLines} sections={scope.sections} forms={FORMS} />
          ) : null}
          <Check
            label="With a clock"
            checked={clock}
            onChange={(event) => setClock(event.target.checked)}
          />
          {clock ? (
            <Field
              label="Minutes"
              name="minutes"
              type="number"
              inputMode="numeric"
              min={1}
              max={600}
              defaultValue={USUAL_MINUTES}
            />
          ) : null}
          <Field
            label="Seed"
            name="seed"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            hint="Left empty, one is made up. Give the one of another test to draw the same questions from the same items."
          />
          <div>
            <Button type="submit" disabled={pending}>
              Draw the test
            </Button>
          </div>
        </form>
      </details>
    </div>
  )
}
