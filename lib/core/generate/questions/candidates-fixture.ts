/** For tests: what the clauses of a few sentences can be asked, before anything is chosen. */

import { mentionsOf } from '@/lib/core/language/mentions/mentions'
import { resolve } from '@/lib/core/language/mentions/resolve'
import { readSteps } from '@/lib/core/language/read'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { readingOf, readSentences } from '../reading'
import { questionOf } from '../realize'
import { isReadable, readNames } from '../rough'
import { model } from '../testing-fixture'
import { clauseFacts } from './clause-facts'

export interface Candidate {
  readonly question: string
  readonly answer: string
  readonly construction: string
}

export function candidatesOf(body: string): Candidate[] {
  const text = segment(readSource(body, { fileName: 'text.txt' }))
  const read = drain(readSteps(text, model(), isReadable))
  const mentions = mentionsOf(read)
  const trees = new Map(read.blocks.flatMap((b) => b.sentences).map((s) => [s.start, s]))
  const { sentences, names } = drain(readNames(text, trees))
  const english = { trees, mentions, references: resolve(read, mentions) }
  const reading = readingOf(text, english, names)
  return [...readSentences(reading, sentences)].flatMap((sentence) =>
    clauseFacts(sentence, null, reading).map(({ ask, answer, construction }) => {
      const question = questionOf(ask)
      return {
        question: question.charAt(0).toUpperCase() + question.slice(1),
        answer: answer.text,
        construction,
      }
    }),
  )
}

function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
