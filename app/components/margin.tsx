import type { ReactNode } from 'react'

/** A column of text with a margin column to its right; on a phone the margin's words follow below. */
export function WithMargin({ children, margin }: { children: ReactNode; margin: ReactNode }) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">{children}</div>
      <aside className="min-w-0 text-note">{margin}</aside>
    </div>
  )
}
