import Link from 'next/link'
import { figure } from '@/app/components/dates'
import { percent } from '@/app/components/recall'
import type { StudentLine } from '@/lib/usecases/read-class-results'
import { dateWords } from './assignment-words'
import { minuteWords, standingWords } from './result-words'

const share = (recall: number | null) => (recall === null ? '–' : percent(recall))

/** The figures of one line, as a table and as a student's own page show them. */
export function figuresOf({ progress, answers, ms, lastDay }: StudentLine) {
  return [
    { name: 'Done', value: `${figure(progress.done)} of ${figure(progress.items)}` },
    { name: 'Minutes', value: minuteWords(ms) },
    { name: 'Answers', value: figure(answers) },
    { name: 'Recall now', value: share(progress.recall) },
    {
      name: 'On the due date',
      value: progress.recall === null ? '–' : share(progress.expected),
    },
    { name: 'Last studied', value: lastDay === null ? 'not yet' : dateWords(lastDay) },
  ] as const
}

/** Students, those first who need attention; on a phone each is a paragraph. */
export function StudentTable({
  classId,
  lines,
}: {
  classId: string
  lines: readonly StudentLine[]
}) {
  const [first] = lines
  if (!first) return null
  return (
    <table className="figures w-full text-note max-md:block">
      <caption className="sr-only">Students, those first who need attention</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-rule text-left text-quiet">
          <th scope="col" className="py-1.5 pr-4 font-medium">
            Student
          </th>
          {figuresOf(first).map(({ name }) => (
            <th key={name} scope="col" className="py-1.5 pl-3 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {lines.map((line) => (
          <tr key={line.memberId} className="border-b border-rule max-md:block max-md:py-3">
            <th
              scope="row"
              className="py-2.5 pr-4 text-left align-top font-normal max-md:block max-md:py-0"
            >
              <Link href={`/classes/${classId}/students/${line.memberId}`} className="link">
                {line.name}
              </Link>
              <span className="block text-quiet">{standingWords(line)}</span>
            </th>
            {figuresOf(line).map(({ name, value }) => (
              <td
                key={name}
                className="py-2.5 pl-3 text-right align-top whitespace-nowrap max-md:mr-4 max-md:inline-block max-md:p-0"
              >
                <span aria-hidden className="text-quiet md:hidden">
                  {name}{' '}
                </span>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
