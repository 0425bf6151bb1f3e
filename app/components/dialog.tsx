'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { focusPlace } from '../review/focus'

/**
 * A question that has to be answered before going on. Focus moves in and comes back; Escape and the cross close it.
 * Give `trigger` (a Button), or drive it with open and onOpenChange. `actions` stands at the end, the main one last.
 */
export function Dialog({
  trigger,
  title,
  description,
  children,
  actions,
  open,
  onOpenChange,
}: {
  trigger?: ReactElement
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 min-h-dvh bg-[#1d1b18]/45 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 supports-[-webkit-touch-callout:none]:absolute" />
        <Base.Popup
          // Opened from a menu that is gone, or by a key, it leads back to where the page goes on.
          finalFocus={() => (trigger ? true : (focusPlace() ?? true))}
          className="fixed inset-x-0 bottom-0 flex max-h-[88dvh] flex-col overflow-y-auto rounded-t-lg bg-sheet p-6 text-ink shadow-[0_0_2rem_rgb(0_0_0/0.18)] transition-[translate,opacity] duration-100 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[34rem] sm:max-w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg"
        >
          <Base.Title className="pr-10 font-read text-heading font-medium">{title}</Base.Title>
          {description ? (
            <Base.Description className="mt-2 text-quiet">{description}</Base.Description>
          ) : null}
          {children ? <div className="mt-4">{children}</div> : null}
          {actions ? <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div> : null}
          <Base.Close
            aria-label="Close"
            className="absolute top-3 right-3 grid size-11 place-items-center text-quiet hover:text-ink"
          >
            <X aria-hidden size={20} strokeWidth={1.75} />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Closes the dialog it stands in: <DialogClose render={<Button>Cancel</Button>} />. */
export function DialogClose({ render }: { render: ReactElement }) {
  return <Base.Close render={render} />
}
