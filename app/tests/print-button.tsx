'use client'

import { Printer } from 'lucide-react'
import { Button } from '../components/button'

export function PrintButton() {
  return (
    <Button tone="primary" onClick={() => window.print()}>
      <Printer aria-hidden size={18} /> Print
    </Button>
  )
}
