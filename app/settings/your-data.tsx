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
        {handedOnWords(holdings).map((sentence) => (
          <p key={sentence} className="text-note text-quiet">
            {sentence}
          </p>
        ))}
        <EraseDialog goes={holdingsWords(holdings)} others={handedOnWords(holdings)} />
      </div>
    </PageSection>
  )
}

function holdingsWords(holdings: Holdings): string {
  const { answers, items, decks, texts, exams, tests, seats } = holdings
  return [
    ...[count(answers, 'answer'), count(items, 'item'), count(decks, 'deck')],
    `${count(texts, 'text')} of your own`,
    ...(exams > 0 ? [count(exams, 'exam')] : []),
    ...(tests > 0 ? [count(tests, 'mock test')] : []),
    ...(seats > 0
      ? [`your ${seats === 1 ? 'place' : 'places'} in ${count(seats, 'class', 'classes')}`]
      : []),
  ].join(', ')
}

/** What becomes of that which others have a part in. */
function handedOnWords({ classesEnding, classesHandedOn, textsHandedOn }: Holdings): string[] {
  const words: string[] = []
  if (classesEnding > 0)
    words.push(
      `${count(classesEnding, 'class', 'classes')} of yours ${classesEnding === 1 ? 'ends' : 'end'} with you. Students keep their own items and what they know.`,
    )
  if (classesHandedOn > 0)
    words.push(
      `${count(classesHandedOn, 'class', 'classes')} of yours ${classesHandedOn === 1 ? 'goes' : 'go'} on with another teacher as owner, who gets copies of the decks that are assigned.`,
    )
  if (textsHandedOn > 0)
    words.push(
      `${count(textsHandedOn, 'text')} of yours that others study ${textsHandedOn === 1 ? 'goes' : 'go'} to whoever has read ${textsHandedOn === 1 ? 'it' : 'each'} longest.`,
    )
  return words
}
