'use client'

import type { DeckToAssign } from '@/lib/usecases/assign-choices'
import { count } from '../components/dates'
import { Check } from '../components/field'
import { PageSection } from '../components/frame'
import type { AssignmentValues } from './assignment-values'
import { ValueField } from './value-field'

type Change = (change: Partial<AssignmentValues>) => void

/** Which sections of the deck it is on; none ticked: all of them. */
export function SectionFields({
  sections,
  chosen,
  fixed,
  onChange,
}: {
  sections: DeckToAssign['sections']
  chosen: readonly string[]
  fixed: boolean
  onChange: (sections: readonly string[]) => void
}) {
  return (
    <details open={chosen.length > 0}>
      <summary className="min-h-11 py-2 text-quiet hover:text-ink">Only some sections</summary>
      {fixed ? (
        <p className="text-note text-quiet">
          It has reached students, so its sections stay as they are.
        </p>
      ) : null}
      <fieldset className="border-l border-rule pl-4">
        <legend className="sr-only">Sections</legend>
        {sections.map(({ section, items }) => (
          <Check
            key={section}
            disabled={fixed}
            label={
              <>
                {section || 'Before the first heading'}{' '}
                <span className="text-note text-quiet">{count(items, 'item')}</span>
              </>
            }
            checked={chosen.includes(section)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...chosen, section]
                  : chosen.filter((other) => other !== section),
              )
            }
          />
        ))}
      </fieldset>
    </details>
  )
}

/** Short, and of whole figures. */
const FIGURE = { type: 'number', inputMode: 'numeric' } as const

export function GoalFields({ values, onChange }: { values: AssignmentValues; onChange: Change }) {
  const bound = { values, onChange }
  const radio = (kind: AssignmentValues['goal'], label: string, hint: string) => (
    <Check
      type="radio"
      name="goal"
      label={label}
      hint={hint}
      checked={values.goal === kind}
      onChange={() => onChange({ goal: kind })}
    />
  )
  const place = 'mb-3 ml-7.5 w-28'
  return (
    <fieldset>
      <legend className="mb-1 text-note font-medium">Counts as done</legend>
      {radio('introduced', 'Every item answered once', 'A first acquaintance.')}
      {radio(
        'recalled',
        'Every item recalled on several days',
        'Counted once a day, at its first answer of the day.',
      )}
      {values.goal === 'recalled' ? (
        <ValueField
          label="Days"
          {...FIGURE}
          min={1}
          max={10}
          className={place}
          of="days"
          {...bound}
        />
      ) : null}
      {radio(
        'expected',
        'Recall expected on the due date',
        'The mean over all items, as the memory model expects it of each student.',
      )}
      {values.goal === 'expected' ? (
        <ValueField
          label="Per cent"
          {...FIGURE}
          min={50}
          max={97}
          className={place}
          of="recall"
          {...bound}
        />
      ) : null}
    </fieldset>
  )
}

export function ExamFields({ values, onChange }: { values: AssignmentValues; onChange: Change }) {
  const bound = { values, onChange }
  return (
    <PageSection title="An exam on it">
      <Check
        label="The class has an exam on it"
        hint="Each student gets it as an exam of their own, with a plan and a forecast."
        checked={values.hasExam}
        onChange={(event) => onChange({ hasExam: event.target.checked })}
      />
      {values.hasExam ? (
        <div className="mt-3 grid max-w-[34rem] grid-cols-2 gap-4">
          <ValueField label="Date of the exam" type="date" of="examDate" {...bound} />
          <ValueField label="Begins at" type="time" of="examTime" {...bound} />
          <ValueField
            label="Minutes a day"
            hint="Each student may change that."
            {...FIGURE}
            min={0}
            max={600}
            className="col-span-2 max-w-60"
            of="minutesPerDay"
            {...bound}
          />
        </div>
      ) : null}
    </PageSection>
  )
}
