import { RULE } from '../../grade-words'

/** How grades are counted: shown wherever one is. */
export function Rule() {
  return (
    <details className="mt-8 max-w-measure" open>
      <summary className="min-h-11 py-2 text-quiet hover:text-ink">How a grade is counted</summary>
      <ul className="list-disc space-y-1 pl-5 text-note">
        {RULE.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
