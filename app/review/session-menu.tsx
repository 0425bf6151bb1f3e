'use client'

import { Ellipsis } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { loadMenu } from './late-dialogs'
import type { MenuEntry } from './menu-entry'

type Menu = ComponentType<{ entries: readonly MenuEntry[] }>

/** Everything that the keys do, for a finger. Its code comes when a finger, or the focus, comes near. */
export function SessionMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const [Menu, setMenu] = useState<Menu | null>(null)
  const [isMissing, setMissing] = useState(false)
  if (Menu) return <Menu entries={entries} />
  const fetchCode = () => void loadMenu().catch(() => undefined)
  const open = () =>
    void loadMenu()
      .then((menu) => setMenu(() => menu))
      .catch(() => setMissing(true))
  return (
    <>
      <Button
        tone="quiet"
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded={false}
        className="-mr-3 min-w-11"
        onPointerEnter={fetchCode}
        onFocus={fetchCode}
        onClick={open}
      >
        <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
      </Button>
      <Notice tone="alert" className="order-last basis-full">
        {isMissing ? 'The menu is not on this device yet. It needs a network.' : null}
      </Notice>
    </>
  )
}
