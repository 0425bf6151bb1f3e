import type { ReviewLine } from '@/lib/usecases/read-item'

const GRADES = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const
const KINDS = {
  bury: 'Buried',
  suspend: 'Suspended',
  resume: 'Resumed',
  reset: 'Started over',
} as const

/** Every review of an item, the newest first; what was taken back is struck and counts for nothing. */
export function History({
  reviews,
  elements,
  timeZone,
}: {
  reviews: readonly ReviewLine[]
  elements: readonly { readonly key: string; readonly text: string }[]
  timeZone: string
}) {
  if (reviews.length === 0) return <p className="text-quiet">It has not been reviewed yet.</p>
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const names = new Map(elements.map((element) => [element.key, element.text]))
  return (
    <>
      <ul>
        {reviews.map((line) => (
          <li
            key={line.id}
            className="figures grid grid-cols-[minmax(0,1fr)] gap-x-6 border-b border-rule py-2 text-note sm:grid-cols-[11rem_minmax(0,1fr)]"
          >
            <time dateTime={new Date(line.at).toISOString()} className="text-quiet">
              {when.format(line.at)}
            </time>
            <Done line={line} element={names.get(line.elementKey)} />
          </li>
        ))}
      </ul>
      {reviews.some((line) => isPicked(line) && !line.undone) ? (
        <p className="mt-3 text-note text-quiet">
          A right option counts less than an answer recalled, since it may have been a guess.
          Minutes after the answer was shown it counts the same.
        </p>
      ) : null}
    </>
  )
}

/** The answer was there to be picked. */
const isPicked = ({ form }: ReviewLine) => form === 'choice' || form === 'match'

function Done({ line, element }: { line: ReviewLine; element: string | undefined }) {
  const words = (
    <>
      {line.kind === 'review' ? GRADES[line.grade ?? 1] : KINDS[line.kind]}
      {element ? <span className="text-quiet"> · {element}</span> : null}
      {line.typed ? (
        <span className="text-quiet">
          {isPicked(line) ? ` · chose “${line.typed}”` : ` · typed “${line.typed}”`}
        </span>
      ) : null}
    </>
  )
  return line.undone ? (
    <span>
      <s>{words}</s> <span className="text-quiet">undone</span>
    </span>
  ) : (
    <span>{words}</span>
  )
}
