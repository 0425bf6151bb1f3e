'use client'

import { Check, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ItemContent } from '@/lib/core/items/item'
import { type Contrast, goOn, pick, startContrast } from '@/lib/core/session/contrast'
import type { Rival } from '@/lib/core/session/question'
import { Button } from '../components/button'
import { Marked } from '../components/marked'
import { Notice } from '../components/notice'
import { KeyHint } from '../keys/key-hint'
import { useKeys } from '../keys/use-keys'
import { FOCUS_HERE, focusNow } from '../review/focus'
import { contrastResult } from './words'

/** Two items that are mistaken for each other, asked one after the other with both answers as the options. */
export function ContrastView({
  content,
  rival,
  seed,
  heading: Heading,
  onDone,
}: {
  content: ItemContent
  rival: Rival
  seed: string
  /** h1 where it fills the page. */
  heading: 'h1' | 'h3'
  onDone: (result: string) => void
}) {
  const [contrast, setContrast] = useState(() => startContrast({ content, rival }, seed))
  const { picked } = contrast
  const [round] = contrast.rounds

  useEffect(() => {
    if (contrast.rounds.length > 0) focusNow()
  }, [contrast])

  function choose(option: string | undefined) {
    if (option !== undefined) setContrast(pick(contrast, option))
  }
  function next() {
    const after = goOn(contrast)
    setContrast(after)
    if (after.rounds.length === 0) onDone(contrastResult(after))
  }
  useKeys({
    '1': () => choose(round?.options[0]),
    '2': () => choose(round?.options[1]),
    Space: picked === null ? undefined : next,
    Enter: picked === null ? undefined : next,
  })
  if (!round) return null
  return (
    <>
      <p className="mb-3 text-note text-quiet">
        Practice: this makes no review and does not change your schedule.
      </p>
      <Heading
        key={`${round.question} ${contrast.rounds.length}`}
        tabIndex={-1}
        {...(picked === null ? FOCUS_HERE : {})}
        className="prose-read text-pretty"
      >
        <Marked text={round.question} />
      </Heading>
      <ol className="mt-6 flex flex-col gap-2.5">
        {round.options.map((option, index) => (
          <li key={option}>
            <button
              type="button"
              disabled={picked !== null}
              onClick={() => choose(option)}
              className={`figures-text flex min-h-13 w-full flex-wrap items-baseline gap-x-3 rounded-[3px] border px-4 py-3 text-left font-read text-[1.0625rem] leading-snug ${
                picked !== null && option === round.answer
                  ? 'border-2 border-recalled'
                  : 'border-edge enabled:bg-sheet enabled:hover:border-ink disabled:text-quiet'
              }`}
            >
              {picked === null ? <KeyHint>{String(index + 1)}</KeyHint> : null}
              <span className="grow">
                <Marked text={option} />
              </span>
              <Sign contrast={contrast} option={option} answer={round.answer} />
            </button>
          </li>
        ))}
      </ol>
      <Notice className="mt-4">
        {picked === null
          ? null
          : picked === round.answer
            ? 'Right.'
            : `No: here it is ${round.answer}. This question comes once more.`}
      </Notice>
      {picked === null ? null : (
        <Button tone="primary" className="mt-4 min-h-13" {...FOCUS_HERE} onClick={next}>
          {isLast(contrast) ? 'Done' : 'Next'} <KeyHint>Space</KeyHint>
        </Button>
      )}
    </>
  )
}

const isLast = (contrast: Contrast) => goOn(contrast).rounds.length === 0

function Sign({
  contrast,
  option,
  answer,
}: {
  contrast: Contrast
  option: string
  answer: string
}) {
  if (contrast.picked === null) return null
  const mine = option === contrast.picked
  if (option === answer) {
    return (
      <span className="inline-flex items-center gap-1 font-operate text-note text-recalled">
        <Check aria-hidden size={17} /> the answer{mine ? ', your choice' : ''}
      </span>
    )
  }
  return mine ? (
    <span className="inline-flex items-center gap-1 font-operate text-note text-accent">
      <X aria-hidden size={17} /> your choice
    </span>
  ) : null
}
