'use client'

import { count } from '@/app/components/dates'
import { PencilStroke, percent, strengthOf } from '@/app/components/recall'
import { CoverRing } from './cover-mark'
import { type OpenBlock, usePencil } from './pencil'

/** The id of the part of the page that shows the items of one passage. */
export const PANEL_ID = 'passage-items'

/** The mark beside a passage: how many items it has, and how well they are remembered, or that it has none. Opens the margin. */
export function MarginMark({ block, recall }: { block: OpenBlock; recall: number | null }) {
  const { open, show, hint } = usePencil()
  const isOpen = open?.index === block.index
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? PANEL_ID : undefined}
      onClick={(event) => {
        // The panel covers the lower half of a phone: what it speaks of stays in sight.
        const row = event.currentTarget.closest('.reading-row')
        if (!isOpen && window.matchMedia('(width < 64rem)').matches) {
          row?.scrollIntoView({ block: 'nearest' })
        }
        show(isOpen ? null : block)
      }}
      onPointerEnter={(event) => event.pointerType === 'mouse' && hint(block.items)}
      onPointerLeave={() => hint([])}
      onFocus={() => hint(block.items)}
      onBlur={() => hint([])}
      className="-mr-1 flex h-9 w-11 items-center justify-center gap-1 self-start justify-self-end rounded-[3px] font-operate text-note text-quiet hover:text-ink aria-expanded:bg-pencil aria-expanded:text-ink"
    >
      {block.none ? (
        <CoverRing half={block.none.proposed > 0} />
      ) : (
        <>
          <PencilStroke strength={strengthOf(recall)} />
          <span aria-hidden>{block.items.length}</span>
        </>
      )}
      <span className="sr-only">{saidOf(block, recall)}</span>
    </button>
  )
}

function saidOf({ items, none }: OpenBlock, recall: number | null): string {
  if (none && none.proposed > 0)
    return `Only ${count(none.proposed, 'proposal')} on this passage, not decided`
  if (none) return 'No items on this passage'
  const known = recall === null ? 'not yet seen' : `recalled ${percent(recall)}`
  return `${count(items.length, 'item')} on this passage, ${known}`
}
