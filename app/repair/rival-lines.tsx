import type { Rival } from '@/lib/core/session/question'
import { Marked } from '../components/marked'
import { rivalWords } from './words'

/** What an item is mistaken for, and how one knows. */
export function RivalLines({ rival }: { rival: Rival }) {
  return (
    <section aria-label="Mistaken for" className="border-l-3 border-edge pl-4">
      <p className="text-note text-quiet">{rivalWords(rival)}</p>
      {rival.item ? (
        <p className="figures-text mt-2 font-read text-[1.0625rem] leading-snug">
          <Marked text={rival.item.question} />
        </p>
      ) : null}
      <p className="figures-text mt-1 font-read text-[1.0625rem] leading-snug font-medium">
        <Marked text={rival.answer} />
      </p>
    </section>
  )
}
