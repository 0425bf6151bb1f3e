import type { ReactNode } from 'react'

/** Nothing is here yet: what that means and what to do, as a short paragraph, not a picture. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="max-w-[34rem] py-6">
      <p className="prose-read">{title}</p>
      {children ? <div className="mt-2 text-quiet">{children}</div> : null}
      {actions ? <div className="mt-5 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  )
}
