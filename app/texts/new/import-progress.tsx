'use client'

import type { Progress } from './send-text'

const STEPS: Record<Progress['step'], string> = {
  reading: 'Reading it',
  segmenting: 'Finding its sections and sentences',
  generating: 'Looking for what is worth knowing',
  storing: 'Storing it',
}
const ORDER = ['reading', 'segmenting', 'generating', 'storing'] as const

/** How far an import is: undefined while there is none, null before the first word of it. */
export function ImportProgress({ progress }: { progress: Progress | null | undefined }) {
  const step = progress ? STEPS[progress.step] : 'Sending it'
  return (
    <>
      <div role="status" className="sr-only">
        {progress === undefined ? '' : `${step}.`}
      </div>
      {progress === undefined ? null : (
        <div>
          <p aria-hidden className="mb-1.5 text-note">
            {step}
          </p>
          <progress
            aria-label={step}
            max={1}
            value={shareOf(progress)}
            className="h-[3px] w-full appearance-none bg-rule [&::-moz-progress-bar]:bg-graphite [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-graphite"
          />
        </div>
      )}
    </>
  )
}

function shareOf(progress: Progress | null): number {
  if (!progress) return 0
  const within = progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0
  return (ORDER.indexOf(progress.step) + within) / ORDER.length
}
