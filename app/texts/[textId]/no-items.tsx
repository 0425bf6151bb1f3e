import Link from 'next/link'
import { count } from '@/app/components/dates'
import type { NoItems } from './pencil'

/** Of a passage without a kept item: what waits there, what was rejected, and why there is nothing more. */
export function NoItemsHere({ textId, none }: { textId: string; none: NoItems }) {
  const { proposed, rejected, why } = none
  return (
    <div className="border-y border-rule py-3">
      {proposed > 0 ? (
        <p>
          <Link href={`/texts/${textId}/proposals`} className="link">
            {count(proposed, 'proposal')}
          </Link>{' '}
          {proposed === 1 ? 'waits' : 'wait'} for your decision.
        </p>
      ) : null}
      {rejected > 0 ? <p>You rejected {count(rejected, 'item')} on it.</p> : null}
      {proposed + rejected === 0 ? <p>{why}</p> : null}
    </div>
  )
}
