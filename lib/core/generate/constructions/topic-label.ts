/** What a question is about where it names nothing itself: the section's heading or the text's title, set before it. */
import type { Ask } from '../fact'
import type { Reading, ReadSentence } from '../read-sentence'
import { questionOf } from '../realize'
import { namesSomething, underTopic } from '../topic'

/** "How many ships went through?" → "Suez Canal: How many ships went through?" */
export function labelled(ask: Ask, sentence: ReadSentence, reading: Reading): Ask {
  if (namesSomething(questionOf(ask))) return ask
  const label = labelOf(sentence, reading)
  return label === null ? ask : underTopic(ask, label)
}

/** The heading that the paragraph itself speaks of, else the title, where the text names it again and again. */
function labelOf({ block, section }: ReadSentence, { text, sectionTitle }: Reading): string | null {
  const { body, about } = text.source
  const heading = sectionTitle(section).replace(/^.*: /, '')
  const own = body.slice(block.start, block.end).toLowerCase()
  if (isShort(heading) && own.includes(heading.toLowerCase())) return heading
  const title = about.title.replace(/^The /, '')
  const times = body.toLowerCase().split(title.toLowerCase()).length - 1
  return isShort(title) && times >= LEAST_TIMES ? title : null
}

const isShort = (words: string): boolean => words !== '' && words.split(' ').length <= LONGEST

/** In words. */
const LONGEST = 4
/** The title itself is one of them. */
const LEAST_TIMES = 4
