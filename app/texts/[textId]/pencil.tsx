'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useKeys } from '@/app/keys/use-keys'
import type { Span } from '@/lib/core/text/source'

/** An item as the margin of a text shows it. */
export type MarginItem = {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly recall: number | null
  readonly suspended: boolean
  readonly evidence: readonly { readonly start: number; readonly end: number }[]
}

type Pencil = {
  readonly items: readonly MarginItem[]
  /** The block whose items stand in the margin. */
  readonly open: OpenBlock | null
  readonly show: (block: OpenBlock | null) => void
  /** The stretch of which items are asked for. */
  readonly asked: Span | null
  readonly ask: (stretch: Span | null) => void
  /** Pencils these items while something is pointed at; [] for none. */
  readonly hint: (items: readonly number[]) => void
}

export type OpenBlock = {
  readonly index: number
  /** Indexes into the items. */
  readonly items: readonly number[]
  /** The block's words, as offsets into the text. */
  readonly start: number
  readonly end: number
  /** Where none is kept: what there is instead. */
  readonly none: NoItems | null
}

/** Of a passage without a kept item. */
export type NoItems = {
  readonly proposed: number
  readonly rejected: number
  /** Why nothing more was proposed, in a sentence. */
  readonly why: string
}

const PencilContext = createContext<Pencil | null>(null)

export function usePencil(): Pencil {
  const pencil = useContext(PencilContext)
  if (!pencil) throw new Error('usePencil stands outside PencilledText')
  return pencil
}

/** Holds which evidence of a text is pencilled now: what is open in the margin, or pointed at, or named by the address. */
export function PencilledText({
  items,
  children,
}: {
  items: readonly MarginItem[]
  children: ReactNode
}) {
  const [open, setOpen] = useState<OpenBlock | null>(null)
  const [asked, setAsked] = useState<Span | null>(null)
  const [hinted, setHinted] = useState<readonly number[]>([])
  const [addressed, setAddressed] = useState<readonly number[]>([])
  const opener = useRef<HTMLElement | null>(null)

  const show = useCallback((block: OpenBlock | null) => {
    if (block) opener.current = focusedElement()
    else opener.current?.focus()
    setHinted([])
    setAsked(null)
    setOpen(block)
  }, [])

  const ask = useCallback((stretch: Span | null) => {
    // From a passage that is open it goes on, and back to the mark that opened it.
    if (!stretch) opener.current?.focus()
    setHinted([])
    setOpen(null)
    setAsked(stretch)
  }, [])

  useEffect(() => {
    const follow = () => setAddressed(goToAddress(items))
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [items])

  useKeys({ Escape: open || asked ? () => show(null) : undefined })

  const pencil = useMemo(
    () => ({ items, open, show, asked, ask, hint: setHinted }),
    [items, open, show, asked, ask],
  )
  const drawn = hinted.length > 0 ? hinted : (open?.items ?? addressed)
  useRule(ruleFor(drawn))
  return <PencilContext value={pencil}>{children}</PencilContext>
}

/** As a sheet of the document's: the policy of our pages takes no style element that came without the answer's nonce. */
function useRule(rule: string): void {
  useLayoutEffect(() => {
    if (rule === '') return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rule)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [rule])
}

/** The evidence of an item carries its index; which of it is pencilled is one rule of style, however long the text is. */
function ruleFor(indexes: readonly number[]): string {
  if (indexes.length === 0) return ''
  const chosen = indexes.map((index) => `[data-items~="${Math.trunc(index)}"]`).join(',')
  // Where colours are forced, the system's own mark.
  const forced = `@media (forced-colors: active){:is(${chosen}){background:Mark;color:MarkText}}`
  return `:is(${chosen}){background-image:var(--stroke);color:var(--ink)}${forced}`
}

function focusedElement(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null
}

/** Brings the place that the address names into sight; gives the items to pencil there. */
function goToAddress(items: readonly MarginItem[]): number[] {
  const { hash } = window.location
  if (hash === '#place') {
    document.querySelector('[data-place]')?.scrollIntoView({ block: 'center' })
    return []
  }
  const offset = /^#o(\d{1,9})$/.exec(hash)?.[1]
  if (offset === undefined) return []
  const at = Number(offset)
  rowAt(at)?.scrollIntoView({ block: 'center' })
  return items.flatMap((item, index) =>
    item.evidence.some((e) => e.start <= at && at < e.end) ? [index] : [],
  )
}

function rowAt(offset: number): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('.reading-row')].find(
    (row) => Number(row.dataset.start) <= offset && offset < Number(row.dataset.end),
  )
}
