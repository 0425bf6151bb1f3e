import { Marked, MarkedPassage } from '@/app/components/marked'
import type { RoomQuestion } from '@/lib/core/class/room-question'
import type { RoomPage } from '@/lib/usecases/read-room'
import { Histogram } from './histogram'
import { questionWords } from './words'

type Over = Extract<RoomPage, { phase: 'over' }>
type Own = Extract<RoomPage, { phase: 'was there' }>

const NOTHING = <p className="text-quiet">Nothing was asked.</p>

/** What was asked in a room, for those who teach: how it was answered, and where the text says it. */
export function Rounds({ rounds }: { rounds: Over['rounds'] }) {
  if (rounds.length === 0) return NOTHING
  return (
    <ol className="flex flex-col gap-10">
      {rounds.map(({ round, question, histogram }) => (
        <li key={round} className="border-t border-rule pt-5 first:border-t-0 first:pt-0">
          <Asked round={round} question={question} />
          <div className="mt-4 max-w-measure">
            <Histogram
              histogram={histogram}
              options={question.options}
              isList={question.form === 'list'}
            />
          </div>
          <Answer question={question} />
        </li>
      ))}
    </ol>
  )
}

/** The same for a student: what they answered themselves. */
export function OwnRounds({ rounds }: { rounds: Own['rounds'] }) {
  if (rounds.length === 0) return NOTHING
  return (
    <ol className="flex flex-col gap-10">
      {rounds.map(({ round, question, mine }) => (
        <li key={round} className="border-t border-rule pt-5 first:border-t-0 first:pt-0">
          <Asked round={round} question={question} />
          <p className="mt-3">
            {mine === null ? (
              <span className="text-quiet">You did not answer this one.</span>
            ) : (
              <>
                {mine.right ? 'Right' : question.form === 'list' ? 'Not all of it' : 'Wrong'}
                <span className="text-quiet">: you answered </span>
                <span className="figures-text font-read">
                  {mine.response.split('\n').filter(Boolean).join('; ')}
                </span>
              </>
            )}
          </p>
          <Answer question={question} />
        </li>
      ))}
    </ol>
  )
}

function Asked({ round, question }: { round: number; question: RoomQuestion }) {
  return (
    <>
      <p className="text-note text-quiet">Question {round}</p>
      <h2 className="figures-text font-read text-heading font-medium text-pretty">
        <Marked text={questionWords(question)} />
      </h2>
    </>
  )
}

function Answer({ question: { content, passage } }: { question: RoomQuestion }) {
  const { answer, elements } = content
  return (
    <details className="mt-3">
      <summary className="min-h-11 py-2 text-note text-quiet hover:text-ink">
        The answer{passage ? ' and its passage' : ''}
      </summary>
      {elements.length > 0 ? (
        <ol className="figures-text list-decimal pl-6 font-read">
          {elements.map(({ key, text }) => (
            <li key={key}>
              <Marked text={text} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="prose-read font-medium">
          <Marked text={answer} />
        </p>
      )}
      {passage ? (
        <>
          <p className="mt-3 mb-1 text-note text-quiet">
            {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
          </p>
          <MarkedPassage text={passage.content} marks={passage.marks} className="max-w-measure" />
        </>
      ) : null}
    </details>
  )
}
