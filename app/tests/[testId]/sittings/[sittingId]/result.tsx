import Link from 'next/link'
import { LinkButton } from '@/app/components/button'
import { count, minutes } from '@/app/components/dates'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { Begin } from '@/app/tests/[testId]/begin'
import { MarkedAnswer } from '@/app/tests/marked-answer'
import { SendHere } from '@/app/tests/send-here'
import { points } from '@/app/tests/words'
import type { SectionScore } from '@/lib/core/exam/mock/score'
import type { SittingPage } from '@/lib/usecases/read-sitting'
import { Contest } from './contest'

type Done = Extract<SittingPage, { phase: 'handedIn' }>

/** What came of a sitting: the score with what it rests on, and each answer beside its passage. */
export function Result({ page }: { page: Done }) {
  const { score, test } = page
  const wrong = score.questions.filter((one) => one.points < one.of).length
  const took = (page.sitting.endedAt - page.sitting.startedAt) / 60_000
  return (
    <Page>
      <SendHere />
      <PageHeading
        over={
          <Link href={`/tests/${test.id}`} className="link">
            {test.name}
          </Link>
        }
        under={
          <span className="figures-text">
            {page.by === 'clock' ? 'The time was up' : 'Handed in'} after {minutes(took)}.{' '}
            {score.contested > 0
              ? `${count(score.contested, 'answer')} contested and counted as right.`
              : ''}
          </span>
        }
      >
        {points(score.points)} of {count(score.of, 'point')}, {percent(score.share)}
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        {wrong > 0 ? (
          <LinkButton tone="primary" href={`/tests/${test.id}/sittings/${page.id}/practice`}>
            Again, only the wrong ones
          </LinkButton>
        ) : null}
      </div>
      <p className="mt-4 max-w-measure text-note text-quiet">
        What you answered counts as a review of each card, unless you had answered it earlier that
        day. Looking at the result, and practice, do not.
      </p>
      {score.sections.length > 1 ? <Sections sections={score.sections} /> : null}
      <PageSection title="Question by question">
        <ol className="flex flex-col gap-10">
          {score.questions.map((one, at) => (
            <li key={JSON.stringify([at, one.question.prompt])}>
              <h3 className="figures mb-1 text-note text-quiet">
                Question {at + 1} · {points(one.points)} of {count(one.of, 'point')}
              </h3>
              <MarkedAnswer marked={one} passages={page.passages} />
              {one.mark.verdict === 'right' ? null : (
                <Contest
                  sittingId={page.id}
                  question={at}
                  seq={page.sitting.seq + 1}
                  contested={one.contested}
                />
              )}
            </li>
          ))}
        </ol>
      </PageSection>
      <PageSection title="The same test once more">
        <Begin testId={test.id} words="Sit it again" plain={wrong > 0} />
      </PageSection>
    </Page>
  )
}

function Sections({ sections }: { sections: readonly SectionScore[] }) {
  return (
    <table className="figures mt-8 w-full max-w-[34rem] text-note">
      <caption className="pb-1 text-left font-medium">By section</caption>
      <thead className="text-quiet">
        <tr className="border-b border-rule">
          <th scope="col" className="py-1 text-left font-normal">
            Section
          </th>
          <th scope="col" className="py-1 pl-4 text-right font-normal">
            Points
          </th>
          <th scope="col" className="py-1 pl-4 text-right font-normal">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <tr key={section.key} className="border-b border-rule align-top">
            <th scope="row" className="py-1.5 text-left font-normal">
              {section.name}
            </th>
            <td className="py-1.5 pl-4 text-right whitespace-nowrap">
              {points(section.points)} of {section.of}
            </td>
            <td className="py-1.5 pl-4 text-right whitespace-nowrap">
              {percent(section.points / section.of)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
