/** Lines to write on, on paper. */
export function PaperLines({ count }: { count: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, line) => line).map((line) => (
        <div key={line} className="h-9 border-b border-edge" />
      ))}
    </div>
  )
}

/** How many an answer of that length takes. */
export const linesFor = (answer: string): number => (answer.length > 60 ? 3 : 1)
