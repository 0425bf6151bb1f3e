import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Question } from '@/lib/core/session/question'
import type { Session } from '@/lib/core/session/state'
import { canUndo, counts, currentQuestion, progress } from '@/lib/core/session/view'
import { Button } from '../components/button'
import type { MenuEntry } from './menu-entry'
import { SessionMenu } from './session-menu'

/** Where one is: in which text, how far along, and what can be done besides answering. */
export function TopLine({
  session,
  question = currentQuestion(session),
  onUndo,
  entries,
  children,
}: {
  session: Session
  question?: Question | null
  onUndo: () => void
  entries: readonly MenuEntry[]
  /** What stands beside Undo. */
  children?: ReactNode
}) {
  const { position, total } = progress(session)
  const left = counts(session)
  const place = [question?.deckName, question?.content.section].filter(Boolean).join(' · ')
  return (
    <div className="-mt-4 mb-5 flex flex-wrap items-start gap-x-2 text-note text-quiet sm:mt-0 lg:mb-8">
      <div className="min-w-0 grow basis-0 py-2.5">
        <p className="truncate">{place}</p>
        <ul aria-label="Left in this session" className="figures flex flex-wrap gap-x-3.5">
          <li>
            <span className="text-ink">
              {position} of {total}
            </span>
          </li>
          {(['new', 'learning', 'due'] as const).map((name) =>
            left[name] > 0 ? (
              <li key={name}>
                {left[name]} {name}
              </li>
            ) : null,
          )}
        </ul>
      </div>
      {children}
      <Button
        tone="quiet"
        aria-label="Undo"
        aria-keyshortcuts="u"
        disabled={!canUndo(session)}
        className="min-w-11 shrink-0"
        onClick={onUndo}
      >
        <Undo2 aria-hidden size={20} strokeWidth={1.75} />
      </Button>
      <SessionMenu entries={entries} />
    </div>
  )
}
