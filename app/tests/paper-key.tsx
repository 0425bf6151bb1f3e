import type { AskedItem, TestQuestion } from '@/lib/core/exam/mock/question'
import { GAP } from '@/lib/core/items/gap'
import { Marked } from '../components/marked'

/** By which the answers of a match are named on paper. */
export const LETTERS = 'ABCDEF'

/** A question of a test, and what is right. */
export function KeyEntry({ question }: { question: TestQuestion }) {
  return (
    <>
      <p className="font-read text-note">
        <Marked text={question.prompt.replace(GAP, '…')} />
      </p>
      <KeyAnswer question={question} />
    </>
  )
}

function KeyAnswer({ question }: { question: TestQuestion }) {
  switch (question.form) {
    case 'typed':
    case 'cloze':
    case 'choice':
      return <Right item={question.item} />
    case 'list':
      return (
        <>
          <ul className="figures-text list-disc pl-5 font-read font-medium">
            {question.item.content.elements.map((element) => (
              <li key={element.key}>
                <Marked text={element.text} />
              </li>
            ))}
          </ul>
          <Where item={question.item} />
        </>
      )
    case 'match':
      return (
        <ul>
          {question.items.map((item) => (
            <li key={item.itemId} className="mt-1">
              <span className="font-read text-note">
                <Marked text={item.content.question} />
              </span>
              <Right
                item={item}
                letter={LETTERS[question.answers.indexOf(item.content.answer)] ?? ''}
              />
            </li>
          ))}
        </ul>
      )
    case 'order':
      return (
        <ol className="list-decimal pl-6">
          {question.inTime.map((id) => {
            const item = question.items.find((one) => one.itemId === id)
            return item ? (
              <li key={id} className="mt-1">
                <span className="font-read text-note">
                  <Marked text={item.content.question} />
                </span>
                <Right item={item} />
              </li>
            ) : null
          })}
        </ol>
      )
  }
}

function Right({ item, letter = '' }: { item: AskedItem; letter?: string }) {
  const { answer, accept } = item.content
  return (
    <>
      <p className="figures-text font-read font-medium">
        {letter ? <span className="figures">{letter} </span> : null}
        <Marked text={answer} />
        {accept.length > 0 ? (
          <span className="font-normal"> (also: {accept.slice(0, 6).join('; ')})</span>
        ) : null}
      </p>
      <Where item={item} />
    </>
  )
}

/** Where the text says it, in its own words. */
function Where({ item }: { item: AskedItem }) {
  const [evidence] = item.content.evidence
  const place = [item.textTitle, item.content.section].filter(Boolean).join(', ')
  if (!evidence) return null
  return (
    <p className="text-note text-quiet">
      {place}: “{evidence.quote}”
    </p>
  )
}
