'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'

/** What can be done with one thing, behind one button. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-40 outline-none">
          <Base.Popup className="min-w-48 rounded-[4px] border border-edge bg-sheet py-1 text-ink shadow-[0_0.4rem_1.4rem_rgb(0_0_0/0.14)] outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

const ITEM =
  'flex min-h-11 w-full cursor-pointer items-center justify-between gap-6 px-4 py-2 text-left outline-none ' +
  'data-highlighted:bg-pencil-faint data-disabled:cursor-default data-disabled:opacity-55'

export function MenuItem({
  onSelect,
  disabled,
  hint,
  children,
}: {
  onSelect: () => void
  disabled?: boolean
  /** Its key, say. */
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <Base.Item className={ITEM} onClick={onSelect} disabled={disabled}>
      {children}
      {hint ? <span className="text-quiet">{hint}</span> : null}
    </Base.Item>
  )
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem className={ITEM} closeOnClick render={<Link href={href} />}>
      {children}
    </Base.LinkItem>
  )
}

export function MenuRule() {
  return <Base.Separator className="my-1 border-t border-rule" />
}
