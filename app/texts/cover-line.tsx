import Link from 'next/link'
import { type CoverCount, coverWords } from './cover-words'

/** Where the text's page says which passages have items. */
export const COVER_ID = 'cover'

/** How much of a text is asked about and why not more, with the way to the marks beside its passages. */
export function CoverLine({ textId, cover }: { textId: string; cover: CoverCount }) {
  const words = coverWords(cover)
  if (words === '') return null
  return (
    <p className="figures max-w-measure text-note text-quiet">
      {words}{' '}
      <Link href={`/texts/${textId}#${COVER_ID}`} className="link">
        {cover.found === cover.passages ? 'See them in the text' : 'See which in the text'}
      </Link>
    </p>
  )
}
