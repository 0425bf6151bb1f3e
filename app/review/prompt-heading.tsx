import type { ReactNode } from 'react'
import { FOCUS_HERE } from './focus'

/** The question, as the page's heading; it takes the focus where there is no field to type into. */
export function PromptHeading({
  focus = false,
  children,
}: {
  focus?: boolean
  children: ReactNode
}) {
  return (
    <h1
      id="question"
      tabIndex={-1}
      {...(focus ? FOCUS_HERE : {})}
      className="prose-read text-pretty"
    >
      {children}
    </h1>
  )
}
