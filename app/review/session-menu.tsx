'use client'

import { Ellipsis } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { Button } from '../components/button'
import type { MenuEntry } from './menu-entry'

type Menu = ComponentType<{ entries: readonly MenuEntry[] }>

const load = () => import('./open-session-menu').then((module): Menu => module.OpenSessionMenu)

/** Everything that the keys do, for a finger. Its code comes when a finger comes near. */
export function SessionMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const [Menu, setMenu] = useState<Menu | null>(null)
  if (Menu) return <Menu entries={entries} />
  return (
    <Button
      tone="quiet"
      aria-label="More"
      aria-haspopup="menu"
      aria-expanded={false}
      className="-mr-3 min-w-11"
      onPointerEnter={() => void load().catch(() => undefined)}
      onFocus={() => void load().catch(() => undefined)}
      onClick={() =>
        void load()
          .then((menu) => setMenu(() => menu))
          .catch(() => undefined)
      }
    >
      <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
    </Button>
  )
}
