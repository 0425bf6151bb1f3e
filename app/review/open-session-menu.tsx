'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../components/button'
import { MenuItem, MenuLink, MenuRule } from '../components/menu'
import { openKeys } from '../keys/global-keys'
import { focusPlace } from './focus'
import type { MenuEntry } from './menu-entry'

/** The menu itself, open. The focus goes to what is to be answered, not back to its button. */
export function OpenSessionMenu({ entries }: { entries: readonly MenuEntry[] }) {
  /** The menu opens inside the page's main part, where who goes by landmarks finds it. */
  const place = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const pressed = useRef(false)
  // Pressed once, in the name of who pressed the button that stood here, now that there is a place to open in.
  useEffect(() => {
    if (!pressed.current) trigger.current?.click()
    pressed.current = true
  }, [])
  return (
    <Base.Root>
      <Base.Trigger
        ref={trigger}
        render={
          <Button tone="quiet" aria-label="More" className="-mr-3 min-w-11">
            <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
          </Button>
        }
      />
      <div ref={place} className="relative z-40" />
      <Base.Portal container={place}>
        <Base.Positioner positionMethod="fixed" sideOffset={6} align="end" className="outline-none">
          <Base.Popup
            finalFocus={() => focusPlace() ?? true}
            className="min-w-60 rounded-[4px] border border-edge bg-sheet py-1 text-ink shadow-[0_0.4rem_1.4rem_rgb(0_0_0/0.14)] outline-none"
          >
            {entries.map(({ name, key, disabled, run }) => (
              <MenuItem key={name} onSelect={run} disabled={disabled} hint={key}>
                {name}
              </MenuItem>
            ))}
            <MenuRule />
            <MenuItem onSelect={openKeys} hint="?">
              Keys
            </MenuItem>
            <MenuLink href="/">End the session</MenuLink>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
