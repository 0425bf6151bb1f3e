'use client'

import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { Notice } from './notice'

type Openable = { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }

/** A dialog whose code comes when it is first opened, so that a page which rarely shows it is there sooner. */
export function Later<P extends Openable>({
  load,
  props,
}: {
  load: () => Promise<ComponentType<P>>
  props: P
}) {
  const { open } = props
  const [Dialog, setDialog] = useState<ComponentType<P> | null>(null)
  const [isThere, setIsThere] = useState(false)
  const fetchCode = useEffectEvent(() => {
    void load()
      .then((component) => setDialog(() => component))
      .catch(() => setDialog(() => Missing))
  })
  useEffect(() => {
    if (open) fetchCode()
  }, [open])
  // It is there closed before it opens, as if it had always been: what closes meanwhile, a menu, gives the focus away first.
  useEffect(() => {
    if (Dialog) setIsThere(true)
  }, [Dialog])
  return Dialog ? <Dialog {...props} open={open && isThere} /> : null
}

/** Its code is not on this device, and there is no network. */
function Missing({ open }: Openable) {
  return (
    <Notice tone="alert" className="mt-4">
      {open ? 'This part of the app is not on this device yet. It needs a network.' : null}
    </Notice>
  )
}
