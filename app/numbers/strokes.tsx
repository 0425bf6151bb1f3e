/** Pencil strokes side by side: how much of each. Drawn in shares of the width, so that words keep their size on any screen. */

export type Stroke = {
  /** By which it is told from the others. */
  readonly key: string
  readonly value: number
  /** Under it. */
  readonly name?: string
  /** Over it. */
  readonly figure?: string
  /** Dashed: of another kind than the others. */
  readonly apart?: boolean
}

const TOP = 22
const TALLEST = 84
const BASE = TOP + TALLEST
const HEIGHT = BASE + 24

export function Strokes({ label, strokes }: { label: string; strokes: readonly Stroke[] }) {
  const most = Math.max(...strokes.map((stroke) => stroke.value), 1)
  const place = (index: number) => `${(((index + 0.5) / strokes.length) * 100).toFixed(3)}%`
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={HEIGHT}
      className="mt-4 block max-w-[38rem] overflow-visible"
    >
      <line x1="0" x2="100%" y1={BASE} y2={BASE} className="stroke-rule" />
      {strokes.map(({ key, value, name, figure, apart }, index) => {
        const top = BASE - (value / most) * TALLEST
        const anchor = anchorOf(index, strokes.length)
        return (
          <g key={key}>
            {value > 0 ? (
              <line
                x1={place(index)}
                x2={place(index)}
                y1={BASE - 1}
                y2={Math.min(top, BASE - 2)}
                strokeWidth={strokes.length > 45 ? 1.6 : 2.5}
                strokeLinecap="round"
                strokeDasharray={apart ? '1 5' : undefined}
                className="stroke-graphite"
              />
            ) : null}
            {figure === undefined ? null : (
              <text
                x={place(index)}
                y={Math.min(top, BASE - 2) - 7}
                textAnchor={anchor}
                className="figures fill-ink text-fine"
              >
                {figure}
              </text>
            )}
            {name === undefined ? null : (
              <text
                x={place(index)}
                y={BASE + 18}
                textAnchor={anchor}
                className="figures fill-quiet text-fine"
              >
                {name}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Among many, words at the edges would stand out over them. */
function anchorOf(index: number, of: number): 'start' | 'middle' | 'end' {
  if (of <= 12) return 'middle'
  if (index === 0) return 'start'
  return index === of - 1 ? 'end' : 'middle'
}
