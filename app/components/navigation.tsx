'use client'

import { Ellipsis, Search, Settings } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useRef } from 'react'

/** Below 48 rem not all of them fit into one row: the wordmark alone leads to Today, and the last ones stand behind a button. */
const PLACES = [
  { href: '/', name: 'Today', className: 'max-md:hidden' },
  { href: '/texts', name: 'Texts', className: '' },
  { href: '/decks', name: 'Decks', className: '' },
  { href: '/exams', name: 'Exams', className: '' },
  { href: '/classes', name: 'Classes', className: '' },
  { href: '/numbers', name: 'Numbers', className: 'max-md:hidden' },
] as const

const TOOLS = [
  { href: '/search', name: 'Search', className: '', Icon: Search },
  { href: '/settings', name: 'Settings', className: 'max-md:hidden', Icon: Settings },
] as const

const OTHERS = [
  { href: '/numbers', name: 'Numbers' },
  { href: '/settings', name: 'Settings' },
] as const

/** Where one is, and the ways from there. One row on every screen; it scrolls away with the page. */
export function Navigation() {
  const path = usePathname()
  const current = (href: string) =>
    path === href ? 'page' : href !== '/' && path.startsWith(`${href}/`) ? true : undefined
  return (
    <nav aria-label="Passage" className="flex min-w-0 grow flex-wrap items-center">
      <ul className="flex flex-wrap items-center">
        {PLACES.map(({ href, name, className }) => (
          <li key={href} className={className}>
            <Link
              href={href}
              aria-current={current(href)}
              className="flex min-h-11 items-center px-1.5 text-note text-quiet max-[23.5rem]:px-1 sm:text-operate underline-offset-[0.4em] decoration-2 hover:text-ink aria-[current]:text-ink aria-[current]:underline sm:px-3.5"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="ml-auto flex items-center">
        {TOOLS.map(({ href, name, className, Icon }) => (
          <li key={href} className={className}>
            <Link
              href={href}
              aria-current={current(href)}
              className="grid min-h-11 min-w-9 place-items-center text-quiet hover:text-ink aria-[current]:text-ink sm:min-w-11 lg:flex lg:gap-2 lg:px-3"
            >
              <Icon aria-hidden size={19} strokeWidth={1.75} />
              <span className="sr-only lg:not-sr-only">{name}</span>
            </Link>
          </li>
        ))}
        <li className="md:hidden">
          <Others current={current} />
        </li>
      </ul>
    </nav>
  )
}

/** The browser's own popover: it closes with Escape and with a touch elsewhere. */
function Others({ current }: { current: (href: string) => 'page' | true | undefined }) {
  const list = useRef<HTMLUListElement>(null)
  return (
    <>
      <button
        type="button"
        popoverTarget="other-places"
        className="grid min-h-11 min-w-9 place-items-center text-quiet hover:text-ink sm:min-w-11"
      >
        <Ellipsis aria-hidden size={19} strokeWidth={1.75} />
        <span className="sr-only">Other places</span>
      </button>
      <ul
        id="other-places"
        popover="auto"
        ref={list}
        className="absolute top-13 right-3 left-auto m-0 min-w-40 rounded-[4px] border border-edge bg-sheet py-1 text-ink"
      >
        {OTHERS.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current(href)}
              onClick={() => list.current?.hidePopover()}
              className="flex min-h-11 items-center px-4 decoration-2 underline-offset-[0.4em] hover:bg-pencil-faint aria-[current]:underline"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
