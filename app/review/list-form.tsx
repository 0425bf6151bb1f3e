'use client'

import { useRef } from 'react'
import { count } from '../components/dates'
import { FOCUS_HERE } from './focus'

/** One line for each element, as many as are written: a new one opens below the last. Enter goes on, and at the end ends the answer. */
export function ListForm({
  lines,
  onChange,
  onSubmit,
  asked,
  then = 'shows the answer',
}: {
  lines: readonly string[]
  onChange: (lines: readonly string[]) => void
  onSubmit: () => void
  /** How many elements are asked. */
  asked: number
  /** What Enter does on an empty line, in words. */
  then?: string
}) {
  const list = useRef<HTMLOListElement>(null)
  const shown = lines.at(-1)?.trim() === '' || lines.length >= 60 ? lines : [...lines, '']
  /** The place in the list is all that a line is known by. */
  const places = shown.map((_, place) => place)
  const written = lines.filter((line) => line.trim() !== '').length

  function focusLine(index: number) {
    list.current?.querySelectorAll('input')[index]?.focus()
  }

  function put(index: number, text: string) {
    // Several lines pasted at once become several elements.
    const pasted = text.split('\n')
    onChange([...shown.slice(0, index), ...pasted, ...shown.slice(index + 1)].slice(0, 60))
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>, index: number) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.repeat) return
      const last = index === shown.length - 1
      if (event.ctrlKey || event.metaKey || (last && shown[index]?.trim() === '')) onSubmit()
      else focusLine(index + 1)
    } else if (event.key === 'Escape') {
      event.currentTarget.blur()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      focusLine(index + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Backspace' && shown[index] === '' && index > 0) {
      event.preventDefault()
      onChange(shown.filter((_, at) => at !== index))
      focusLine(index - 1)
    }
  }

  return (
    // The question is heard on the way into its fields.
    <fieldset aria-labelledby="question" className="mt-5">
      <p id="list-hint" className="text-note text-quiet">
        {count(asked, 'element')}, in any order. Enter goes to the next line; Enter on an empty line{' '}
        {then}.
      </p>
      <ol ref={list} className="mt-3 flex flex-col gap-2">
        {places.map((index) => (
          <li key={index} className="flex items-baseline gap-3">
            <span aria-hidden className="figures w-6 shrink-0 text-right text-note text-quiet">
              {index + 1}
            </span>
            <input
              {...(index === 0 ? FOCUS_HERE : {})}
              aria-label={`Element ${index + 1} of ${asked}`}
              aria-describedby={index === 0 ? 'list-hint' : undefined}
              value={shown[index]}
              maxLength={1000}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="next"
              onChange={(event) => put(index, event.target.value)}
              onPaste={(event) => {
                const text = event.clipboardData.getData('text')
                if (!text.includes('\n')) return
                event.preventDefault()
                put(index, text)
              }}
              onKeyDown={(event) => onKeyDown(event, index)}
              className="figures-text min-h-11 w-full min-w-0 border-b-2 border-edge bg-transparent font-read text-[1.0625rem] focus:border-accent focus-visible:outline-none"
            />
          </li>
        ))}
      </ol>
      <p className="figures-text mt-2 text-note text-quiet">
        {written > 0 ? `${written} of ${asked} written` : ''}
      </p>
    </fieldset>
  )
}
