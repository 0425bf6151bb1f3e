'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ImportDeed, ImportView } from '@/app/api/imports/import-view'
import { Button, LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Notice } from '@/app/components/notice'
import { askImports, tellImport } from './ask-imports'
import type { BookCovers } from './count-covers'
import { CoverLine } from './cover-line'
import type { CoverCount } from './cover-words'
import { endWords, headingOf, isUnderWay, progressWords } from './import-words'

/** Milliseconds between two looks, while something is under way. */
const LOOK_EVERY = 1_500

const UNHEARD = 'The server could not be reached. It is tried again in a moment; nothing is lost.'

/**
 * Long texts that are gone through in the background, how far they are, and the button that stops them. `initial` is what
 * the page came with; `textId` shows those of one text only, whose page has its own line on which passages have items.
 */
export function BookImports({
  initial,
  textId,
  covers = {},
}: {
  initial: readonly ImportView[]
  textId?: string
  covers?: BookCovers
}) {
  const { books, unheard, tell } = useImports(initial)
  const shown = books.filter((book) => textId === undefined || book.textId === textId)
  if (shown.length === 0) return null
  return (
    <section aria-label="Long texts" className="mb-10">
      <ul className="divide-y divide-rule border-y border-rule">
        {shown.map((book) => (
          <li key={book.id} className="py-4">
            <Book
              book={book}
              cover={covers[book.id] ?? null}
              isHere={textId !== undefined}
              onDeed={(deed) => tell(book.id, deed)}
            />
          </li>
        ))}
      </ul>
      <Notice tone="alert">{unheard ? UNHEARD : ''}</Notice>
    </section>
  )
}

function useImports(initial: readonly ImportView[]) {
  const [books, setBooks] = useState(initial)
  const [unheard, setUnheard] = useState(false)
  const router = useRouter()
  const stands = useRef('')

  useEffect(() => setBooks(initial), [initial])

  // What else the page shows of the text (its line, its proposals) follows once a text is there or has ended.
  useEffect(() => {
    const now = books.map(({ id, state, textId }) => `${id} ${state} ${textId}`).join()
    if (stands.current !== '' && stands.current !== now) router.refresh()
    stands.current = now
  }, [books, router])

  const underWay = books.some(isUnderWay)
  useEffect(() => {
    if (!underWay) return
    let over = false
    const look = async () => {
      const found = await askImports()
      if (over) return
      setUnheard(found === null)
      if (found) setBooks(found)
    }
    const looking = setInterval(() => void look(), LOOK_EVERY)
    return () => {
      over = true
      clearInterval(looking)
    }
  }, [underWay])

  const tell = async (id: string, deed: ImportDeed) => {
    const found = await tellImport(id, deed)
    setUnheard(found === null)
    if (found) setBooks(found)
  }
  return { books, unheard, tell }
}

interface OfBook {
  readonly book: ImportView
  readonly cover: CoverCount | null
  /** On the text's own page, which leads to its proposals by itself. */
  readonly isHere: boolean
  readonly onDeed: (deed: ImportDeed) => void
}

function Book(of: OfBook) {
  const { book, cover } = of
  const heading = headingOf(book)
  const underWay = isUnderWay(book)
  return (
    <>
      <div role="status" className="sr-only">
        {heading}
      </div>
      <h2 className="font-read text-heading font-medium">{heading}</h2>
      {underWay ? (
        <progress
          aria-label={heading}
          max={Math.max(1, book.words)}
          value={book.wordsDone}
          className="my-2 h-[3px] w-full appearance-none bg-rule [&::-moz-progress-bar]:bg-graphite [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-graphite"
        />
      ) : null}
      <p className="figures mt-1 max-w-measure text-note text-quiet">
        {underWay ? progressWords(book) : endWords(book)}
      </p>
      {cover !== null && book.textId !== null && book.state === 'done' ? (
        <div className="mt-1">
          <CoverLine textId={book.textId} cover={cover} />
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-3">
        <Deeds {...of} />
      </div>
    </>
  )
}

function Deeds({ book, isHere, onDeed }: OfBook) {
  const { state, textId, items } = book
  const address = textId === null || isHere ? null : `/texts/${textId}`
  const proposals =
    address === null || items === 0 ? null : (
      <LinkButton href={`${address}/proposals`}>
        {state === 'done' ? `Go through ${count(items, 'proposal')}` : 'Go through what is there'}
      </LinkButton>
    )
  if (isUnderWay(book)) {
    return (
      <>
        <Button onClick={() => onDeed('stop')}>Stop</Button>
        {proposals}
      </>
    )
  }
  return (
    <>
      {state === 'done' ? null : (
        <Button onClick={() => onDeed('goOn')}>
          {state === 'failed' ? 'Try again' : 'Go on with it'}
        </Button>
      )}
      {proposals}
      {address === null ? null : <LinkButton href={address}>Read it</LinkButton>}
      <Button tone="quiet" onClick={() => onDeed('forget')}>
        {state === 'done' ? 'Do not show this any more' : 'Leave it so'}
      </Button>
    </>
  )
}
