'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import type { Session } from '@/lib/core/session/state'
import { gradePreviews } from '@/lib/core/session/view'
import type { Direction } from '../swipe/swipe'
import { SwipeArea } from '../swipe/swipe-area'
import { swipeSetting } from '../swipe/swipe-setting'
import type { GradeSettings } from './grade-bar'
import type { Act } from './use-session'
import { GRADES, intervalOn, TWO_GRADES } from './words'

const GRADE_OF = { left: 1, right: 3 } as const

/** Once the answer shows, a swipe to the right is Good and one to the left Again, where this device is set so. */
export function SwipeGrades({
  session,
  settings,
  act,
  children,
}: {
  session: Session
  settings: GradeSettings
  act: Act
  children: ReactNode
}) {
  const isOn = useSyncExternalStore(
    swipeSetting.subscribe,
    () => swipeSetting.get() === 'on',
    () => false,
  )
  if (!isOn) return children
  // Null before the answer, and for a list, whose elements are credited one by one.
  const previews = gradePreviews(session)
  const grades = settings.gradeButtons === 'two' ? TWO_GRADES : GRADES
  const hint = (direction: Direction) => {
    const grade = GRADE_OF[direction]
    const name = grades.find((each) => each.grade === grade)?.name
    return previews && settings.showIntervals ? `${name} · ${intervalOn(previews[grade])}` : name
  }
  return (
    <SwipeArea
      className="min-h-[70dvh]"
      hint={hint}
      onSwipe={previews ? (direction) => act({ type: 'grade', grade: GRADE_OF[direction] }) : null}
    >
      {children}
    </SwipeArea>
  )
}
