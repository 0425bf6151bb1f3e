import Link from 'next/link'
import { count, figure } from '@/app/components/dates'
import type { TextPage } from '@/lib/usecases/read-text'
import { textPlace } from '../../place'
import { isCovered, type PassageCover } from '../coverage'

/** Of a long book the page does not list them all. */
const MOST_LISTED = 200
/** Characters of a passage that tell which one it is. */
const BEGINNING = 90

/** Each passage that nothing is asked of, with why. */
export function BarePassages({ page, cover }: { page: TextPage; cover: readonly PassageCover[] }) {
  const bare = cover.filter((passage) => !isCovered(passage))
  if (bare.length === 0) return null
  const listed = bare.slice(0, MOST_LISTED)
  return (
    <details className="mt-14 border-t border-rule pt-4">
      <summary className="min-h-11 py-2 text-note text-quiet hover:text-ink">
        {count(bare.length, 'passage')} without items or proposals
      </summary>
      <ul className="max-w-measure divide-y divide-rule">
        {listed.map(({ block, rejected, why }) => (
          <li key={block.index} className="py-3">
            <Link
              href={textPlace(page.text.id, { start: block.contentStart, end: block.end })}
              className="figures-text font-read decoration-1 underline-offset-4 hover:underline"
            >
              {beginningOf(page.body.slice(block.contentStart, block.end))}
            </Link>
            <p className="text-note text-quiet">
              {rejected > 0 ? `You rejected ${count(rejected, 'item')} on it.` : why}
            </p>
          </li>
        ))}
      </ul>
      {listed.length < bare.length ? (
        <p className="py-3 text-note text-quiet">
          These are the first {figure(listed.length)}. The others have a ring beside them in the
          text.
        </p>
      ) : null}
    </details>
  )
}

function beginningOf(passage: string): string {
  const words = passage.replace(/\s+/g, ' ')
  if (words.length <= BEGINNING) return words
  return `${words.slice(0, BEGINNING).replace(/\s\S*$/, '')} …`
}
