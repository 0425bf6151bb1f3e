import type { ReactNode } from 'react'

/**
 * A key's name. Hidden where there is no keyboard to speak of. `hint` leaves it out of the name of the button it stands
 * in: give the button aria-keyshortcuts instead.
 */
export function Kbd({ hint, children }: { hint?: boolean; children: ReactNode }) {
  return (
    <kbd
      aria-hidden={hint}
      className="hidden min-w-5 rounded-[3px] border border-edge px-1 text-center font-operate text-fine leading-5 font-normal [@media(hover:hover)]:inline-block"
    >
      {children}
    </kbd>
  )
}
