'use client'

import { Check, X } from 'lucide-react'
import type { AnswerStage, Session } from '@/lib/core/session/state'
import { listElements } from '@/lib/core/session/view'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { withoutEmphasis } from '../components/emphasis'
import { Marked } from '../components/marked'
import { KeyHint } from '../keys/key-hint'
import { useKeys } from '../keys/use-keys'
import { BottomBar } from './bottom-bar'
import { FOCUS_HERE } from './focus'
import type { Act } from './use-session'
import { recalledOf, sameWords } from './words'

/** The elements one by one, each credited or not; every credit can be turned before going on. */
export function ListAnswer({
  session,
  stage,
  act,
}: {
  session: Session
  stage: AnswerStage
  act: Act
}) {
  const finish = () => act({ type: 'finishList' })
  useKeys({ Space: finish, Enter: finish })
  const recalled = recalledOf(stage)
  const missed = stage.credits.length - recalled
  const matched = new Set(stage.credits.map((credit) => credit.typed))
  const stray = (stage.typed ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !matched.has(line))
  const typedNothing = stage.typed === null
  return (
    <>
      <div className="mt-6 border-t border-rule pt-4">
        <p className="figures-text">
          {typedNothing
            ? 'Say of each whether you recalled it.'
            : `${recalled} of ${stage.credits.length} recalled. Turn what was judged wrongly.`}
        </p>
        <ol className="mt-3">
          {listElements(session).map(({ element, asked }) => {
            const credit = stage.credits.find((each) => each.cardId === asked)
            return (
              <li
                key={element.key}
                className="flex items-baseline gap-3 border-b border-rule py-1.5"
              >
                <div className="figures-text min-w-0 grow font-read text-[1.0625rem] leading-snug">
                  <Marked text={element.text} />
                  {credit?.typed && !sameWords(credit.typed, element.text) ? (
                    <p className="mt-0.5 font-operate text-note text-quiet">
                      You wrote “{credit.typed}”
                    </p>
                  ) : null}
                </div>
                {credit ? (
                  <button
                    type="button"
                    aria-label={`${withoutEmphasis(element.text)}: ${credit.recalled ? 'recalled' : 'missed'}. Turn it.`}
                    onClick={() =>
                      act({
                        type: 'credit',
                        cardIds: [credit.cardId],
                        recalled: !credit.recalled,
                      })
                    }
                    className={`inline-flex min-h-11 shrink-0 items-center gap-1.5 px-2 underline-offset-4 hover:underline ${
                      credit.recalled ? 'text-recalled' : 'text-accent'
                    }`}
                  >
                    {credit.recalled ? (
                      <Check aria-hidden size={18} />
                    ) : (
                      <X aria-hidden size={18} />
                    )}
                    {credit.recalled ? 'recalled' : 'missed'}
                  </button>
                ) : (
                  <span className="min-h-11 px-2 py-2.5 text-note text-quiet">not asked</span>
                )}
              </li>
            )
          })}
        </ol>
        {stray.length > 0 ? (
          <p className="mt-3 text-note text-quiet">
            Not found among them: {stray.map((line) => `“${line.trim()}”`).join(', ')}
          </p>
        ) : null}
      </div>
      <BottomBar>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
          <Button
            {...FOCUS_HERE}
            tone="primary"
            className="min-h-13 w-full lg:w-auto"
            onKeyDown={(event) => {
              if (event.repeat) event.preventDefault()
            }}
            onClick={finish}
          >
            Go on <KeyHint>Space</KeyHint>
          </Button>
          <p className="figures-text w-full text-center text-note text-quiet lg:w-auto">
            {missed === 0
              ? 'Each is graded Good.'
              : `${count(recalled, 'element')} graded Good, ${missed} Again.`}
          </p>
        </div>
      </BottomBar>
    </>
  )
}
