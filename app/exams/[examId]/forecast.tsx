import { count, shortDay } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { Fold, Table } from '@/app/numbers/part'
import type { ExamPage } from '@/lib/usecases/read-exam'
import { moveWords, rangeWords } from '../forecast-words'

const WORDS = {
  now: 'If the exam were now',
  stop: 'If you stop today',
  plan: 'If you follow the plan',
} as const

/** The score to expect, its range, and what it rests on. */
export function Forecast({ page: { forecasts, said, move } }: { page: ExamPage }) {
  if (!forecasts) return null
  const { now, stop, plan } = forecasts
  const then = plan ?? stop
  const { basis } = stop
  const before = said.filter(({ kind }) => kind === 'stop')
  return (
    <PageSection title="What to expect">
      <dl className="flex max-w-[34rem] flex-col gap-2">
        {(plan ? [now, stop, plan] : [now, stop]).map((forecast) => (
          <div key={forecast.kind} className="flex items-baseline justify-between gap-4">
            <dt>{WORDS[forecast.kind]}</dt>
            <dd className="text-right whitespace-nowrap tabular-nums">
              <span className="font-medium">{percent(forecast.expected)}</span>{' '}
              <span className="text-quiet">{rangeWords(forecast)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {move ? (
        <p className="mt-3 max-w-measure">
          Since {shortDay(move.since)}: {moveWords(move)}.
        </p>
      ) : null}
      <p className="mt-3 max-w-measure text-note text-quiet">
        The score lies within the range in four of five such exams. From{' '}
        {count(basis.answers, 'answer')} on later days and{' '}
        {count(basis.firstAnswers, 'first answer')}
        {basis.unseen > 0
          ? `; ${count(basis.unseen, 'item')} of ${basis.items} not seen in full, judged by how first answers to their kind and section went.`
          : '.'}
      </p>
      <Fold summary="The forecast by section">
        <Table
          caption={`Expected at the exam: ${WORDS[then.kind].toLowerCase()}`}
          columns={['Section', 'Expected', 'Range', 'Unseen']}
          rows={then.sections.map((section) => [
            section.name,
            percent(section.expected),
            rangeWords(section),
            `${section.unseen}/${section.items}`,
          ])}
        />
      </Fold>
      {before.length > 1 ? (
        <Fold summary="What was said before">
          <Table
            caption="Forecast on each study day: if you stop on it"
            columns={['Day', 'Expected', 'Range']}
            rows={before.map((record) => [
              shortDay(record.day),
              percent(record.expected),
              rangeWords(record),
            ])}
          />
        </Fold>
      ) : null}
    </PageSection>
  )
}
