import { ArrowUpRight } from 'lucide-react'
import type { PassageExcerpt } from '@/lib/core/session/question'
import { MarkedPassage } from '../components/marked'
import { PassageLink } from './passage-link'

/** Where the text says it: the passage with the evidence pencilled, beside the answer. */
export function PassageAside({ passage }: { passage: PassageExcerpt }) {
  return (
    <section aria-label="Passage">
      <p className="mb-2 text-note text-quiet">
        {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
      </p>
      <MarkedPassage text={passage.content} marks={passage.marks} />
      <p className="mt-1">
        <PassageLink passage={passage}>
          in the text <ArrowUpRight aria-hidden size={16} />
        </PassageLink>
      </p>
    </section>
  )
}
