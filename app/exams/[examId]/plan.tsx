import { count, longDay, minutes, shortDay } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { Fold, Table } from '@/app/numbers/part'
import type { PlanView } from '@/lib/usecases/read-exam'
import { moveWords } from '../forecast-words'

/** What to do until the exam: today, on each day, and whether the minutes suffice. */
export function Plan({ plan, minutesPerDay }: { plan: PlanView; minutesPerDay: number }) {
  // What enough minutes on every day would bring beyond the plan, and more on the given days do not, is lost on days off.
  const onlyDaysOff =
    plan.more !== null &&
    moveWords(plan.more) === 'unchanged' &&
    plan.days.some((day) => day.given === 0)
  return (
    <PageSection title="The plan">
      <p className="max-w-measure">
        <TodaysPart plan={plan} />{' '}
        {plan.today === null ? null : (
          <>From {longDay(plan.passFrom)} on everything is asked once more, the strongest first.</>
        )}
      </p>
      <p className="mt-3 max-w-measure">
        {plan.suffices ? (
          <>{minutes(minutesPerDay)} a day suffice.</>
        ) : (
          <>
            {minutes(minutesPerDay)} a day{' '}
            {onlyDaysOff ? 'suffice, but days are off' : 'do not suffice'}.{' '}
            {plan.short.length > 0 ? (
              <>
                It costs{' '}
                {plan.short
                  .slice(0, 4)
                  .map(
                    ({ name, credit, creditWithEnough }) =>
                      `${name} ${percent(credit)} instead of ${percent(creditWithEnough)}`,
                  )
                  .join('; ')}
                .
              </>
            ) : null}
            {plan.more && !onlyDaysOff ? (
              <>
                {' '}
                With {plan.more.minutes} minutes more a day the score to expect is{' '}
                {moveWords(plan.more)}.
              </>
            ) : null}
          </>
        )}
      </p>
      <p className="mt-3 max-w-measure text-note text-quiet">
        The plan says on which day an item is asked. It changes no due day: after the exam
        everything goes on as if it had not been.
      </p>
      <Fold summary="Day by day">
        <Table
          caption="Expected, as things stand"
          columns={['Day', 'Questions', 'Minutes', 'Given']}
          rows={plan.days.map((day) => [
            shortDay(day.day),
            day.questions,
            day.questions > 0 && day.minutes === 0 ? '<1' : day.minutes,
            day.given === 0 ? 'off' : day.given,
          ])}
        />
      </Fold>
    </PageSection>
  )
}

function TodaysPart({ plan: { today, begins, days } }: { plan: PlanView }) {
  if (today === null)
    return <>Until {longDay(begins)} the items keep their own days; then the plan begins.</>
  if (today.questions === 0 && days[0]?.given === 0) return <>Today is off.</>
  if (today.questions === 0) return <>Nothing is left for today.</>
  return (
    <>
      Today: {count(today.questions, 'question')}, about {minutes(today.minutes)}.
    </>
  )
}
