'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { PANEL_ID } from './margin-mark'

/** What lies beside the text on a desk, and over the lower part of it on a phone; its heading has the focus when it opens. */
export function Panel({
  title,
  closing,
  onClose,
  isTall = false,
  children,
}: {
  title: string
  /** What closing it does, for those who do not see the cross. */
  closing: string
  onClose: () => void
  isTall?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const height = isTall ? 'max-lg:max-h-[60dvh]' : 'max-lg:max-h-[46dvh]'
  return (
    <section
      id={PANEL_ID}
      aria-labelledby={`${PANEL_ID}-title`}
      className={`z-20 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 ${height} max-lg:overflow-y-auto max-lg:border-t max-lg:border-edge max-lg:bg-sheet max-lg:px-5 max-lg:pt-2 max-lg:pb-6 max-lg:shadow-[0_-0.5rem_1.5rem_rgb(0_0_0/0.12)] lg:mb-10`}
    >
      <div className="flex items-center justify-between">
        <h2
          ref={heading}
          tabIndex={-1}
          id={`${PANEL_ID}-title`}
          className="text-note font-medium text-quiet"
        >
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          className="-mr-2 grid size-11 place-items-center text-quiet hover:text-ink"
        >
          <X aria-hidden size={18} strokeWidth={1.75} />
          <span className="sr-only">{closing}</span>
        </button>
      </div>
      {children}
    </section>
  )
}
