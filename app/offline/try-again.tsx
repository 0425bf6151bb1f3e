'use client'

import type { ReactNode } from 'react'
import { Button } from '../components/button'

/** The way out of a page for offline, beside what else can be done. */
export function TryAgain({ children }: { children?: ReactNode }) {
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {children}
      <Button onClick={() => window.location.reload()}>Try the network again</Button>
    </div>
  )
}
