import { Fragment } from 'react'

/** Words of a result with the hits marked. */
export function Headline({
  fragments,
}: {
  fragments: readonly { readonly text: string; readonly hit: boolean }[]
}) {
  let at = 0
  return fragments.map(({ text, hit }) => {
    const key = at
    at += text.length
    return hit ? (
      <mark key={key} className="pencilled mx-0! px-[0.06em]!">
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    )
  })
}
