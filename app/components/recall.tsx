/** How well something is remembered, in pencil of four strengths: it pales as the memory does. */
export type Strength = 0 | 1 | 2 | 3 | 4

/** 0: not seen yet. Recall is the probability, 0 … 1, that it would be answered now. */
export function strengthOf(recall: number | null): Strength {
  if (recall === null) return 0
  if (recall < 0.5) return 1
  if (recall < 0.75) return 2
  return recall < 0.9 ? 3 : 4
}

export function percent(recall: number): string {
  return `${Math.round(recall * 100)} %`
}

const WIDTH = [1, 1.2, 1.8, 2.6, 3.4]
const OPACITY = [1, 0.5, 0.68, 0.84, 1]

/** A pencil stroke down the margin. Decoration: the figure beside it says the same. */
export function PencilStroke({
  strength,
  className = '',
}: {
  strength: Strength
  className?: string
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 8 24"
      preserveAspectRatio="none"
      className={`h-6 w-2 text-graphite ${className}`}
    >
      <path
        d="M4.3 1.2 C3.4 7, 4.9 13, 3.8 22.8"
        fill="none"
        stroke="currentColor"
        strokeWidth={WIDTH[strength]}
        strokeOpacity={OPACITY[strength]}
        strokeDasharray={strength === 0 ? '1.5 3' : undefined}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

/** Pencil and figure together: how much of a text or deck is known. */
export function Known({ recall }: { recall: number | null }) {
  return (
    <span className={recall === null ? undefined : 'whitespace-nowrap'}>
      <PencilStroke strength={strengthOf(recall)} className="mr-2 inline-block align-[-0.4em]" />
      <span>{recall === null ? 'not yet seen' : percent(recall)}</span>
    </span>
  )
}
