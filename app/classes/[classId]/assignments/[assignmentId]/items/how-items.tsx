import { percent } from '@/app/components/recall'
import { PEOPLE_TO_CORRELATE } from '@/lib/core/class/insight/correlation'
import { CLEARLY_LESS, FORGOTTEN, UNLIKELY } from '@/lib/core/class/insight/item-insight'
import { SMALLEST_SPLIT } from '@/lib/core/class/split'

/** How the figures of the items are computed, and what they are not. */
export function HowItems() {
  return (
    <details className="mt-6 print:hidden">
      <summary className="w-fit py-2 text-note text-quiet underline decoration-rule underline-offset-4 hover:text-ink">
        How a bad question is told from a forgotten fact
      </summary>
      <div className="flex max-w-[34rem] flex-col gap-2 pt-1 pb-3 text-note text-quiet">
        <p>
          Before each first answer of a day the memory model gives the chance that it is right, from
          that student’s earlier answers to that item; of what is picked among options a lucky guess
          is added. These chances are moved to how the class does on all other items, so that a
          class that does better or worse throughout blames no single question. What is expected is
          their sum.
        </p>
        <p>
          Where so few right answers would come about in less than {percent(UNLIKELY)} of cases
          (Poisson binomial) and at least {percent(CLEARLY_LESS)} are missing, memory does not
          explain it: the question may be at fault. With many items one or the other is accused by
          chance; answers of one student are taken as independent.
        </p>
        <p>
          Also accused is what a third or more of the answers called wrong were overruled on, by
          three people at least, and what those get wrong who know the rest. Discrimination is the
          correlation of people’s share right in the item with their share right in all others, from{' '}
          {PEOPLE_TO_CORRELATE} people on; it accuses where even its upper bound (95 %, one-sided)
          is below 0.
        </p>
        <p>
          Forgotten is what is as often wrong as was expected, with under {percent(FORGOTTEN)} right
          or under {percent(FORGOTTEN)} recall now.
        </p>
        <p>
          Under {SMALLEST_SPLIT} people no question is judged and no answer is shown. Answers count
          from when the assignment reached a student; who left is not counted.
        </p>
      </div>
    </details>
  )
}
