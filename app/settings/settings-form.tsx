'use client'

import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { LearnerSettings } from '@/lib/core/learner'
import { Button } from '../components/button'
import { Check, Field, Select } from '../components/field'
import { PageSection } from '../components/frame'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { KeysSwitch } from '../keys/keys-dialog'
import { SpeechSwitch } from '../speech/speech-switch'
import { SwipeSwitch } from '../swipe/swipe-switch'
import { budgetsFor, budgetValue, budgetWords, readBudget } from '../today/budgets'
import { changeSettingsAction } from './actions'
import { forgottenShare, RETENTIONS } from './retention'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** The figures are those of mostNew in lib/core/session/queue.ts. */
const ASSIGNED_TOO =
  ' What your classes assign comes first, as much a day as its due date asks for: together at most twice this number, or 40 where it is 0.'

export function SettingsForm({
  settings,
  isStudent,
  forecast,
}: {
  settings: LearnerSettings
  /** Of some class: what is assigned there has its own pace. */
  isStudent: boolean
  /** What each desired retention would cost and give. */
  forecast: ReactNode
}) {
  const [retention, setRetention] = useState(settings.desiredRetention)
  const [said, setSaid] = useState('')
  const { act, pending, problem } = useAct()
  const offered = [...new Set([...RETENTIONS, Math.round(settings.desiredRetention * 100)])].sort(
    (a, b) => a - b,
  )

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const wanted = {
      rolloverHour: Number(data.get('rolloverHour')),
      desiredRetention: retention,
      newPerDay: wholeNumber(data.get('newPerDay')),
      showIntervals: data.get('showIntervals') === 'on',
      gradeButtons: data.get('gradeButtons'),
      budget: readBudget(data.get('budget')),
      holdNew: data.get('holdNew') === 'on',
      balanceLoad: data.get('balanceLoad') === 'on',
      easyDays: data.getAll('easyDays'),
    }
    setSaid('')
    act(
      () => changeSettingsAction(wanted),
      () => setSaid(whatChanges(settings, wanted)),
    )
  }

  return (
    <form onSubmit={save} noValidate>
      <PageSection title="How much, how well">
        <div className="flex max-w-[34rem] flex-col gap-6 py-2">
          <Field
            label="New items a day"
            hint={`How many you meet for the first time on one study day. Each of them comes back several times in the days after.${isStudent ? ASSIGNED_TOO : ''}`}
            name="newPerDay"
            type="number"
            inputMode="numeric"
            min={0}
            max={1000}
            defaultValue={settings.newPerDay}
          />
          <Select
            label="Desired retention"
            hint={`How sure you want to be when an item comes back. At ${Math.round(retention * 100)} %, ${forgottenShare(retention)}. Higher means more reviews a day, lower means fewer and more forgotten.`}
            value={Math.round(retention * 100)}
            onChange={(event) => setRetention(Number(event.target.value) / 100)}
          >
            {offered.map((percent) => (
              <option key={percent} value={percent}>
                {percent} %{percent === 90 ? ' (usual)' : ''}
              </option>
            ))}
          </Select>
          {forecast}
        </div>
      </PageSection>
      <PageSection title="A session" id="session">
        <div className="max-w-[34rem] py-2">
          <Select
            label="How much at a time"
            hint="What a session asks at most, by your own pace once it is known. On Today you can choose another size before you begin."
            name="budget"
            defaultValue={budgetValue(settings.budget)}
          >
            {budgetsFor(settings.budget).map((budget) => (
              <option key={budgetValue(budget)} value={budgetValue(budget)}>
                {budgetWords(budget)}
              </option>
            ))}
          </Select>
        </div>
        <Check
          name="holdNew"
          label="New items wait while there is a backlog"
          hint="When more is due than a session holds, nothing new comes on top until it is worked off."
          defaultChecked={settings.holdNew}
        />
      </PageSection>
      <PageSection title="Which days">
        <Check
          name="balanceLoad"
          label="Even out the days"
          hint="Where several days are as good for an item, one with less to do is preferred. The button shows the day that was chosen, and that day is kept."
          defaultChecked={settings.balanceLoad}
        />
        <EasyDays easyDays={settings.easyDays} />
      </PageSection>
      <PageSection title="The study day">
        <div className="max-w-[34rem] py-2">
          <Select
            label="A study day ends at"
            hint="Whoever studies past midnight still studies on the day before. Reviews that are stored keep their day."
            name="rolloverHour"
            defaultValue={settings.rolloverHour}
          >
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {`${hour}:00`}
              </option>
            ))}
          </Select>
        </div>
      </PageSection>
      <PageSection title="Grade buttons">
        <fieldset className="py-2">
          <legend className="sr-only">How many</legend>
          <Check
            type="radio"
            name="gradeButtons"
            value="four"
            label="Four: Again, Hard, Good, Easy"
            hint="Hard still counts as remembered."
            defaultChecked={settings.gradeButtons === 'four'}
          />
          <Check
            type="radio"
            name="gradeButtons"
            value="two"
            label="Two: Forgot, Remembered"
            hint="They count as Again and Good. The schedule is nearly as good, and there is less to decide."
            defaultChecked={settings.gradeButtons === 'two'}
          />
        </fieldset>
        <Check
          name="showIntervals"
          label="Show on each button when the item comes back"
          hint="10m, 4d, 2mo. Hiding it does not change your schedule."
          defaultChecked={settings.showIntervals}
        />
      </PageSection>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" tone="primary" disabled={pending}>
          Save
        </Button>
        <Notice>{said}</Notice>
        <Notice tone="alert">{problem}</Notice>
      </div>
      <PageSection title="Keys">
        <KeysSwitch />
      </PageSection>
      <PageSection title="Reading aloud">
        <SpeechSwitch />
      </PageSection>
      <PageSection title="Touch">
        <SwipeSwitch />
      </PageSection>
    </form>
  )
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** How much each day of the week shall hold. */
function EasyDays({ easyDays }: Pick<LearnerSettings, 'easyDays'>) {
  return (
    <fieldset className="py-2" aria-describedby="easy-days">
      <legend className="text-note font-medium">Easy days</legend>
      <p id="easy-days" className="mt-1 mb-3 max-w-[34rem] text-note text-quiet">
        On a day with fewer, about half as much comes back as on others; on a day with none, only
        what no other day is as good for. It holds from the next answer on.
      </p>
      <div className="grid max-w-[34rem] grid-cols-2 gap-3 sm:grid-cols-4">
        {WEEK.map((day, i) => (
          <Select key={day} label={day} name="easyDays" defaultValue={easyDays[i]}>
            <option value="normal">Normal</option>
            <option value="fewer">Fewer</option>
            <option value="none">None</option>
          </Select>
        ))}
      </div>
    </fieldset>
  )
}

