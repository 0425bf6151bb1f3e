/** Whether a question can be understood without the text: what it takes as known, and what it is about. */
import type { Features } from '@/lib/core/language/spans/features'
import { sourceSpan } from '@/lib/core/language/view'
import type { Fact } from '../fact'
import { overlaps } from '../mentions/mention'
import type { TextCounts } from './text-counts'

export function contextSigns(fact: Fact, question: string, counts: TextCounts): Features {
  const { sentence, answer } = fact
  const isGap = fact.ask.way === 'gap'
  const { known, fresh } = definitesOf(fact, question, counts)
  const verb = sentence.trees.clauses.find((one) => one.kind === 'main')?.verb
  const names = (question.slice(1).match(/(?<!^)\b\p{Lu}\p{L}+/gu) ?? []).length
  const isPast = verb?.tense === 'past'
  const isNamed = counts.topics.some((topic) => question.includes(topic))
  const topical = counts.topics.length > 0 ? counts.topicality : 0
  const answers = counts.topics.some((topic) => answer.text.includes(topic))
  return {
    'question takes as known': Math.min(3, known),
    'question the new': Math.min(3, fresh),
    'question past': isPast ? 1 : 0,
    'question past without names': isPast && names === 0 ? 1 : 0,
    'question present without names': !isPast && names === 0 ? 1 : 0,
    'question names topic': isNamed ? 1 : 0,
    'question without topic': isNamed || answers ? 0 : topical,
    'question without names in such a text': names === 0 ? topical : 0,
    'answer names topic': answers ? 1 : 0,
    'question numbers': Math.min(3, question.match(/\d+/g)?.length ?? 0),
    'question points at now': POINTS.test(question) ? 1 : 0,
    'question counts on others':
      /\b(?:other|another|remaining|rest|also|again|next|previous|former|later|only)\b/i.test(
        question,
      )
        ? 1
        : 0,
    'question their': /\b(?:its|their|his|her)\b/.test(question) ? 1 : 0,
    'gap opens': isGap && /^(?:The )?____/.test(question) ? 1 : 0,
    'gap closes': isGap && /____\.?$/.test(question) ? 1 : 0,
  }
}

/** "the mill", without more: one that the text has spoken of, or one that everybody knows. */
function definitesOf(
  { sentence, answer, ask }: Fact,
  question: string,
  counts: TextCounts,
): { readonly known: number; readonly fresh: number } {
  const { tokens, trees, view } = sentence
  const start = sourceSpan(view, { start: 0, end: view.text.length }).start
  const asked = question.toLowerCase()
  const heads = trees.nounPhrases.flatMap((phrase) => {
    const head = tokens[phrase.head]
    if (head?.pos !== 'NOUN' || tokens[phrase.from]?.lower !== 'the' || !isBare(phrase)) return []
    const isAnswer = answer.span !== null && overlaps(answer.span, head)
    const isThere = isAnswer ? ask.way === 'gap' : asked.includes(`the ${head.lower}`)
    return isThere ? [head.lower] : []
  })
  const known = heads.filter((head) => counts.saidBefore(head, start)).length
  return { known, fresh: heads.length - known }
}

const POINTS = /\b(?:now|today|yesterday|recently|currently|there|here|then|this|that time|ago)\b/i

const isBare = (phrase: {
  readonly modifiers: readonly unknown[]
  readonly ofPhrases: readonly unknown[]
  readonly otherPhrases: readonly unknown[]
  readonly relatives: readonly unknown[]
}): boolean =>
  phrase.modifiers.length +
    phrase.ofPhrases.length +
    phrase.relatives.length +
    phrase.otherPhrases.length ===
  0
