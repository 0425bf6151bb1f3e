/** What a question is about where it names nothing itself: the section's heading or the text's title, set before it. */
import type { Ask } from '../fact'
import type { Reading, ReadSentence } from '../read-sentence'
import { questionOf } from '../realize'

/** "How many ships went through?" → "Suez Canal: How many ships went through?" */
export function labelled(ask: Ask, sentence: ReadSentence, reading: Reading): Ask {
  if (namesSomething(questionOf(ask))) return ask
  const label = topicOf(sentence, reading)
  if (label === null) return ask
  switch (ask.way) {
    case 'subject':
    case 'fronted':
      return { ...ask, word: `${label}: ${ask.word}` }
    case 'statement':
      return { ...ask, statement: `${label}: ${ask.statement}` }
    case 'gap':
      return ask
  }
}

/** A name or a term with a capital, months left out: a date alone does not tell of what is spoken. */
const namesSomething = (question: string): boolean =>
  /\p{Lu}/u.test(
    question
      .slice(1)
      .replace(
        /\b(?:Name|January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
        '',
      ),
  )

/** The heading that the paragraph itself speaks of, else the title, where the text names it again and again. */
function topicOf({ block, section }: ReadSentence, { text, sectionTitle }: Reading): string | null {
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
