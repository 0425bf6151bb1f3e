import type { Holdings } from '@/lib/usecases/erase-learner'
import { buttonClass } from '../components/button'
import { count } from '../components/dates'
import { PageSection } from '../components/frame'
import { EraseDialog } from './erase-dialog'

/** What one can take along, and how one leaves. */
export function YourData({ holdings }: { holdings: Holdings }) {
  return (
    <PageSection title="Your data" id="data">
      <div className="flex max-w-[34rem] flex-col items-start gap-3 py-2">
        <p className="text-note text-quiet">
          Everything that is yours as one JSON file: {holdingsWords(holdings)}, your settings and
          the memory of every card. Whoever has the file can compute every number again.
        </p>
        <a href="/api/export" download className={buttonClass()}>
          Download all my data
        </a>
      </div>
      <div className="mt-4 flex max-w-[34rem] flex-col items-start gap-3 py-2">
        <p className="text-note text-quiet">
          Deleting takes all of it away for good, here and on the server. The texts that ship with
          Passage stay.
        </p>
        <EraseDialog goes={holdingsWords(holdings)} />
      </div>
    </PageSection>
  )
}

function holdingsWords({ answers, items, decks, texts }: Holdings): string {
  return `${count(answers, 'answer')}, ${count(items, 'item')}, ${count(decks, 'deck')}, ${count(texts, 'text')} of your own`
}
