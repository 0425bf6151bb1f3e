import { Marked } from '@/app/components/marked'
import type { ItemContent } from '@/lib/core/items/item'

/** What a proposal asks and what it takes for right. */
export function ProposedItem({ content }: { content: ItemContent }) {
  const cloze = content.forms.find((form) => form.form === 'cloze')
  const choice = content.forms.find((form) => form.form === 'choice')
  const wrong = choice ? choice.options.filter((option) => option !== content.answer) : []
  return (
    <div>
      <h2 className="figures-text font-read text-heading font-medium">
        <Marked text={content.question} />
      </h2>
      {content.elements.length > 0 ? (
        <ol className="prose-read mt-3 list-decimal pl-7 marker:text-quiet">
          {content.elements.map((element) => (
            <li key={element.key} className="mb-1 pl-1">
              <Marked text={element.text} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="prose-read mt-3">
          <span className="sr-only">Answer: </span>
          <Marked text={content.answer} />
        </p>
      )}
      <dl className="mt-4 flex flex-col gap-2 text-note text-quiet">
        {content.accept.length > 0 ? (
          <Also term="Also right">{content.accept.join(' · ')}</Also>
        ) : null}
        {cloze ? (
          <Also term="With a gap">
            <Marked text={cloze.prompt} emphasis={false} />
          </Also>
        ) : null}
        {wrong.length > 0 ? <Also term="Wrong options">{wrong.join(' · ')}</Also> : null}
      </dl>
    </div>
  )
}

function Also({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="inline font-medium">{term}: </dt>
      <dd className="figures-text inline font-read">{children}</dd>
    </div>
  )
}
