import { count, figure } from '@/app/components/dates'
import { PencilStroke } from '@/app/components/recall'
import { COVER_ID } from '../cover-line'
import { CoverRing } from './cover-mark'
import { isCovered, type PassageCover } from './coverage'

/** How many passages have items, and what the marks beside them mean. */
export function Legend({ cover }: { cover: readonly PassageCover[] }) {
  if (cover.length === 0) return null
  const kept = cover.filter((passage) => passage.kept > 0).length
  const waiting = cover.filter(isCovered).length - kept
  const none = cover.length - kept - waiting
  return (
    <section
      id={COVER_ID}
      aria-label="Which passages have items"
      className="mb-8 scroll-mt-6 text-note text-quiet"
    >
      <p>
        Items on {figure(kept)} of {count(cover.length, 'passage')}.
      </p>
      <ul className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1">
        {kept > 0 ? (
          <li>
            <PencilStroke strength={3} className="mr-2 inline-block align-[-0.4em]" />
            items
          </li>
        ) : null}
        {waiting > 0 ? (
          <li>
            <CoverRing half className="mr-2 inline-block align-[-0.1em]" />
            only proposals, on {figure(waiting)}
          </li>
        ) : null}
        {none > 0 ? (
          <li>
            <CoverRing className="mr-2 inline-block align-[-0.1em]" />
            none, on {figure(none)}: open it to see why
          </li>
        ) : null}
      </ul>
    </section>
  )
}
