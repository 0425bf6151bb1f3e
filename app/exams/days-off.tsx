'use client'

import { useRef, useState } from 'react'
import { Button } from '../components/button'
import { shortDay } from '../components/dates'
import { Check, Field } from '../components/field'

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const WHOLE = [
  ...['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
] as const

/** Days on which nothing is studied for the exam: of the week, and single ones. */
export function DaysOff({
  weekdaysOff,
  daysOff,
}: {
  weekdaysOff: readonly boolean[]
  daysOff: readonly string[]
}) {
  const field = useRef<HTMLInputElement>(null)
  const [dates, setDates] = useState(daysOff)

  function add() {
    const input = field.current
    if (!input?.value) return
    const { value } = input
    setDates((all) => [...new Set([...all, value])].sort())
    input.value = ''
  }

  return (
    <fieldset>
      <legend className="text-note font-medium">Days off</legend>
      <div className="flex flex-wrap gap-x-5">
        {WEEK.map((day, n) => (
          <Check
            key={day}
            name="weekdayOff"
            value={n}
            aria-label={WHOLE[n]}
            label={day}
            defaultChecked={weekdaysOff[n]}
          />
        ))}
      </div>
      <div className="mt-2 flex items-end gap-3">
        <Field
          ref={field}
          label="A single day"
          type="date"
          className="min-w-0 grow sm:max-w-56"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button onClick={add}>Add the day</Button>
      </div>
      {dates.length > 0 ? (
        <div className="mt-2 flex flex-wrap gap-x-5">
          {dates.map((date) => (
            <Check key={date} name="dayOff" value={date} label={shortDay(date)} defaultChecked />
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}
