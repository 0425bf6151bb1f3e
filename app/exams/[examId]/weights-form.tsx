'use client'

import { type SubmitEvent, useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Field } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { weighSectionsAction } from '../actions'
import { typedNumber } from '../typed-number'

type Weighed = {
  readonly key: string
  readonly name: string
  readonly items: number
  /** null: as many as it has items. */
  readonly weight: number | null
}

/** How much each section counts, where the number of its items is not right. */
export function WeightsForm({
  examId,
  sections,
}: {
  examId: string
  sections: readonly Weighed[]
}) {
  const [said, setSaid] = useState('')
  const { act, pending, problem } = useAct()

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const weights = sections.flatMap(({ key }, n) => {
      const weight = typedNumber(data.get(`weight-${n}`))
      return weight === '' ? [] : [[key, weight] as const]
    })
    setSaid('')
    act(
      () => weighSectionsAction(examId, Object.fromEntries(weights)),
      () => setSaid('Saved.'),
    )
  }

  return (
    <details className="mt-4">
      <summary className="min-h-11 py-2 text-quiet hover:text-ink">Change the weights</summary>
      <form onSubmit={save} noValidate className="max-w-[34rem]">
        <p className="mb-4 text-note text-quiet">
          Points, hours, anything: what counts is each section’s share of the sum. Left empty, a
          section counts as many as it has items; 0 leaves it out of the score.
        </p>
        <div className="flex flex-col gap-4">
          {sections.map(({ key, name, items, weight }, n) => (
            <Field
              key={key}
              label={name}
              name={`weight-${n}`}
              inputMode="decimal"
              placeholder={count(items, 'item')}
              defaultValue={weight ?? ''}
              autoComplete="off"
            />
          ))}
        </div>
        <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button type="submit" disabled={pending}>
            Save the weights
          </Button>
          <Notice>{said}</Notice>
          <Notice tone="alert">{problem}</Notice>
        </div>
      </form>
    </details>
  )
}
