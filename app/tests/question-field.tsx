'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { AskedQuestion } from '@/lib/core/exam/mock/question'
import { GAP } from '@/lib/core/items/gap'
import { Button } from '../components/button'
import { withoutEmphasis } from '../components/emphasis'
import { Marked } from '../components/marked'
import { KeyHint } from '../keys/key-hint'
import { FOCUS_HERE } from '../review/focus'
import { ListForm } from '../review/list-form'
import { PromptHeading } from '../review/prompt-heading'

type Given = readonly string[]

export type FieldProps = {
  readonly question: AskedQuestion
  readonly given: Given
  /** `settled`: an answer as a whole, not one that is being written. */
  readonly onGive: (given: Given, settled: boolean) => void
  /** Enter, where it ends the answer. */
  readonly onDone: () => void
}

/** One question of a test, to be answered. The prompt is the page's heading. */
export function QuestionField(props: FieldProps) {
  const { question, given, onGive, onDone } = props
  switch (question.form) {
    case 'cloze':
      return <Cloze {...props} />
    case 'typed':
      return (
        <>
          <Prompt question={question} />
          <input
            {...typing(given, onGive, onDone)}
            aria-labelledby="question"
            placeholder="Your answer"
            className="prose-read mt-6 block min-h-13 w-full border-b-2 border-edge bg-transparent px-1 placeholder:text-quiet focus:border-accent focus-visible:outline-none"
          />
        </>
      )
    case 'choice':
      return (
        <>
          <Prompt question={question} focus />
          <Choice {...props} />
        </>
      )
    case 'list':
      return (
        <>
          <Prompt question={question} />
          <ListForm
            lines={given.length > 0 ? given : ['']}
            onChange={(lines) => onGive(lines, false)}
            onSubmit={onDone}
            asked={question.elements}
            then="goes on"
          />
        </>
      )
    case 'match':
      return (
        <>
          <Prompt question={question} focus />
          <Match {...props} />
        </>
      )
    case 'order':
      return (
        <>
          <Prompt question={question} focus />
          <Order {...props} />
        </>
      )
  }
}

function Prompt({ question, focus = false }: { question: AskedQuestion; focus?: boolean }) {
  return (
    <PromptHeading focus={focus}>
      <Marked text={question.prompt} />
    </PromptHeading>
  )
}

/** What every field that is typed into shares: Enter goes on, Escape leaves it for the keys, nothing is completed or corrected. */
function typing(given: Given, onGive: FieldProps['onGive'], onDone: () => void) {
  return {
    ...FOCUS_HERE,
    value: given[0] ?? '',
    maxLength: 4000,
    autoComplete: 'off',
    autoCapitalize: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    enterKeyHint: 'next',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onGive([event.target.value], false),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') event.currentTarget.blur()
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (!event.repeat) onDone()
    },
  } as const
}

/** A sentence with a gap: the gap is the field. */
function Cloze({ question, given, onGive, onDone }: FieldProps) {
  const [before = '', after = ''] = question.prompt.split(GAP)
  return (
    <>
      <h1 className="sr-only">Fill in the gap</h1>
      <p className="prose-read text-pretty">
        <Marked text={before} />
        <input
          {...typing(given, onGive, onDone)}
          aria-label={`${withoutEmphasis(`${before} … ${after}`)} What stands in the gap?`}
          className="field-sizing-content mx-0.5 inline-block min-h-9 min-w-[7em] max-w-full border-b-2 border-edge bg-transparent px-1 text-center focus:border-accent focus-visible:outline-none"
        />
        <Marked text={after} />
      </p>
    </>
  )
}

/** The options stay where they are, and the one that is picked can be changed. */
function Choice({ question, given, onGive }: FieldProps) {
  return (
    <fieldset aria-labelledby="question" className="mt-6 flex flex-col gap-2.5">
      {question.options.map((option, at) => (
        <label
          key={option}
          className="figures-text flex min-h-13 w-full cursor-pointer items-baseline gap-3 rounded-[3px] border border-edge bg-sheet px-4 py-3 font-read text-[1.0625rem] leading-snug hover:border-ink has-checked:border-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="option"
            checked={given[0] === option}
            onChange={() => onGive([option], true)}
            className="size-4.5 shrink-0 translate-y-0.5 accent-accent focus-visible:outline-none"
          />
          <span className="grow">
            <Marked text={option} />
          </span>
          <KeyHint>{String(at + 1)}</KeyHint>
        </label>
      ))}
    </fieldset>
  )
}

function Match({ question, given, onGive }: FieldProps) {
  const answers = question.lines.map((_, at) => given[at] ?? '')
  return (
    <ol className="mt-6 flex flex-col gap-5">
      {question.lines.map((line, at) => (
        <li key={line.itemId}>
          <label
            htmlFor={`match-${at}`}
            className="figures-text block font-read text-[1.0625rem] leading-snug"
          >
            <Marked text={line.words} />
          </label>
          <select
            id={`match-${at}`}
            value={answers[at]}
            onChange={(event) => onGive(answers.toSpliced(at, 1, event.target.value), true)}
            className="figures-text mt-2 block min-h-11 w-full rounded-[3px] border border-edge bg-sheet px-3 py-2 font-read text-ink"
          >
            <option value="">No answer yet</option>
            {question.options.map((option) => (
              <option key={option} value={option}>
                {withoutEmphasis(option)}
                {answers.some((one, other) => one === option && other !== at) ? ' (taken)' : ''}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ol>
  )
}

function Order({ question, given, onGive }: FieldProps) {
  const shown = question.lines.map((line) => line.itemId)
  const isAnswered = given.some((id) => id !== '')
  const order = isAnswered ? shown.toSorted((a, b) => given.indexOf(a) - given.indexOf(b)) : shown
  const words = new Map(question.lines.map((line) => [line.itemId, line.words]))

  function move(from: number, to: number) {
    const id = order[from]
    if (id === undefined || to < 0 || to >= order.length) return
    onGive(order.toSpliced(from, 1).toSpliced(to, 0, id), true)
  }

  return (
    <>
      <ol className="mt-6 flex flex-col gap-2.5">
        {order.map((id, at) => {
          const name = withoutEmphasis(words.get(id) ?? '')
          return (
            <li
              key={id}
              className="flex items-center gap-2 rounded-[3px] border border-edge bg-sheet py-1 pr-1 pl-4"
            >
              <span className="figures w-5 shrink-0 text-quiet">{at + 1}</span>
              <span className="figures-text grow font-read text-[1.0625rem] leading-snug">
                <Marked text={words.get(id) ?? ''} />
              </span>
              <Button
                tone="quiet"
                className="min-w-11 shrink-0"
                aria-label={`Earlier: ${name}`}
                aria-disabled={at === 0}
                onClick={() => move(at, at - 1)}
              >
                <ArrowUp aria-hidden size={19} />
              </Button>
              <Button
                tone="quiet"
                className="min-w-11 shrink-0"
                aria-label={`Later: ${name}`}
                aria-disabled={at === order.length - 1}
                onClick={() => move(at, at + 1)}
              >
                <ArrowDown aria-hidden size={19} />
              </Button>
            </li>
          )
        })}
      </ol>
      {isAnswered ? null : (
        <Button className="mt-4" onClick={() => onGive(order, true)}>
          They stand in the right order
        </Button>
      )}
    </>
  )
}
