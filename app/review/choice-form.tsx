'use client'

import { Check, X } from 'lucide-react'
import type { ItemContent } from '@/lib/core/items/item'
import { Marked } from '../components/marked'
import { KeyHint } from '../keys/key-hint'
import { CHECKERS } from './checkers'

/** The options, to pick one: by touch, or by its digit. */
export function Options({
  options,
  onPick,
}: {
  options: readonly string[]
  onPick: (option: string) => void
}) {
  return (
    <ol className="mt-6 flex flex-col gap-2.5">
      {options.map((option, index) => (
        <li key={option}>
          <button
            type="button"
            onClick={() => onPick(option)}
            className="figures-text flex min-h-13 w-full items-baseline gap-3 rounded-[3px] border border-edge bg-sheet px-4 py-3 text-left font-read text-[1.0625rem] leading-snug hover:border-ink active:bg-pencil-faint"
          >
            <KeyHint>{String(index + 1)}</KeyHint>
            <span>
              <Marked text={option} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** The same options once the answer is known: which is right, and which was picked. */
export function AnsweredOptions({
  options,
  content,
  picked,
}: {
  options: readonly string[]
  content: ItemContent
  picked: string
}) {
  const answer = options.includes(content.answer)
    ? content.answer
    : options.find((option) => CHECKERS.checkAnswer(option, content).verdict === 'right')
  return (
    <ol className="mt-6 flex flex-col gap-2.5">
      {options.map((option) => {
        const right = option === answer
        const mine = option === picked
        return (
          <li
            key={option}
            className={`figures-text flex min-h-13 flex-wrap items-baseline gap-x-3 rounded-[3px] border px-4 py-3 font-read text-[1.0625rem] leading-snug ${
              right ? 'border-recalled border-2' : 'border-rule text-quiet'
            }`}
          >
            <span className="grow">
              <Marked text={option} />
            </span>
            <span className="font-operate text-note">
              {right ? (
                <span className="inline-flex items-center gap-1 text-recalled">
                  <Check aria-hidden size={17} /> the answer{mine ? ', your choice' : ''}
                </span>
              ) : mine ? (
                <span className="inline-flex items-center gap-1 text-accent">
                  <X aria-hidden size={17} /> your choice
                </span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
