/** The name, with a pencil line under its first letters; on a phone only the sign of a paragraph. */
export function Wordmark() {
  return (
    <span className="font-read text-[1.25rem] leading-none font-semibold tracking-[-0.01em]">
      <span aria-hidden="true" className="pencilled sm:hidden">
        ¶
      </span>
      <span className="sr-only sm:not-sr-only">
        <span className="sm:pencilled">Pass</span>age
      </span>
    </span>
  )
}
