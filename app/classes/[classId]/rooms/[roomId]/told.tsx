import { Check, X } from 'lucide-react'
import { Marked, MarkedPassage } from '@/app/components/marked'
import { Announcement } from '@/app/components/notice'
import { PassageAside } from '@/app/review/passage-aside'
import type { AskedQuestion } from '@/lib/core/exam/mock/question'
import type { PassageExcerpt } from '@/lib/core/session/question'
import type { DeviceView } from '@/lib/usecases/watch-room'
import { questionWords } from './words'

/** On a device, once no more answers are taken: what is right, what one answered, and where the text says it. */
export function Told({
  view,
  question,
  told,
  response,
}: {
  view: DeviceView
  question: AskedQuestion
  told: NonNullable<DeviceView['told']>
  response: string | null
}) {
  const { mine, counts } = view
  const verdict = verdictOf(view, response)
  return (
    <>
      <h1 className="prose-read text-pretty">
        <Marked text={questionWords(question)} />
      </h1>
      <div className="mt-6 border-t border-rule pt-4">
        {mine?.right === true ? (
          <p className="inline-flex items-center gap-1.5 font-medium text-recalled">
            <Check aria-hidden size={18} /> {verdict}
          </p>
        ) : mine?.right === false ? (
          <p className="inline-flex items-center gap-1.5 font-medium text-accent">
            <X aria-hidden size={18} /> {verdict}
          </p>
        ) : (
          <p className="text-quiet">{verdict}</p>
        )}
        {told.elements.length > 0 ? (
          <ol className="figures-text mt-3 list-decimal pl-6 font-read text-[1.125rem]">
            {told.elements.map((element) => (
              <li key={element} className="py-0.5">
                <Marked text={element} />
              </li>
            ))}
          </ol>
        ) : (
          <p className="prose-read mt-2 font-medium">
            <Marked text={told.answer} />
          </p>
        )}
        {response !== null && mine?.right !== true ? (
          <p className="mt-2 whitespace-pre-line text-quiet">
            You wrote <span className="figures-text font-read text-ink">{response}</span>
          </p>
        ) : null}
        {mine?.late ? (
          <p className="mt-2 text-note text-quiet">
            It came when the question was closed:{' '}
            {counts ? 'it counts for your schedule, and ' : ''}
            it is not among the answers on the wall.
          </p>
        ) : null}
      </div>
      {told.passage ? (
        <div className="mt-8">
          {counts ? (
            <PassageAside passage={told.passage} />
          ) : (
            <PassageHere passage={told.passage} />
          )}
        </div>
      ) : null}
      <Announcement>{verdict}</Announcement>
    </>
  )
}

/** Who was not given the text sees the passage here, and no way into it. */
function PassageHere({ passage }: { passage: PassageExcerpt }) {
  return (
    <section aria-label="Passage">
      <p className="mb-2 text-note text-quiet">
        {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
      </p>
      <MarkedPassage text={passage.content} marks={passage.marks} />
    </section>
  )
}

function verdictOf({ mine, question }: DeviceView, response: string | null): string {
  if (mine) {
    if (mine.right) return 'Right'
    return question?.form === 'list' ? 'Not all of it' : 'Wrong'
  }
  return response === null
    ? 'You did not answer this one.'
    : 'Your answer has not arrived yet. It is kept on this device and counts when it does.'
}
