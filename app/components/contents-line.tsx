import Link from 'next/link'
import type { ReactNode } from 'react'

/** A line of a table of contents: what it is, dots, and the figure at the end of the line. */
export function ContentsLine({
  href,
  title,
  end,
  under,
}: {
  href: string
  title: ReactNode
  /** Stands at the end of the line. */
  end?: ReactNode
  under?: ReactNode
}) {
  return (
    <div className="py-3">
      <div className="flex gap-3 [align-items:last_baseline]">
        <Link
          href={href}
          className="figures-text min-w-0 hyphens-auto wrap-anywhere font-read text-[1.125rem] leading-snug underline-offset-4 decoration-1 hover:underline sm:text-[1.1875rem]"
        >
          {title}
        </Link>
        {end ? (
          <>
            <span aria-hidden className="min-w-4 grow border-b border-dotted border-edge" />
            <span className="max-w-[45%] shrink-0 text-right text-note">{end}</span>
          </>
        ) : null}
      </div>
      {under ? <div className="mt-1 text-note text-quiet">{under}</div> : null}
    </div>
  )
}
