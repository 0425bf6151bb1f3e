'use client'

import { useEffect, useEffectEvent } from 'react'
import { keysAreOn } from './keys-setting'
import { placeOf, shortcutOf } from './shortcut'

export type KeyBindings = { readonly [name: string]: (() => void) | undefined }

/** Binds keys of the page while it is shown. Names as in shortcutOf; a binding that is undefined lets the key pass. */
export function useKeys(bindings: KeyBindings): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = shortcutOf(event, placeOf(event.target))
    const run = name === null ? undefined : bindings[name]
    if (name === null || !run) return
    // Space and Enter are no character shortcuts: they stay when those are switched off.
    if (name.length === 1 && !keysAreOn()) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
