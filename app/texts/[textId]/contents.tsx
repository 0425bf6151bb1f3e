import { Marked } from '@/app/components/marked'
import { sectionId } from '@/app/components/reading'
import type { Section } from '@/lib/core/passages/passage'

/** The sections of a text, each a way to it. */
export function Contents({ sections }: { sections: readonly Section[] }) {
  const top = Math.min(...sections.map((section) => section.level))
  return (
    <ol className="figures-text font-read text-note leading-snug">
      {sections.map((section) => (
        <li key={section.index} style={{ paddingLeft: `${(section.level - top) * 0.9}rem` }}>
          <a
            href={`#${sectionId(section.index)}`}
            className="block py-1.5 text-quiet decoration-1 underline-offset-4 hover:text-ink hover:underline"
          >
            <Marked text={section.title} />
          </a>
        </li>
      ))}
    </ol>
  )
}
