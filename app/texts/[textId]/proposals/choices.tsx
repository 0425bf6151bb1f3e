'use client'

import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '@/app/components/button'
import { Kbd } from '@/app/components/kbd'
import type { Decision } from './deciding'

/** Keep, edit, reject, take back, move. On a phone it stays at the bottom, where the thumb is. */
export function Choices({
  decision,
  editRef,
  canUndo,
  isFirst,
  isLast,
  onDecide,
  onEdit,
  onUndo,
  onMove,
}: {
  decision: Decision | undefined
  editRef: RefObject<HTMLButtonElement | null>
  canUndo: boolean
  isFirst: boolean
  isLast: boolean
  onDecide: (decision: Decision) => void
  onEdit: () => void
  onUndo: () => void
  onMove: (by: 1 | -1) => void
}) {
  return (
    <div className="sticky bottom-0 z-10 -mx-5 mt-6 border-t border-rule bg-paper px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8 lg:static lg:mx-0 lg:border-t-0 lg:px-0">
      <div className="grid grid-cols-3 gap-2.5">
        <Button
          aria-keyshortcuts="R"
          onClick={() => onDecide('reject')}
          aria-pressed={decision === 'reject'}
          className={pressed(decision === 'reject')}
        >
          {decision === 'reject' ? 'Rejected' : 'Reject'} <Kbd hint>R</Kbd>
        </Button>
        <Button ref={editRef} aria-keyshortcuts="E" onClick={onEdit}>
          Edit <Kbd hint>E</Kbd>
        </Button>
        <Button
          tone="primary"
          aria-keyshortcuts="K"
          onClick={() => onDecide('keep')}
          aria-pressed={decision === 'keep'}
        >
          {decision === 'keep' ? 'Kept' : 'Keep'} <Kbd hint>K</Kbd>
        </Button>
      </div>
      <div className="mt-1 flex items-center justify-between text-note">
        <Button
          tone="quiet"
          className="min-w-11 px-0"
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          <ArrowLeft aria-hidden size={18} strokeWidth={1.75} />
          <span className="sr-only">The one before</span>
        </Button>
        <Button tone="quiet" disabled={!canUndo} aria-keyshortcuts="U" onClick={onUndo}>
          Undo <Kbd hint>U</Kbd>
        </Button>
        <Button tone="quiet" className="min-w-11" disabled={isLast} onClick={() => onMove(1)}>
          <ArrowRight aria-hidden size={18} strokeWidth={1.75} />
          <span className="sr-only">The next one</span>
        </Button>
      </div>
    </div>
  )
}

const pressed = (on: boolean) => (on ? 'border-ink bg-pencil-faint' : '')
