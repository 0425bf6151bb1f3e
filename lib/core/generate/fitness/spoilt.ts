/** What scanning has spoilt of a text that is fit by and large: single words and names, and sentences at page breaks. */
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { holdsMisread, misreadNames } from './misread'
import { tornSentences } from './torn'

export type Spoilt = {
  /** Nothing is asked of such a sentence: it is torn, or a word of it is surely misread. */
  readonly isSentence: (sentence: Span) => boolean
  /** Such a name is nobody's answer and no option. */
  readonly isName: (name: string) => boolean
}

export function spoiltOf(text: SegmentedText, isWord: (word: string) => boolean): Spoilt {
  const { body } = text.source
  const torn = tornSentences(text)
  const names = misreadNames(body)
  const isName = (stretch: string): boolean =>
    holdsMisread(stretch, isWord) || stretch.split(/\P{L}+/u).some((word) => names.has(word))
  return {
    isName,
    isSentence: ({ start, end }) => torn.has(start) || isName(whole(body.slice(start, end))),
  }
}

/** Words that are broken at ends of lines are whole. */
const whole = (stretch: string): string => stretch.replace(/[-‐]\r?\n[ \t]*(?=\p{Ll})/gu, '')
