import type { ReactNode } from 'react'

/** A key's name. Hidden where there is no keyboard to speak of. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="hidden min-w-5 rounded-[3px] border border-edge px-1 text-center font-operate text-fine leading-5 font-normal [@media(hover:hover)]:inline-block">
      {children}
    </kbd>
  )
}
