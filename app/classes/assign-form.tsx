'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import type { DeckToAssign } from '@/lib/usecases/assign-choices'
import { Button, LinkButton } from '../components/button'
import { Check, Select } from '../components/field'
import { PageSection } from '../components/frame'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { ExamFields, GoalFields, SectionFields } from './assign-fields'
import { assignDeckAction, changeAssignmentAction } from './assignment-actions'
import { type AssignmentValues, draftOf, outlookFor, outlookWords } from './assignment-values'
import { DateFields, ValueField } from './value-field'

type Deck = Pick<DeckToAssign, 'id' | 'name' | 'sections'> & { readonly studies?: boolean }

/** A deck, its dates, what counts as done; and what it will mean for a student. */
export function AssignForm({
  classId,
  assignmentId,
  values: given,
  decks,
  classes,
  sectionsFixed,
}: {
  classId: string
  /** null: a new one. */
  assignmentId: string | null
  values: AssignmentValues
  decks: readonly Deck[]
  /** Other classes in which it can be assigned too. */
  classes: readonly { readonly id: string; readonly name: string }[]
  /** It has reached students: what it is on stays. */
  sectionsFixed?: boolean
}) {
  const router = useRouter()
  const isNew = assignmentId === null
  const back = isNew ? `/classes/${classId}` : `/classes/${classId}/assignments/${assignmentId}`
  const { act, pending, problem } = useAct()
  const [values, setValues] = useState(given)
  const [also, setAlso] = useState<readonly string[]>([])
  const deck = decks.find(({ id }) => id === values.deckId)
  const [leaves, setLeaves] = useState<boolean | null>(null)
  const leavesOut = leaves ?? deck?.studies === false
  const outlook = deck ? outlookFor(values, deck.sections) : null
  const set = (change: Partial<AssignmentValues>) => setValues((now) => ({ ...now, ...change }))

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const draft = draftOf(values, deck?.name ?? '')
    if (assignmentId !== null) {
      act(
        () => changeAssignmentAction(classId, assignmentId, draft),
        () => router.push(back),
      )
      return
    }
    act(
      () => assignDeckAction({ draft, classIds: [classId, ...also], studied: !leavesOut }),
      ({ assignmentIds: [first] }) => router.push(`/classes/${classId}/assignments/${first}`),
    )
  }

  return (
    <form onSubmit={save} noValidate>
      <div className="flex max-w-[34rem] flex-col gap-6">
        {isNew ? (
          <Select
            label="Deck"
            value={values.deckId}
            onChange={(event) => set({ deckId: event.target.value, sections: [] })}
          >
            {decks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        {deck && deck.sections.length > 1 ? (
          <SectionFields
            sections={deck.sections}
            chosen={values.sections}
            fixed={sectionsFixed ?? false}
            onChange={(sections) => set({ sections })}
          />
        ) : null}
        <ValueField
          label="Name"
          hint="Left empty, it is called after its deck."
          autoComplete="off"
          maxLength={200}
          of="name"
          values={values}
          onChange={set}
        />
        <div className="grid grid-cols-2 gap-4">
          <DateFields values={values} onChange={set} />
        </div>
        <GoalFields values={values} onChange={set} />
        <p role="status" className="figures-text border-l-3 border-edge py-1 pl-4">
          {outlook ? outlookWords(outlook) : 'Give the dates, and what it will mean stands here.'}
        </p>
      </div>
      <ExamFields values={values} onChange={set} />
      {isNew && classes.length > 0 ? (
        <PageSection title="Other classes">
          {classes.map(({ id, name }) => (
            <Check
              key={id}
              label={`Assign it in ${name} too`}
              checked={also.includes(id)}
              onChange={(event) =>
                setAlso((now) =>
                  event.target.checked ? [...now, id] : now.filter((other) => other !== id),
                )
              }
            />
          ))}
        </PageSection>
      ) : null}
      {isNew ? (
        <PageSection title="You">
          <Check
            label="I do not study this deck myself"
            hint="Its items leave your own sessions; what you remember of them stays. You can change that on the deck’s page."
            checked={leavesOut}
            onChange={(event) => setLeaves(event.target.checked)}
          />
        </PageSection>
      ) : null}
      <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button type="submit" tone="primary" disabled={pending}>
          {isNew ? 'Assign' : 'Save'}
        </Button>
        <LinkButton tone="quiet" href={back}>
          Cancel
        </LinkButton>
        <Notice tone="alert">{problem}</Notice>
      </div>
    </form>
  )
}
