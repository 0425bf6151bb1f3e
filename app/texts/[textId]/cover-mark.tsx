/** What stands in the margin beside a passage without a kept item: an open ring, half filled where proposals wait. */
export function CoverRing({
  half = false,
  className = '',
}: {
  half?: boolean
  className?: string
}) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className={`size-3 ${className}`}>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      {half ? <path d="M6 2 A4 4 0 0 0 6 10 Z" fill="currentColor" /> : null}
    </svg>
  )
}
