'use client'

import { useRouter } from 'next/navigation'
import type { SubmitEvent } from 'react'
import type { ExamChoices, ItemChoice } from '@/lib/usecases/exam-choices'
import { Button, LinkButton } from '../components/button'
import { Field, Select } from '../components/field'
import { PageSection } from '../components/frame'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { changeExamAction, makeExamAction } from './actions'
import { DaysOff } from './days-off'
import { type ExamValues, readExamForm } from './exam-values'
import { ScopeFields } from './scope-fields'

/** Everything about an exam but the weights of its sections, which are set where the sections are seen. */
export function ExamForm({
  examId,
  values,
  choices,
  items,
  zones,
}: {
  /** null: a new one. */
  examId: string | null
  values: ExamValues
  choices: ExamChoices
  /** The single items among the parts. */
  items: readonly ItemChoice[]
  zones: readonly string[]
}) {
  const router = useRouter()
  const { act, pending, problem } = useAct()

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const draft = readExamForm(new FormData(event.currentTarget), choices)
    act(
      () => (examId === null ? makeExamAction(draft) : changeExamAction(examId, draft)),
      (made) => router.push(`/exams/${made.examId}`),
    )
  }

  return (
    <form onSubmit={save} noValidate>
      <div className="flex max-w-[34rem] flex-col gap-6">
        <div className="grid grid-cols-2 gap-4">
          <Field label="Date" name="date" type="date" defaultValue={values.date} />
          <Field label="Begins at" name="time" type="time" defaultValue={values.time} />
        </div>
        <Field
          label="Name"
          hint="Left empty, it is called after what it is on."
          name="name"
          defaultValue={values.name}
          autoComplete="off"
          maxLength={200}
        />
      </div>
      <PageSection title="What it is on">
        <ScopeFields choices={choices} parts={values.parts} items={items} />
      </PageSection>
      <PageSection title="What you can give">
        <div className="flex max-w-[34rem] flex-col gap-6 py-2">
          <Field
            label="Minutes a day"
            hint="For this exam, on a day that is not off."
            name="minutesPerDay"
            type="number"
            inputMode="numeric"
            min={0}
            max={600}
            defaultValue={values.minutesPerDay}
          />
          <DaysOff weekdaysOff={values.weekdaysOff} daysOff={values.daysOff} />
          <Select
            label="Time zone of the exam"
            hint="Where it takes place."
            name="timeZone"
            defaultValue={values.timeZone}
          >
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </div>
      </PageSection>
      <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button type="submit" tone="primary" disabled={pending}>
          {examId === null ? 'Make the exam' : 'Save'}
        </Button>
        <LinkButton tone="quiet" href={examId === null ? '/exams' : `/exams/${examId}`}>
          Cancel
        </LinkButton>
        <Notice tone="alert">{problem}</Notice>
      </div>
    </form>
  )
}
