/** Chapters are the topmost sections of a long text: what its items are gathered by. */
import type { Span } from '@/lib/core/text/source'
import type { Section } from './passage'

export type Chapter = Span & {
  /** Its heading, with a number behind it where an earlier one has the same; '' for what stands before the first. */
  readonly title: string
}

/** A text with more headings of one level is a work of reference, and no book in chapters. */
const MOST_CHAPTERS = 100

/** The chapters of a text, which cover it; none where there are fewer than two. */
export function chaptersOf(sections: readonly Section[]): readonly Chapter[] {
  const level = chapterLevel(sections)
  if (level === null) return []
  const heads = sections.filter((s) => s.title !== '' && s.level <= level)
  const end = sections.at(-1)?.end ?? 0
  const times = new Map<string, number>()
  const chapters = heads.map((head, i): Chapter => {
    const n = (times.get(head.title) ?? 0) + 1
    times.set(head.title, n)
    const title = n === 1 ? head.title : `${head.title} (${n})`
    return { title, start: head.start, end: heads[i + 1]?.start ?? end }
  })
  const first = chapters[0]?.start ?? 0
  return first > 0 ? [{ title: '', start: 0, end: first }, ...chapters] : chapters
}

/** The topmost level of which there are several headings. */
function chapterLevel(sections: readonly Section[]): number | null {
  const named = sections.filter((section) => section.title !== '')
  const levels = [...new Set(named.map((section) => section.level))].sort((a, b) => a - b)
  for (const level of levels) {
    const many = named.filter((section) => section.level <= level).length
    if (many >= 2) return many <= MOST_CHAPTERS ? level : null
  }
  return null
}

/** The chapter that holds a place. */
export const chapterAt = (chapters: readonly Chapter[], at: number): Chapter | undefined =>
  chapters.findLast((chapter) => chapter.start <= at) ?? chapters[0]
