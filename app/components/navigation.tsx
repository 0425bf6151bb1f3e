'use client'

import { Search, Settings } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** On a phone the wordmark alone leads to Today: the words beside it would not fit into one row. */
const PLACES = [
  { href: '/', name: 'Today', className: 'max-sm:hidden' },
  { href: '/texts', name: 'Texts', className: '' },
  { href: '/decks', name: 'Decks', className: '' },
  { href: '/exams', name: 'Exams', className: '' },
  { href: '/numbers', name: 'Numbers', className: '' },
] as const

const TOOLS = [
  { href: '/search', name: 'Search', Icon: Search },
  { href: '/settings', name: 'Settings', Icon: Settings },
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
        {TOOLS.map(({ href, name, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current(href)}
              className="grid min-h-11 min-w-9 place-items-center text-quiet hover:text-ink aria-[current]:text-ink sm:flex sm:gap-2 sm:px-3"
            >
              <Icon aria-hidden size={19} strokeWidth={1.75} />
              <span className="sr-only sm:not-sr-only">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
