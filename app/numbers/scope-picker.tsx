import Link from 'next/link'
import type { Numbers, Scope } from '@/lib/usecases/read-numbers'

/** Of what the numbers are: everything, a text or a deck. */
export function ScopePicker({ numbers: { scope, scopes } }: { numbers: Numbers }) {
  return (
    <nav aria-label="Numbers of" className="text-note">
      <details>
        <summary className="w-fit py-2">
          <span className="text-quiet">Of</span>{' '}
          <span className="font-medium">{scope ? scope.name : 'everything'}</span>{' '}
          <span className="text-accent underline underline-offset-4">change</span>
        </summary>
        <ul className="pt-1 pb-2">
          <Choice href="/numbers" current={scope === null}>
            Everything
          </Choice>
        </ul>
        <Group title="Texts" of={scopes.filter((one) => one.kind === 'text')} scope={scope} />
        <Group title="Decks" of={scopes.filter((one) => one.kind === 'deck')} scope={scope} />
      </details>
    </nav>
  )
}

const hrefOf = ({ kind, id }: Scope) => `/numbers?${kind}=${id}`

function Group({ title, of, scope }: { title: string; of: Scope[]; scope: Scope | null }) {
  if (of.length === 0) return null
  return (
    <>
      <p className="text-quiet">{title}</p>
      <ul className="pb-2">
        {of.map((one) => (
          <Choice key={one.id} href={hrefOf(one)} current={one.id === scope?.id}>
            {one.name}
          </Choice>
        ))}
      </ul>
    </>
  )
}

function Choice({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        className="inline-block py-1.5 underline decoration-rule underline-offset-4 hover:decoration-ink aria-[current]:font-medium aria-[current]:no-underline"
      >
        {children}
      </Link>
    </li>
  )
}
