import { Marked, MarkedPassage } from '@/app/components/marked'
import { Qr } from '@/app/components/qr'
import type { Qr as Code } from '@/app/components/qr-path'
import type { AskedQuestion } from '@/lib/core/exam/mock/question'
import type { LeaderView } from '@/lib/usecases/watch-room'
import { Histogram } from './histogram'
import { answeredWords, letterOf, questionWords } from './words'

/** How those join who are not in the class yet. */
export type Join = {
  readonly host: string
  /** Grouped for reading. */
  readonly code: string
  readonly link: string
  readonly qr: Code
}

/** What the whole room sees, in letters that the last row can read. It names nobody. */
export function Wall({
  view,
  hidden,
  coming,
  join,
}: {
  view: LeaderView
  hidden: boolean
  /** The question that is asked next. */
  coming: string | null
  join: Join | null
}) {
  if (hidden)
    return (
      <div className="wall grid grow place-items-center">
        <p className="text-quiet">Hidden. What is asked goes on meanwhile.</p>
      </div>
    )
  const { state, question, told, histogram } = view
  if (!question) return <BetweenQuestions view={view} coming={coming} join={join} />
  return (
    <div className="wall flex grow flex-col justify-center py-[0.8em]">
      <Prompt question={question} isSmall={told !== null} />
      {told === null ? (
        <>
          <Options question={question} />
          <p role="status" className="figures-text mt-[1em] text-[0.75em]">
            {answeredWords(view.answered, view.present)}
            {join && state.round < 3 ? (
              <span className="text-quiet">
                {' '}
                · join at {join.host}/join with{' '}
                <span className="figures whitespace-nowrap text-ink">{join.code}</span>
              </span>
            ) : null}
          </p>
        </>
      ) : state.phase === 'answers' && histogram ? (
        <div className="mt-[0.9em] max-w-[52em] text-[0.8em]">
          <Histogram
            histogram={histogram}
            options={question.options}
            isList={question.form === 'list'}
          />
          {question.form === 'choice' && histogram.split ? null : <Answer told={told} />}
        </div>
      ) : (
        <Passage told={told} />
      )}
    </div>
  )
}

function BetweenQuestions({
  view: { present, state },
  coming,
  join,
}: {
  view: LeaderView
  coming: string | null
  join: Join | null
}) {
  return (
    <div className="wall flex grow flex-wrap items-center gap-x-[2em] gap-y-[1em] py-[0.8em]">
      <div className="min-w-0 grow basis-[12em]">
        <p className="text-[0.6em] text-quiet">{coming ? 'Next' : 'In the room'}</p>
        <h1 className="figures-text font-read leading-[1.25] font-medium text-balance">
          {coming ? (
            <Marked text={coming} />
          ) : state.phase === 'over' ? (
            'The room is over'
          ) : (
            'Every question was asked'
          )}
        </h1>
        <p role="status" className="figures-text mt-[1em] text-[0.75em]">
          {state.phase === 'over'
            ? ''
            : present === 0
              ? 'Nobody is here yet.'
              : `${present} ${present === 1 ? 'is' : 'are'} here.`}{' '}
          {state.round === 0 ? (
            <span className="text-quiet">Who is in the class finds the room on Today.</span>
          ) : null}
        </p>
      </div>
      {join && state.phase !== 'over' ? (
        <div className="flex flex-col items-start gap-[0.4em]">
          <Qr
            code={join.qr}
            label={`QR code of ${join.link}`}
            className="w-[clamp(9rem,18vw,22rem)]"
          />
          <p className="text-[0.5em] text-quiet">or {join.host}/join</p>
          <p className="figures text-[1.1em] leading-none font-medium tracking-[0.06em] whitespace-nowrap">
            {join.code}
          </p>
        </div>
      ) : null}
    </div>
  )
}

function Prompt({ question, isSmall }: { question: AskedQuestion; isSmall: boolean }) {
  return (
    <h1
      className={`figures-text max-w-[26em] font-read leading-[1.25] font-medium text-pretty ${isSmall ? 'text-[0.85em]' : 'text-[1.15em]'}`}
    >
      <Marked text={questionWords(question)} />
    </h1>
  )
}

function Options({ question: { form, options, elements } }: { question: AskedQuestion }) {
  if (form === 'list')
    return <p className="mt-[0.6em] text-[0.75em] text-quiet">{elements} elements, in any order</p>
  if (form !== 'choice') return null
  return (
    <ol className="mt-[0.9em] flex flex-col gap-[0.45em]">
      {options.map((option, at) => (
        <li key={option} className="flex items-baseline gap-[0.7em]">
          <span className="w-[1em] shrink-0 text-quiet">{letterOf(at)}</span>
          <span className="figures-text font-read">
            <Marked text={option} />
          </span>
        </li>
      ))}
    </ol>
  )
}

type Told = NonNullable<LeaderView['told']>

function Answer({ told: { answer, elements } }: { told: Told }) {
  if (elements.length > 0) return null
  return (
    <p className="mt-[1em]">
      <span className="text-quiet">The answer: </span>
      <span className="figures-text font-read font-medium">
        <Marked text={answer} />
      </span>
    </p>
  )
}

function Passage({ told }: { told: Told }) {
  const { passage, answer, elements } = told
  return (
    <>
      {elements.length > 0 ? (
        <ol className="figures-text mt-[0.6em] list-decimal pl-[1.4em] font-read text-[0.8em]">
          {elements.map((element) => (
            <li key={element}>
              <Marked text={element} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="figures-text mt-[0.5em] font-read">
          <Marked text={answer} />
        </p>
      )}
      {passage ? (
        <section aria-label="Passage" className="mt-[0.8em] border-t border-rule pt-[0.7em]">
          <p className="text-[0.5em] text-quiet">
            {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
          </p>
          <div className="wall-passage mt-[0.2em] max-w-[36em]">
            <MarkedPassage text={passage.content} marks={passage.marks} />
          </div>
        </section>
      ) : (
        <p className="mt-[1em] text-[0.6em] text-quiet">This question has no passage.</p>
      )}
    </>
  )
}
