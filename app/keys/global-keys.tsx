'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Later } from '../components/later'
import { useKeys } from './use-keys'

const loadDialog = () => import('./keys-dialog').then((module) => module.KeysDialog)

const OPEN_KEYS = 'passage:keys'

/** Opens the dialog of keys from a menu or a button. */
export function openKeys(): void {
  window.dispatchEvent(new Event(OPEN_KEYS))
}

/** The keys that work on every page: / for the search, ? for the keys themselves. Mounted once, by the layout. */
export function GlobalKeys() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(OPEN_KEYS, show)
    return () => window.removeEventListener(OPEN_KEYS, show)
  }, [])
  useKeys({
    '?': () => setOpen(true),
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
      if (!field) return router.push('/search')
      field.focus()
      field.select()
    },
  })
  return <Later load={loadDialog} props={{ open, onOpenChange: setOpen }} />
}
