'use client'

import { useState } from 'react'
import type { CatchingUp, PaceChoice } from '@/lib/usecases/get-today'
import { Button } from '../components/button'
import { figure, longDay } from '../components/dates'
import { Select } from '../components/field'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { endCatchUpAction, startCatchUpAction } from './actions'

/** After an absence: the backlog at a pace one chooses, with the day it ends on. */
export function CatchUp({ plan, waiting }: { plan: CatchingUp; waiting: number }) {
  switch (plan.state) {
    case 'none':
      return null
    case 'offered':
      return <Offer plan={plan} waiting={waiting} />
    case 'going':
      return <Going plan={plan} waiting={waiting} />
  }
}

const FRAME = 'mt-8 max-w-measure border-l-3 border-edge py-1 pl-4'

function Offer({
  plan,
  waiting,
}: {
  plan: Extract<CatchingUp, { state: 'offered' }>
  waiting: number
}) {
  const [perDay, setPerDay] = useState(plan.proposed.perDay)
  const { act, pending, problem } = useAct()
  const chosen = plan.paces.find((pace) => pace.perDay === perDay) ?? plan.proposed
  return (
    <section aria-labelledby="catch-up" className={FRAME}>
      <h2 id="catch-up" className="font-medium">
        {figure(waiting)} waiting. {paceWords(chosen)}.
      </h2>
      <p className="mt-1 text-note text-quiet">
        That is more than a day holds. A plan takes a share each day, first what would be lost
        soonest, and ends by itself. The date counts what falls due meanwhile and what will come
        back.
      </p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <PaceSelect paces={plan.paces} value={perDay} onChange={setPerDay} />
        <Button disabled={pending} onClick={() => act(() => startCatchUpAction(perDay))}>
          Catch up at this pace
        </Button>
      </div>
      <Notice tone="alert">{problem}</Notice>
    </section>
  )
}

function Going({
  plan,
  waiting,
}: {
  plan: Extract<CatchingUp, { state: 'going' }>
  waiting: number
}) {
  const { act, pending, problem } = useAct()
  const { perDay, lastDay, done } = plan
  return (
    <section aria-labelledby="catch-up" className={FRAME}>
      <h2 id="catch-up" className="font-medium">
        {figure(waiting)} waiting.{' '}
        {lastDay === null
          ? `At ${figure(perDay)} a day they do not grow fewer`
          : paceWords({ perDay, lastDay })}
        .
      </h2>
      <p className="mt-1 text-note text-quiet">
        {figure(done)} of today’s {figure(perDay)} answered.{' '}
        {lastDay === null ? 'As much falls due as is answered: choose a faster pace.' : ''}
      </p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <PaceSelect
          paces={plan.paces}
          value={perDay}
          disabled={pending}
          onChange={(wanted) => act(() => startCatchUpAction(wanted))}
        />
        <Button tone="quiet" disabled={pending} onClick={() => act(endCatchUpAction)}>
          End the plan
        </Button>
      </div>
      <Notice tone="alert">{problem}</Notice>
    </section>
  )
}

/** '30 a day, done by Friday 4 December' */
const paceWords = ({ perDay, lastDay }: PaceChoice): string =>
  `${figure(perDay)} a day, done by ${longDay(lastDay)}`

function PaceSelect({
  paces,
  value,
  disabled = false,
  onChange,
}: {
  paces: readonly PaceChoice[]
  value: number
  disabled?: boolean
  onChange: (perDay: number) => void
}) {
  const known = paces.some((pace) => pace.perDay === value)
  return (
    <Select
      label="Pace"
      className="w-80 max-w-full"
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {known ? null : <option value={value}>{figure(value)} a day</option>}
      {paces.map((pace) => (
        <option key={pace.perDay} value={pace.perDay}>
          {paceWords(pace)}
        </option>
      ))}
    </Select>
  )
}
