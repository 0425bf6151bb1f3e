'use client'

import { useEffect, useState } from 'react'
import { GAP } from '@/lib/core/items/gap'
import type { QuestionStage, Session } from '@/lib/core/session/state'
import { currentQuestion, listElements } from '@/lib/core/session/view'
import { Button } from '../components/button'
import { withoutEmphasis } from '../components/emphasis'
import { Marked } from '../components/marked'
import { KeyHint } from '../keys/key-hint'
import { type KeyBindings, useKeys } from '../keys/use-keys'
import { BottomBar } from './bottom-bar'
import { Options } from './choice-form'
import { FOCUS_HERE, focusNow } from './focus'
import { ListForm } from './list-form'
import { PromptHeading } from './prompt-heading'
import type { Act } from './use-session'

/** One question, in the form it is asked in, until the answer shows. */
export function QuestionView({
  session,
  stage,
  act,
}: {
  session: Session
  stage: QuestionStage
  act: Act
}) {
  const { form } = stage.turn
  const [typed, setTyped] = useState('')
  const [lines, setLines] = useState<readonly string[]>([''])
  const question = currentQuestion(session)

  // The next question is ready to be answered, and is what a screen reader says.
  useEffect(() => {
    window.scrollTo({ top: 0 })
    focusNow()
  }, [])

  function answer() {
    const given = form.form === 'list' ? lines.join('\n') : typed
    if (given.trim() === '') act({ type: 'show' })
    else act({ type: 'submit', typed: given })
  }

  const pick = (option: string | undefined) => {
    if (option !== undefined) act({ type: 'submit', typed: option })
  }
  const digits: KeyBindings =
    form.form === 'choice'
      ? {
          '1': () => pick(stage.turn.options[0]),
          '2': () => pick(stage.turn.options[1]),
          '3': () => pick(stage.turn.options[2]),
        }
      : {}
  useKeys({ Space: answer, Enter: answer, ...digits })
  if (!question) return null

  const field = { typed, onTyped: setTyped, onSubmit: answer }
  return (
    <>
      {form.form === 'cloze' ? (
        <Cloze prompt={form.prompt} field={field} />
      ) : (
        <PromptHeading focus={form.form === 'choice' || form.form === 'flip'}>
          <Marked text={form.prompt} />
        </PromptHeading>
      )}
      {form.form === 'typed' ? <TypedLine field={field} /> : null}
      {form.form === 'choice' ? <Options options={stage.turn.options} onPick={pick} /> : null}
      {form.form === 'list' ? (
        <>
          <Given session={session} />
          <ListForm
            lines={lines}
            onChange={setLines}
            onSubmit={answer}
            asked={stage.turn.asked.length}
          />
        </>
      ) : null}
      <BottomBar>
        <Button
          tone={form.form === 'choice' ? 'plain' : 'primary'}
          className="min-h-13 w-full lg:w-auto"
          onClick={answer}
        >
          {form.form === 'choice' || form.form === 'flip' ? 'Show answer' : 'Answer'}
          <KeyHint>{form.form === 'flip' || form.form === 'choice' ? 'Space' : 'Enter'}</KeyHint>
        </Button>
      </BottomBar>
    </>
  )
}

type Typing = {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onSubmit: () => void
}

/** What every field that is typed into shares: Enter answers, Escape leaves it for the keys, nothing is completed or corrected. */
function typing({ typed, onTyped, onSubmit }: Typing) {
  return {
    ...FOCUS_HERE,
    value: typed,
    maxLength: 4000,
    autoComplete: 'off',
    autoCapitalize: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    enterKeyHint: 'done',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onTyped(event.target.value),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') event.currentTarget.blur()
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (!event.repeat) onSubmit()
    },
  } as const
}

function TypedLine({ field }: { field: Typing }) {
  return (
    <input
      {...typing(field)}
      aria-labelledby="question"
      placeholder="Your answer"
      className="prose-read mt-6 block min-h-13 w-full border-b-2 border-edge bg-transparent px-1 placeholder:text-quiet focus:border-accent focus-visible:outline-none"
    />
  )
}

/** A sentence with a gap: the gap is the field. */
function Cloze({ prompt, field }: { prompt: string; field: Typing }) {
  const [before = '', after = ''] = prompt.split(GAP)
  return (
    <>
      <h1 className="sr-only">Fill in the gap</h1>
      <p className="prose-read text-pretty">
        <Marked text={before} />
        <input
          {...typing(field)}
          aria-label={`${withoutEmphasis(`${before} … ${after}`)} What stands in the gap?`}
          className="field-sizing-content mx-0.5 inline-block min-h-9 min-w-[7em] max-w-full border-b-2 border-edge bg-transparent px-1 text-center focus:border-accent focus-visible:outline-none"
        />
        <Marked text={after} />
      </p>
    </>
  )
}

/** Elements of a list that are not asked this time: they stand there, to be gone on from. */
function Given({ session }: { session: Session }) {
  const given = listElements(session).filter((each) => each.asked === null)
  if (given.length === 0) return null
  return (
    <div className="mt-4 text-note">
      <p className="text-quiet">
        Not asked now, because you know them or they have been set aside:
      </p>
      <ul className="figures-text mt-1 list-disc pl-5 font-read">
        {given.map(({ element }) => (
          <li key={element.key}>
            <Marked text={element.text} />
          </li>
        ))}
      </ul>
    </div>
  )
}
