import type { ReactNode } from 'react'
import { PageSection } from '../components/frame'

/** One number with what it rests on, its picture, its table, and how it is computed. */
export function Part({
  title,
  actions,
  says,
  restsOn,
  children,
  how,
}: {
  title: string
  actions?: ReactNode
  /** What the number is, in a sentence. */
  says: ReactNode
  restsOn: string
  children?: ReactNode
  how: ReactNode
}) {
  return (
    <PageSection title={title} actions={actions}>
      <p className="prose-read max-w-measure">{says}</p>
      <p className="mt-1 text-note text-quiet">{restsOn}</p>
      {children}
      <Fold summary={`How ${title.toLowerCase()} is computed`}>
        <div className="flex max-w-[34rem] flex-col gap-2 text-note text-quiet">{how}</div>
      </Fold>
    </PageSection>
  )
}

export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="mt-3">
      <summary className="w-fit py-2 text-note text-quiet decoration-rule underline underline-offset-4 hover:text-ink">
        {summary}
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  )
}

/** What a picture shows, in figures. The first column names the row. */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly [name: string, ...cells: ReactNode[]])[]
}) {
  const [first, ...others] = columns
  return (
    <table className="figures text-fine sm:text-note">
      <caption className="pb-2 text-left text-quiet">{caption}</caption>
      <thead>
        <tr className="border-b border-rule text-quiet">
          <th scope="col" className="py-1 pr-2 text-left align-bottom font-medium sm:pr-5">
            {first}
          </th>
          {others.map((column) => (
            <th
              key={column}
              scope="col"
              className="py-1 pl-2 text-right align-bottom font-medium sm:pl-4"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name} className="border-b border-rule">
            <th scope="row" className="py-1 pr-2 text-left font-normal whitespace-nowrap sm:pr-5">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td
                key={columns[index + 1]}
                className="py-1 pl-2 text-right whitespace-nowrap sm:pl-4"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
