import Link from 'next/link'
import { PageSection } from '@/app/components/frame'
import { Marked } from '@/app/components/marked'
import type { ItemView } from '@/lib/usecases/item-view'

/** Items of a text that have no place in it now: retired ones, with what they were drawn from, and ones without a passage. */
export function OtherItems({ items }: { items: readonly ItemView[] }) {
  const retired = items.filter((item) => item.status === 'retired')
  const placeless = items.filter((item) => item.status === 'kept' && item.evidence.length === 0)
  return (
    <>
      {placeless.length > 0 ? (
        <PageSection title="Items without a passage">
          <ItemList items={placeless} />
        </PageSection>
      ) : null}
      {retired.length > 0 ? (
        <PageSection title="Retired items" id="retired">
          <p className="mb-2 max-w-measure text-quiet">
            What they were drawn from is not in this revision of the text any more. They are not
            asked now; open one to mend it or to delete it.
          </p>
          <ItemList items={retired} />
        </PageSection>
      ) : null}
    </>
  )
}

function ItemList({ items }: { items: readonly ItemView[] }) {
  return (
    <ul className="max-w-measure divide-y divide-rule">
      {items.map((item) => (
        <li key={item.id} className="py-3">
          <Link
            href={`/items/${item.id}`}
            className="figures-text font-read text-[1.0625rem] decoration-1 underline-offset-4 hover:underline"
          >
            <Marked text={item.question} />
          </Link>
          <p className="figures-text font-read text-quiet">
            <Marked text={item.answer} />
          </p>
          {item.evidence.map((evidence) => (
            <blockquote
              key={evidence.start}
              className="figures-text mt-1.5 border-l-2 border-rule pl-3 font-read text-note text-quiet italic"
            >
              {evidence.quote}
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  )
}
