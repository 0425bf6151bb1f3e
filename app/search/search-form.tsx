'use client'

import Form from 'next/form'
import { useEffect, useRef } from 'react'
import { Button } from '../components/button'

/** The one field of the search. It takes the focus when one comes here to search, and leaves it to what was found. */
export function SearchForm({ query }: { query: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const input = field.current
    if (!input) return
    // Going back shows the words that were looked for then; the field keeps its focus.
    if (input.value.trim() !== query) input.value = query
    if (query === '') input.focus()
  }, [query])
  return (
    <search>
      <Form action="/search" className="flex gap-3">
        <label className="min-w-0 grow">
          <span className="sr-only">Words to look for</span>
          <input
            ref={field}
            type="search"
            name="q"
            defaultValue={query}
            maxLength={500}
            autoComplete="off"
            enterKeyHint="search"
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur()
            }}
            className="prose-read block min-h-12 w-full rounded-[3px] border border-edge bg-sheet px-3"
          />
        </label>
        <Button type="submit" tone="primary">
          Search
        </Button>
      </Form>
    </search>
  )
}
