import Link from 'next/link'

const PAGES = [
  { path: 'text', name: 'The text' },
  { path: 'items', name: 'The items' },
] as const

/** From one way to look at an assignment to the others. */
export function AssignmentLinks({
  classId,
  assignmentId,
  at,
}: {
  classId: string
  assignmentId: string
  at: 'assignment' | 'students' | (typeof PAGES)[number]['path']
}) {
  const home = `/classes/${classId}`
  const ways = [
    { path: 'assignment', name: 'The assignment', href: `${home}/assignments/${assignmentId}` },
    { path: 'students', name: 'The students', href: `${home}/results?assignment=${assignmentId}` },
    ...PAGES.map((page) => ({
      ...page,
      href: `${home}/assignments/${assignmentId}/${page.path}`,
    })),
  ]
  return (
    <nav aria-label="This assignment" className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-3.5 sm:gap-x-5">
        {ways.map(({ path, name, href }) => (
          <li key={path}>
            <Link
              href={href}
              aria-current={path === at ? 'page' : undefined}
              className="flex min-h-11 items-center text-note text-quiet underline decoration-rule underline-offset-4 hover:text-ink aria-[current]:text-ink aria-[current]:decoration-transparent"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
