'use client'

import { useEffect, useRef, useState } from 'react'
import type { ImportView } from '@/app/api/imports/import-view'
import { askImports } from '../ask-imports'
import { BookImports } from '../book-imports'
import type { BookCovers } from '../count-covers'
import { AddText } from './add-text'

/** Adding a text, beneath the long ones that are being gone through. */
export function Adding({
  maxBytes,
  imports,
  covers,
}: {
  maxBytes: number
  imports: readonly ImportView[]
  covers: BookCovers
}) {
  const [books, setBooks] = useState(imports)
  const [taken, setTaken] = useState(0)
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (taken > 0) place.current?.focus()
  }, [taken])

  async function showBook() {
    setBooks((await askImports()) ?? books)
    setTaken((n) => n + 1)
  }

  return (
    <>
      <div ref={place} tabIndex={-1}>
        <BookImports initial={books} covers={covers} />
      </div>
      <AddText maxBytes={maxBytes} onBook={() => void showBook()} />
    </>
  )
}
