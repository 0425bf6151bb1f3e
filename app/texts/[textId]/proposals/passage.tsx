'use client'

import { useEffect, useRef } from 'react'
import { Marked, within } from '@/app/components/marked'
import type { Span } from '@/lib/core/text/source'
import type { PassageBlock } from './types'

/** The passage a proposal comes from, its evidence pencilled and in sight. Mounted anew for each proposal. */
export function Passage({
  blocks,
  evidence,
  section,
  emphasis,
}: {
  blocks: readonly PassageBlock[]
  evidence: readonly Span[]
  section: string
  emphasis: boolean
}) {
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    const shown = region.current
    if (!shown) return
    showPencil(shown)
    // Only what scrolls has to be reached by the keyboard; letters that arrive late make it longer.
    const watch = new ResizeObserver(() => {
      shown.tabIndex = shown.scrollHeight > shown.clientHeight ? 0 : -1
    })
    watch.observe(shown)
    for (const part of shown.children) watch.observe(part)
    return () => watch.disconnect()
  }, [])
  return (
    <section
      ref={region}
      aria-label="The passage it comes from"
      className="-mx-1.5 max-h-[36dvh] overflow-x-hidden overflow-y-auto border-b border-rule px-1.5 pb-4 lg:max-h-none lg:overflow-visible lg:border-b-0"
    >
      {section ? (
        <p className="mb-3 font-read text-note text-quiet italic">
          <Marked text={section} />
        </p>
      ) : null}
      <div className="prose-read flex max-w-measure flex-col gap-[0.7em]">
        {blocks.map((block, at) => (
          <PassageBlockText
            key={block.start}
            block={block}
            evidence={evidence}
            emphasis={emphasis}
            gap={at > 0 && isGap(blocks[at - 1], block)}
          />
        ))}
      </div>
    </section>
  )
}

function PassageBlockText({
  block,
  evidence,
  emphasis,
  gap,
}: {
  block: PassageBlock
  evidence: readonly Span[]
  emphasis: boolean
  gap: boolean
}) {
  const marks = within(evidence, block.start, block.start + block.text.length)
  return (
    <>
      {gap ? (
        <p className="text-quiet">
          <span className="sr-only">Something is left out here.</span>
          <span aria-hidden>[…]</span>
        </p>
      ) : null}
      <p className={block.kind === 'heading' || block.kind === 'title' ? 'font-semibold' : ''}>
        {block.marker ? <span className="text-quiet">{block.marker} </span> : null}
        <Marked text={block.text} marks={marks} emphasis={emphasis} />
      </p>
    </>
  )
}

/** More than the white space between two neighbouring blocks lies between them. */
const isGap = (before: PassageBlock | undefined, block: PassageBlock): boolean =>
  before !== undefined &&
  block.start - (before.start + before.text.length) > 12 + block.marker.length

/** Brings the first pencilled words to the upper third of the region, without moving the page. */
function showPencil(region: HTMLElement): void {
  const mark = region.querySelector('mark')
  if (!mark || region.scrollHeight <= region.clientHeight) return
  const top = mark.getBoundingClientRect().top - region.getBoundingClientRect().top
  region.scrollTop += top - region.clientHeight / 4
}
