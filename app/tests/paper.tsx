import type { ReactNode } from 'react'
import type { AskedItem, TestQuestion } from '@/lib/core/exam/mock/question'
import { pointsOf } from '@/lib/core/exam/mock/question'
import { GAP } from '@/lib/core/items/gap'
import type { TestRow } from '@/lib/usecases/read-test'
import { count } from '../components/dates'
import { Page } from '../components/frame'
import { Marked } from '../components/marked'
import { linesFor, PaperLines } from '../components/paper-lines'
import { KeyEntry, LETTERS } from './paper-key'
import { PrintButton } from './print-button'
import { sizeWords } from './words'

/** A test as it is printed, and its key: the same questions in the same order as on the screen. */
export function Paper({ test, isKey }: { test: TestRow; isKey: boolean }) {
  const { questions } = test.drawn
  const of = questions.reduce((sum, question) => sum + pointsOf(question), 0)
  return (
    <Page>
      <div className="paper">
        <div className="print:hidden">
          <PrintButton />
        </div>
        <header className="mt-6 border-b border-rule pb-4 print:mt-0">
          <h1 className="figures-text font-read text-title font-medium">
            {test.name}
            {isKey ? ': key' : ''}
          </h1>
          <p className="figures-text mt-1 text-note">
            {sizeWords(questions.length, test.blueprint.minutes)}, {count(of, 'point')}. Seed{' '}
            <span className="figures">{test.blueprint.seed}</span>.
          </p>
          {isKey ? null : (
            <p className="mt-6 flex flex-wrap gap-x-8 gap-y-4 text-note">
              <Blank label="Name" wide />
              <Blank label="Date" />
              <Blank label={`Points of ${of}`} />
            </p>
          )}
        </header>
        <ol className="mt-6 flex flex-col gap-8">
          {questions.map((question, at) => (
            <li key={JSON.stringify([at, question.prompt])} className="paper-question">
              <p className="figures mb-1 text-note text-quiet">
                {at + 1} · {count(pointsOf(question), 'point')}
              </p>
              {isKey ? <KeyEntry question={question} /> : <PaperQuestion question={question} />}
            </li>
          ))}
        </ol>
      </div>
    </Page>
  )
}

function Blank({ label, wide = false }: { label: string; wide?: boolean }) {
  return (
    <span className={`flex items-end gap-2 ${wide ? 'grow basis-56' : 'grow basis-28'}`}>
      <span className="shrink-0">{label}</span>
      <span aria-hidden className="grow border-b border-ink" />
    </span>
  )
}

const Prompt = ({ children }: { children: ReactNode }) => (
  <p className="prose-read text-pretty">{children}</p>
)

function PaperQuestion({ question }: { question: TestQuestion }) {
  const { form, prompt } = question
  switch (form) {
    case 'typed':
      return (
        <>
          <Prompt>
            <Marked text={prompt} />
          </Prompt>
          <PaperLines count={linesFor(question.item.content.answer)} />
        </>
      )
    case 'cloze':
      return (
        <Prompt>
          <Marked text={prompt.replace(GAP, '\u2009____________________\u2009')} />
        </Prompt>
      )
    case 'choice':
      return (
        <>
          <Prompt>
            <Marked text={prompt} />
          </Prompt>
          <ul className="figures-text mt-2 flex flex-col gap-1.5 font-read">
            {question.options.map((option) => (
              <li key={option} className="flex items-baseline gap-3">
                <Box /> <Marked text={option} />
              </li>
            ))}
          </ul>
        </>
      )
    case 'list':
      return (
        <>
          <Prompt>
            <Marked text={prompt} />
          </Prompt>
          <PaperLines count={question.item.content.elements.length} />
        </>
      )
    case 'match':
      return (
        <>
          <Prompt>{prompt}</Prompt>
          <LinesOf items={question.items} />
          <ol className="figures-text mt-3 grid gap-x-6 font-read sm:grid-cols-2 print:grid-cols-2">
            {question.answers.map((answer, at) => (
              <li key={answer}>
                <span className="figures">{LETTERS[at]}</span> <Marked text={answer} />
              </li>
            ))}
          </ol>
        </>
      )
    case 'order':
      return (
        <>
          <Prompt>{prompt} Number them from 1.</Prompt>
          <LinesOf items={question.items} />
        </>
      )
  }
}

const Box = () => (
  <span
    aria-hidden
    className="inline-block size-4 shrink-0 translate-y-0.5 border border-ink bg-transparent"
  />
)

/** Each with a place for a letter or a number in front of it. */
function LinesOf({ items }: { items: readonly AskedItem[] }) {
  return (
    <ul className="figures-text mt-2 flex flex-col gap-2 font-read">
      {items.map((item) => (
        <li key={item.itemId} className="flex items-baseline gap-3">
          <span aria-hidden className="w-9 shrink-0 border-b border-ink">
            &nbsp;
          </span>
          <span>
            <Marked text={item.content.question} />
          </span>
        </li>
      ))}
    </ul>
  )
}
