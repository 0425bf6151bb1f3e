import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { MarkedPassage } from '../components/marked'
import { textPlace } from '../texts/place'

/** The address of a passage's evidence in its text. */
export function passagePlace(passage: PassageExcerpt): string {
  const { textId, start, content, marks } = passage
  const mark = marks[0] ?? { start: 0, end: content.length }
  return textPlace(textId, { start: start + mark.start, end: start + mark.end })
}

/** Where the text says it: the passage with the evidence pencilled, beside the answer. */
export function PassageAside({ passage }: { passage: PassageExcerpt }) {
  return (
    <section aria-label="Passage">
      <p className="mb-2 text-note text-quiet">
        {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
      </p>
      <MarkedPassage text={passage.content} marks={passage.marks} />
      <Link
        href={passagePlace(passage)}
        className="link mt-1 inline-flex min-h-11 items-center gap-1 text-note"
      >
        in the text <ArrowUpRight aria-hidden size={16} />
      </Link>
    </section>
  )
}
