'use client'

import { Check, SpellCheck, X } from 'lucide-react'
import { useEffect } from 'react'
import { checkAnswer } from '@/lib/core/answers/check'
import { GAP } from '@/lib/core/items/gap'
import type { Question } from '@/lib/core/session/question'
import type { AnswerStage, Session, Verdict } from '@/lib/core/session/state'
import { currentQuestion } from '@/lib/core/session/view'
import { Button } from '../components/button'
import { Marked } from '../components/marked'
import { KeyHint } from '../keys/key-hint'
import { useKeys } from '../keys/use-keys'
import { AnsweredOptions } from './choice-form'
import { focusNow } from './focus'
import { GradeBar, type GradeSettings } from './grade-bar'
import { ListAnswer } from './list-answer'
import { PromptHeading } from './prompt-heading'
import type { Act } from './use-session'
import { sameWords, verdictWords } from './words'

/** The answer beside what was given, and the grades. */
export function AnswerView({
  session,
  stage,
  settings,
  act,
}: {
  session: Session
  stage: AnswerStage
  settings: GradeSettings
  act: Act
}) {
  const question = currentQuestion(session)
  const { form } = stage.turn
  const { verdict, overruled } = stage
  // Among options there is nothing to have been right about: the one that was picked stands there.
  const canOverrule = form.form !== 'choice' && (verdict === 'wrong' || overruled)

  useEffect(() => focusNow(), [])
  useKeys({ r: canOverrule ? () => act({ type: 'overrule', right: !overruled }) : undefined })
  if (!question) return null

  return (
    <>
      <div className="swiped">
        {form.form === 'cloze' ? (
          <ClozeAnswer prompt={form.prompt} answer={question.content.answer} />
        ) : (
          <PromptHeading>
            <Marked text={form.prompt} />
          </PromptHeading>
        )}
        {form.form === 'choice' ? (
          <AnsweredOptions
            options={stage.turn.options}
            content={question.content}
            picked={stage.typed ?? ''}
          />
        ) : null}
        {form.form === 'choice' || form.form === 'list' ? null : (
          <div className="mt-6 border-t border-rule pt-4">
            <Said question={question} stage={stage} />
            {canOverrule ? (
              <Button
                className="mt-4"
                aria-pressed={overruled}
                onClick={() => act({ type: 'overrule', right: !overruled })}
              >
                I was right <KeyHint>R</KeyHint>
              </Button>
            ) : null}
          </div>
        )}
      </div>
      {form.form === 'list' ? (
        <ListAnswer session={session} stage={stage} act={act} />
      ) : (
        <GradeBar
          session={session}
          settings={settings}
          onGrade={(grade) => act({ type: 'grade', grade })}
        />
      )}
    </>
  )
}

/** The answer, what was typed where that was something else, and how the two compare. */
function Said({ question, stage }: { question: Question; stage: AnswerStage }) {
  const { answer } = question.content
  const { verdict, overruled } = stage
  const typed = stage.typed ?? ''
  const check = verdict === 'close' ? checkAnswer(typed, question.content) : null
  const spelling = check?.verdict === 'close' && !overruled ? check.matched : null
  const wrote = verdict !== null && !sameWords(typed, answer)
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        {stage.turn.form.form === 'cloze' ? null : (
          <p className="prose-read font-medium">
            <Marked text={answer} />
          </p>
        )}
        {verdict ? <VerdictLine verdict={verdict} overruled={overruled} /> : null}
      </div>
      {wrote ? (
        <p className="mt-2 text-quiet">
          You wrote <span className="figures-text font-read text-ink">{typed}</span>
          {spelling ? (
            <>
              ; it is spelled <span className="figures-text font-read text-ink">{spelling}</span>
            </>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

const SIGNS: Record<Verdict, { readonly Icon: typeof Check; readonly colour: string }> = {
  right: { Icon: Check, colour: 'text-recalled' },
  close: { Icon: SpellCheck, colour: 'text-watch' },
  wrong: { Icon: X, colour: 'text-accent' },
}

function VerdictLine({ verdict, overruled }: { verdict: Verdict; overruled: boolean }) {
  const { Icon, colour } = SIGNS[overruled ? 'right' : verdict]
  return (
    <p className={`inline-flex items-center gap-1.5 font-medium ${colour}`}>
      <Icon aria-hidden size={18} /> {verdictWords(verdict, overruled)}
    </p>
  )
}

function ClozeAnswer({ prompt, answer }: { prompt: string; answer: string }) {
  const [before = '', after = ''] = prompt.split(GAP)
  return (
    <>
      <h1 className="sr-only">The gap, filled in</h1>
      <p className="prose-read text-pretty">
        <Marked text={before} />
        <mark className="pencilled font-medium">
          <Marked text={answer} />
        </mark>
        <Marked text={after} />
      </p>
    </>
  )
}
