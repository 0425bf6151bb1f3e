/** What a text is about by its title, and questions that can be understood only by who knows that. */
import type { Value } from '@/lib/core/language/tree'
import type { Ask, Fact } from './fact'
import { isOpen } from './open-definites'
import type { Reading } from './read-sentence'

/** A place, a body or an event that the title names and the text names again and again. */
export interface Topic {
  readonly name: string
  readonly type: Value['type']
}

/** The title itself may be one of them. */
const LEAST_TIMES = 4

export function topicOf({ text, english }: Pick<Reading, 'text' | 'english'>): Topic | null {
  const title = plain(text.source.about.title)
  if (title === '' || title.split(' ').length > 4) return null
  const times = new Map<string, { topic: Topic; count: number }>()
  for (const { value } of english.mentions) {
    if (!('name' in value) || !/^(?:place|organisation|event)$/.test(value.type)) continue
    if (plain(value.name) !== title) continue
    const topic = { name: value.name, type: value.type }
    const known = times.get(value.type)
    times.set(value.type, { topic, count: (known?.count ?? 0) + 1 })
  }
  const [first] = [...times.values()].sort((a, b) => b.count - a.count)
  return first !== undefined && first.count >= LEAST_TIMES ? first.topic : null
}

/** "ARNFELD (Arnfelt)" → "arnfeld". */
const plain = (name: string): string =>
  name
    .replace(/\(.*\)/, '')
    .replace(/^the /i, '')
    .trim()
    .toLowerCase()

/** "How many ships went through?" → "Suez Canal: How many ships went through?" */
export function underTopic(ask: Ask, name: string): Ask {
  switch (ask.way) {
    case 'subject':
    case 'fronted':
      return { ...ask, word: `${name}: ${ask.word}` }
    case 'statement':
      return { ...ask, statement: `${name}: ${ask.statement}` }
    case 'gap':
      return { ...ask, before: `${name}: ${ask.before}`.trim() }
  }
}

/** Whether it leaves out of what it speaks: nothing named in it, or "the city" in a text about one. */
export function needsTopic({ sentence, answer }: Fact, question: string, topic: Topic): boolean {
  const lower = question.toLowerCase()
  if (lower.includes(plain(topic.name)) || answer.text.toLowerCase().includes(plain(topic.name)))
    return false
  if (!namesSomething(question)) return true
  const { syntax } = sentence.trees
  return (
    topic.type === 'place' &&
    syntax.tokens.some(
      ({ lemma, text }, at) =>
        PLACES.test(lemma) && lower.includes(`the ${text.toLowerCase()}`) && isOpen(syntax, at),
    )
  )
}

/** What a text about a place calls it. */
const PLACES =
  /^(?:city|town|village|country|state|nation|kingdom|province|region|area|county|island|archipelago|peninsula|continent|capital|district|downtown|population)$/

/** A name or a term with a capital, months left out: a date alone does not tell of what is spoken. */
export const namesSomething = (question: string): boolean =>
  /\p{Lu}\p{L}/u.test(
    question
      .slice(1)
      .replace(
        /\b(?:Name|January|February|March|April|May|June|July|August|September|October|November|December)\b|[.?:] \p{Lu}/gu,
        '',
      ),
  )
