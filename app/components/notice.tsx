import type { ReactNode } from 'react'

/**
 * Says what happened. It stays in the page while it has nothing to say, because a live region that arrives together
 * with its words is often not read out: pass children or nothing.
 */
export function Notice({
  tone = 'status',
  children,
  className = '',
}: {
  /** alert interrupts, and is for what went wrong. */
  tone?: 'status' | 'alert'
  children?: ReactNode
  className?: string
}) {
  const empty = children === undefined || children === null || children === false || children === ''
  const look = tone === 'alert' ? 'border-accent' : 'border-edge'
  return (
    <div role={tone} className={empty ? 'sr-only' : className}>
      {empty ? null : <div className={`border-l-3 py-1 pl-4 ${look}`}>{children}</div>}
    </div>
  )
}

/** Words only for those who hear the page: what just changed. */
export function Announcement({ children }: { children?: ReactNode }) {
  return (
    <div role="status" className="sr-only">
      {children}
    </div>
  )
}
