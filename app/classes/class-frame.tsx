import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ClassAction, mayInClass } from '@/lib/core/class/roles'
import type { ClassHere } from '@/lib/usecases/class-access'
import { Page, PageHeading } from '../components/frame'
import { ROLE_WORDS } from './words'

/** The pages of a class, each for those who may do what it is for. */
const PLACES = [
  { path: '', name: 'Overview', action: 'see the class' },
  { path: '/students', name: 'Students', action: 'see results' },
  { path: '/results', name: 'Results', action: 'see results' },
  { path: '/students/own', name: 'What is said of you', action: 'see own results' },
  { path: '/grades', name: 'Grades', action: 'see the class' },
  { path: '/rooms', name: 'Room', action: 'see the class' },
] as const satisfies readonly { path: string; name: string; action: ClassAction }[]

export type ClassPlace = (typeof PLACES)[number]['path']

/** What all pages of a class share: which one it is, as what one takes part in it, and the ways to its other pages. */
export function ClassFrame({
  here,
  place,
  title,
  under,
  actions,
  wide,
  children,
}: {
  here: ClassHere
  /** Which of its pages this is, or lies under. */
  place: ClassPlace
  /** The page's own heading; without one, the name of the class. */
  title?: ReactNode
  under?: ReactNode
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  const { class: room, seat } = here
  const home = `/classes/${room.id}`
  const places = PLACES.filter(({ action }) => mayInClass(seat.role, action))
  return (
    <Page wide={wide}>
      <PageHeading
        over={
          <>
            <Link href="/classes" className="link">
              Classes
            </Link>
            {title ? (
              <>
                {' · '}
                <Link href={home} className="link">
                  {room.name}
                </Link>
              </>
            ) : null}
          </>
        }
        under={under ?? `You are ${ROLE_WORDS[seat.role]}${room.archived ? ' · archived' : ''}`}
        actions={actions}
      >
        {title ?? room.name}
      </PageHeading>
      {places.length > 1 ? (
        <nav aria-label="This class" className="-mt-3 mb-8 border-b border-rule print:hidden">
          <ul className="flex flex-wrap gap-x-3.5 text-note sm:gap-x-6 sm:text-operate">
            {places.map(({ path, name }) => (
              <li key={path}>
                <Link
                  href={`${home}${path === '/students/own' ? `/students/${seat.id}` : path}`}
                  aria-current={path === place ? (title && path === '' ? true : 'page') : undefined}
                  className="flex min-h-11 items-center text-quiet decoration-2 underline-offset-[0.4em] hover:text-ink aria-[current]:text-ink aria-[current]:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {children}
    </Page>
  )
}
