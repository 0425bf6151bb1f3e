import { Check, CircleDashed, X } from 'lucide-react'
import { Fragment } from 'react'
import type { Mark } from '@/lib/core/exam/mock/marking'
import { type AskedItem, itemsOf, type TestQuestion } from '@/lib/core/exam/mock/question'
import type { Marked as MarkedQuestion } from '@/lib/core/exam/mock/score'
import type { ItemId } from '@/lib/core/ids'
import { GAP } from '@/lib/core/items/gap'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { Marked } from '../components/marked'
import { PassageAside } from '../review/passage-aside'
import { VERDICTS } from './words'

const SIGNS = {
  right: { Icon: Check, colour: 'text-recalled' },
  partly: { Icon: Check, colour: 'text-watch' },
  wrong: { Icon: X, colour: 'text-accent' },
  unanswered: { Icon: CircleDashed, colour: 'text-quiet' },
} as const

/** A question with what was given, what is right, and where the text says it. */
export function MarkedAnswer({
  marked: { question, given = [], mark },
  passages,
}: {
  marked: Pick<MarkedQuestion, 'question' | 'given' | 'mark'>
  passages: ReadonlyMap<ItemId, PassageExcerpt>
}) {
  return (
    <>
      <p className="prose-read text-pretty">
        <Marked text={question.prompt.replace(GAP, '…')} />
      </p>
      <Verdict mark={mark} />
      <Answer question={question} given={given} mark={mark} />
      <div className="mt-3 flex flex-col gap-3 border-l-3 border-rule pl-4">
        {itemsOf(question).map((item) => (
          <Passage key={item.itemId} item={item} passage={passages.get(item.itemId)} />
        ))}
      </div>
    </>
  )
}

function Verdict({ mark }: { mark: Mark }) {
  const { Icon, colour } = SIGNS[mark.verdict]
  return (
    <p className={`mt-2 inline-flex items-center gap-1.5 font-medium ${colour}`}>
      <Icon aria-hidden size={18} /> {VERDICTS[mark.verdict]}
      {mark.spelled ? `; it is spelled “${mark.spelled}”` : ''}
    </p>
  )
}

function Answer({
  question,
  given,
  mark,
}: {
  question: TestQuestion
  given: readonly string[]
  mark: Mark
}) {
  switch (question.form) {
    case 'typed':
    case 'cloze':
    case 'choice':
      return (
        <Rows
          rows={[
            ...(mark.verdict === 'right'
              ? []
              : [
                  {
                    name: question.form === 'choice' ? 'You chose' : 'You wrote',
                    words: given[0] ?? '',
                  },
                ]),
            { name: 'Answer', words: question.item.content.answer },
          ]}
        />
      )
    case 'list':
      return <ListAnswer item={question.item} given={given} mark={mark} />
    case 'match':
      return (
        <ol className="mt-2 flex list-decimal flex-col gap-2 pl-6">
          {question.items.map((item, at) => (
            <li key={item.itemId}>
              <span className="font-read">
                <Marked text={item.content.question} />
              </span>
              <Pair
                right={item.content.answer}
                given={given[at] ?? ''}
                isRight={mark.parts[at]?.credit === 1}
              />
            </li>
          ))}
        </ol>
      )
    case 'order':
      return <OrderAnswer question={question} given={given} />
  }
}

function Rows({ rows }: { rows: readonly { readonly name: string; readonly words: string }[] }) {
  return (
    <dl className="figures-text mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
      {rows.map(({ name, words }) => (
        <Fragment key={name}>
          <dt className="text-quiet">{name}</dt>
          <dd className="font-read">
            {words ? <Marked text={words} emphasis={name === 'Answer'} /> : 'nothing'}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function Pair({ right, given, isRight }: { right: string; given: string; isRight: boolean }) {
  return (
    <span className="figures-text block">
      {isRight ? '✓ ' : '✗ '}
      <span className="font-read font-medium">
        <Marked text={right} />
      </span>
      {isRight ? '' : <span className="text-quiet"> · you chose {given || 'nothing'}</span>}
    </span>
  )
}

function ListAnswer({
  item,
  given,
  mark,
}: {
  item: AskedItem
  given: readonly string[]
  mark: Mark
}) {
  const recalled = new Map(mark.parts.flatMap((part) => part.cards).map((c) => [c.cardId, c]))
  const cardOf = new Map(item.cards.map((card) => [card.elementKey, card.id]))
  const written = given.filter((line) => line.trim() !== '')
  return (
    <>
      <ul className="figures-text mt-1 font-read">
        {item.content.elements.map((element) => {
          const id = cardOf.get(element.key)
          const isFound = id !== undefined && recalled.get(id)?.recalled === true
          return (
            <li key={element.key}>
              {isFound ? '✓ ' : '✗ '}
              <Marked text={element.text} />
              {isFound ? '' : <span className="font-operate text-note text-quiet"> missing</span>}
            </li>
          )
        })}
      </ul>
      {written.length > 0 ? (
        <p className="figures-text mt-1 text-note text-quiet">You wrote: {written.join('; ')}</p>
      ) : null}
    </>
  )
}

function OrderAnswer({
  question,
  given,
}: {
  question: Extract<TestQuestion, { form: 'order' }>
  given: readonly string[]
}) {
  const byId = new Map<string, AskedItem>(question.items.map((item) => [item.itemId, item]))
  const places = question.inTime.map((id) => given.indexOf(id))
  return (
    <ol className="mt-2 flex list-decimal flex-col gap-1.5 pl-6">
      {question.inTime.map((id, at) => {
        const item = byId.get(id)
        const place = places[at] ?? -1
        return item ? (
          <li key={id}>
            <span className="font-read">
              <Marked text={item.content.question} />
            </span>{' '}
            <span className="figures-text font-read font-medium">
              <Marked text={item.content.answer} />
            </span>
            {place >= 0 && place !== at ? (
              <span className="text-quiet"> · you put it at {place + 1}</span>
            ) : null}
          </li>
        ) : null
      })}
    </ol>
  )
}

/** As the text has it now; where it is gone from there, the words that the test was drawn with. */
function Passage({ item, passage }: { item: AskedItem; passage: PassageExcerpt | undefined }) {
  if (passage) return <PassageAside passage={passage} />
  const [evidence] = item.content.evidence
  if (!evidence) return null
  return (
    <p className="prose-read">
      {evidence.before}
      <mark className="pencilled">{evidence.quote}</mark>
      {evidence.after}
    </p>
  )
}
