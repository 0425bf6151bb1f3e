import Link from 'next/link'
import { count, figure } from '@/app/components/dates'
import { Marked } from '@/app/components/marked'
import { percent } from '@/app/components/recall'
import type { PassageResult, TextResults } from '@/lib/usecases/read-text-results'
import { AskInRoom } from '../../../../ask-in-room'
import { itemsOfPassage } from './heat'
import { passageId } from './heat-text'

type Shown = NonNullable<TextResults['shown']>

/** The passages to teach again tomorrow, on top of the text. */
export function ToTeach({ results, shown }: { results: TextResults; shown: Shown }) {
  const anyAsked = shown.passages.some((passage) => passage.memories > 0)
  if (!anyAsked) return null
  return (
    <section aria-labelledby="to-teach" className="mt-8">
      <h2 id="to-teach" className="font-read text-heading font-medium">
        To teach again tomorrow
      </h2>
      {shown.toTeach.length === 0 ? (
        <p className="mt-1">
          Nothing: of each passage that was asked, 90 % or more is expected to be recalled tomorrow.
        </p>
      ) : (
        <ol className="mt-2">
          {shown.toTeach.map((passage) => (
            <Passage key={passage.block} {...{ passage, results, shown }} />
          ))}
        </ol>
      )}
      <p className="mt-2 text-note text-quiet">
        The lowest recall expected tomorrow if nothing more is answered; passages with few items or
        people are drawn towards the mean of the text, as if five more answers of each were as
        elsewhere. What nobody was asked is not forgotten and not listed.
      </p>
    </section>
  )
}

function Passage({
  passage,
  results,
  shown,
}: {
  passage: PassageResult
  results: TextResults
  shown: Shown
}) {
  const block = shown.blocks.find(({ index }) => index === passage.block)
  if (!block || passage.recallTomorrow === null) return null
  const section = shown.sections[block.section]?.title ?? ''
  return (
    <li className="border-t border-rule py-3">
      <a
        href={`#${passageId(passage.block)}`}
        className="figures-text font-read text-[1.125rem] leading-snug decoration-1 underline-offset-4 hover:underline"
      >
        <Marked
          text={beginning(shown.body.slice(block.contentStart, block.end))}
          emphasis={shown.format === 'markdown'}
        />
      </a>
      <p className="figures mt-1 flex flex-wrap items-baseline gap-x-4">
        <span>
          {percent(passage.recallTomorrow)} expected tomorrow
          <span className="text-quiet">
            {' · '}from {count(passage.memories, 'memory', 'memories')} of{' '}
            {count(passage.people, 'person', 'people')}
            {section ? (
              <>
                {' · '}
                <Marked text={section} />
              </>
            ) : null}
          </span>
        </span>
        <span className="inline-flex flex-wrap gap-x-4">
          <Link
            href={itemsOfPassage(results.class.id, results.assignment.id, passage.itemIds)}
            className="link inline-flex min-h-9 items-center text-note print:hidden"
          >
            {passage.items.length === 1 ? 'Its item' : `Its ${figure(passage.items.length)} items`}
          </Link>
          <AskInRoom here={results} itemId={passage.itemIds[0]} />
        </span>
      </p>
    </li>
  )
}

/** As much of a passage as tells which one it is, cut between words. */
function beginning(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= 140) return words
  return `${words.slice(0, 140).replace(/\s+\S*$/, '')} …`
}
