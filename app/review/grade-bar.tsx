'use client'

import type { Grade } from '@/lib/core/review/event'
import type { Session } from '@/lib/core/session/state'
import { gradePreviews, suggestedGrade } from '@/lib/core/session/view'
import { buttonClass } from '../components/button'
import { KeyHint } from '../keys/key-hint'
import { useKeys } from '../keys/use-keys'
import { BottomBar } from './bottom-bar'
import { FOCUS_HERE } from './focus'
import { GRADES, intervalOn, intervalSaid, TWO_GRADES } from './words'

export type GradeSettings = {
  readonly gradeButtons: 'four' | 'two'
  readonly showIntervals: boolean
}

/** How well it was known. The suggested grade has the focus: Space or Enter takes it. */
export function GradeBar({
  session,
  settings,
  onGrade,
}: {
  session: Session
  settings: GradeSettings
  onGrade: (grade: Grade) => void
}) {
  const previews = gradePreviews(session)
  const suggested = suggestedGrade(session)
  const grades = settings.gradeButtons === 'two' ? TWO_GRADES : GRADES
  const take = () => {
    if (suggested !== null) onGrade(suggested)
  }
  const digit = (index: number) => {
    const chosen = grades[index]
    return chosen ? () => onGrade(chosen.grade) : undefined
  }
  useKeys({ Space: take, Enter: take, '1': digit(0), '2': digit(1), '3': digit(2), '4': digit(3) })
  if (!previews) return null
  return (
    <BottomBar>
      <fieldset
        // A finger that still holds Enter down from the answer must not grade it.
        onKeyDown={(event) => {
          if (event.repeat) event.preventDefault()
        }}
        className={`grid gap-2 ${grades.length === 2 ? 'grid-cols-2' : 'grid-cols-[repeat(auto-fit,minmax(4.25rem,1fr))]'}`}
      >
        <legend className="sr-only">How well did you know it?</legend>
        {grades.map(({ grade, name }, index) => (
          <button
            key={grade}
            type="button"
            {...(grade === suggested ? FOCUS_HERE : {})}
            onClick={() => onGrade(grade)}
            className={buttonClass(
              grade === suggested ? 'primary' : 'plain',
              'min-h-14 flex-col gap-0 px-1! py-1.5 leading-tight',
            )}
          >
            <span className="flex items-center gap-2">
              {name}
              <KeyHint>{String(index + 1)}</KeyHint>
            </span>
            {settings.showIntervals ? (
              <>
                <span aria-hidden className="figures text-note font-normal">
                  {intervalOn(previews[grade])}
                </span>
                <span className="sr-only">, {intervalSaid(previews[grade])}</span>
              </>
            ) : null}
          </button>
        ))}
      </fieldset>
      {settings.gradeButtons === 'four' ? (
        <p className="mt-1.5 text-center text-note text-quiet lg:text-left">
          Hard still counts as remembered.
        </p>
      ) : null}
    </BottomBar>
  )
}
