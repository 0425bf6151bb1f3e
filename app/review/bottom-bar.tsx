import type { ReactNode } from 'react'

/**
 * What is pressed next. On a phone it lies under the thumb, over the page and clear of the home bar, and the page keeps
 * room for it; on a desk it follows the answer and stays in sight. On a screen too low for the reader's type it just follows.
 */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 border-t border-rule bg-paper px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] [@media(max-height:20rem)]:static lg:sticky lg:mt-8 lg:px-0 lg:py-4">
      {children}
    </div>
  )
}

/** Room at the end of the page for the bar that lies over it. */
export function BottomRoom() {
  return <div aria-hidden className="h-32 lg:hidden [@media(max-height:20rem)]:hidden" />
}
