import { Marked } from '@/app/components/marked'
import { linesFor, PaperLines } from '@/app/components/paper-lines'
import type { StoredItem } from '@/lib/core/items/stored'
import type { DeckPaper } from '@/lib/usecases/read-deck-paper'

/** All questions with lines to write on, and then, on sheets of their own, the answers and where the text says them. */
export function PaperList({ deck: { name, items } }: { deck: DeckPaper }) {
  return (
    <>
      <ol className="mt-6 flex flex-col gap-6">
        {items.map((item, at) => (
          <li key={item.id} className="paper-question">
            <Prompt number={at + 1} item={item} />
            <PaperLines count={item.elements.length || linesFor(item.answer)} />
          </li>
        ))}
      </ol>
      <section aria-labelledby="answers" className="paper-sheet mt-12">
        <h2
          id="answers"
          className="figures-text border-b border-rule pb-3 font-read text-heading font-medium"
        >
          {name}: answers
        </h2>
        <ol className="mt-4 flex flex-col gap-4">
          {items.map((item, at) => (
            <li key={item.id} className="paper-question">
              <Prompt number={at + 1} item={item} small />
              <Answer item={item} />
              <Where item={item} />
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Prompt({
  number,
  item,
  small = false,
}: {
  number: number
  item: StoredItem
  small?: boolean
}) {
  return (
    <p className={`flex gap-3 text-pretty ${small ? 'font-read text-note' : 'prose-read'}`}>
      <span className="figures shrink-0 text-quiet">{number}</span>
      <span>
        <Marked text={item.question} />
      </span>
    </p>
  )
}

export function Answer({ item }: { item: StoredItem }) {
  if (item.elements.length === 0)
    return (
      <p className="figures-text font-read font-medium">
        <Marked text={item.answer} />
      </p>
    )
  return (
    <ul className="figures-text list-disc pl-5 text-left font-read font-medium">
      {item.elements.map((element) => (
        <li key={element.key}>
          <Marked text={element.text} />
        </li>
      ))}
    </ul>
  )
}

/** Where the text says it, in its own words. */
function Where({ item }: { item: StoredItem }) {
  const [evidence] = item.evidence
  if (!evidence) return null
  const place = [item.textTitle, item.section].filter(Boolean).join(', ')
  return (
    <p className="text-note text-quiet">
      {place}: “{evidence.quote}”
    </p>
  )
}
