import type { ReactNode } from 'react'

/** The frame of every page: one column of a readable width, or (wide) a width with room for a margin column. */
export function Page({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full px-5 pt-6 pb-24 sm:px-8 sm:pt-10 ${wide ? 'max-w-page' : 'max-w-[46rem]'}`}
    >
      {children}
    </main>
  )
}

/** The page's one h1, with what stands over it, under it, and what can be done beside it. */
export function PageHeading({
  over,
  children,
  under,
  actions,
}: {
  over?: ReactNode
  children: ReactNode
  under?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {over ? <p className="mb-1 text-note text-quiet">{over}</p> : null}
        <h1 className="figures-text font-read text-title font-medium">{children}</h1>
        {under ? <div className="mt-2 text-quiet">{under}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  )
}

/** A part of a page under a heading of its own, set off by a rule. */
export function PageSection({
  title,
  actions,
  children,
  id,
}: {
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
  id?: string
}) {
  return (
    <section id={id} className="mt-12">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-rule pb-2">
        <h2 className="font-read text-heading font-medium">{title}</h2>
        {actions ? <div className="text-note">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}