/** What is no whole number is sent as it is, so that the answer says so. */
function wholeNumber(value: FormDataEntryValue | null): number | string {
  return typeof value === 'string' && /^\s*\d+\s*$/.test(value)
    ? Number(value)
    : String(value ?? '')
}

function whatChanges(
  before: LearnerSettings,
  after: { [K in keyof LearnerSettings]: unknown },
): string {
  const parts = ['Saved.']
  if (before.desiredRetention !== after.desiredRetention) {
    parts.push(
      'Days that are set already stay; each item follows the new retention from its next review on.',
    )
  }
  if (before.newPerDay !== after.newPerDay)
    parts.push('The new number of items holds from the next session.')
  if (
    JSON.stringify([before.budget, before.holdNew]) !==
    JSON.stringify([after.budget, after.holdNew])
  )
    parts.push('The next session is made in this way.')
  if (
    JSON.stringify([before.balanceLoad, before.easyDays]) !==
    JSON.stringify([after.balanceLoad, after.easyDays])
  )
    parts.push('Days that are set already stay; each item follows from its next review on.')
  if (before.rolloverHour !== after.rolloverHour)
    parts.push('The study day ends at the new hour from now on.')
  if (before.gradeButtons !== after.gradeButtons || before.showIntervals !== after.showIntervals) {
    parts.push(
      'The buttons are different from the next session. This does not change your schedule.',
    )
  }
  return parts.join(' ')
}
