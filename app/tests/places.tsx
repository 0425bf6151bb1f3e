'use client'

import { Flag } from 'lucide-react'
import type { Sitting } from '@/lib/core/exam/mock/sitting'
import { Button } from '../components/button'

const isAnswered = (sitting: Sitting, place: number): boolean =>
  sitting.answers.get(place)?.given.some((words) => words.trim() !== '') ?? false

/** Which questions are not answered, as places from 0. */
export const unansweredIn = (sitting: Sitting, total: number): number[] =>
  Array.from({ length: total }, (_, place) => place).filter((place) => !isAnswered(sitting, place))

/** Every question by its number: which are answered, which are flagged, and a way to each. */
export function Places({
  total,
  sitting,
  current,
  onGo,
  onHandIn,
}: {
  total: number
  sitting: Sitting
  current: number
  onGo: (place: number) => void
  onHandIn: () => void
}) {
  const answered = total - unansweredIn(sitting, total).length
  const flags = sitting.flagged.size
  return (
    <details className="mt-10 border-t border-rule pt-2">
      <summary className="figures-text min-h-11 py-2 text-quiet hover:text-ink">
        All questions: {answered} of {total} answered
        {flags > 0 ? `, ${flags} flagged` : ''}
      </summary>
      <nav aria-label="Questions">
        <ol className="mt-2 flex flex-wrap gap-2">
          {Array.from({ length: total }, (_, place) => place).map((place) => (
            <li key={place}>
              <button
                type="button"
                aria-current={place === current ? 'step' : undefined}
                aria-label={`Question ${place + 1}, ${isAnswered(sitting, place) ? 'answered' : 'not answered'}${sitting.flagged.has(place) ? ', flagged' : ''}`}
                onClick={() => onGo(place)}
                className={`figures relative grid size-11 place-items-center rounded-[3px] border hover:border-ink aria-[current]:border-2 aria-[current]:border-ink ${
                  isAnswered(sitting, place)
                    ? 'border-edge bg-pencil-faint text-ink'
                    : 'border-dashed border-edge bg-sheet text-quiet'
                }`}
              >
                {place + 1}
                {sitting.flagged.has(place) ? (
                  <Flag
                    aria-hidden
                    size={13}
                    fill="currentColor"
                    className="absolute top-0.5 right-0.5 text-accent"
                  />
                ) : null}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <Button className="mt-4" aria-keyshortcuts="h" onClick={onHandIn}>
        Hand in
      </Button>
    </details>
  )
}
