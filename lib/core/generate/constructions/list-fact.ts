import { type Ask, type Fact, fact, type ListElement } from '../fact'
import type { ReadSentence } from '../read-sentence'

/** Lists longer than this are no one card. */
export const LONGEST_LIST = 20

export const listFact = (
  sentence: ReadSentence,
  construction: string,
  ask: Ask,
  elements: readonly ListElement[],
  confidence: number,
  alsoFrom: readonly ReadSentence[] = [],
): Fact =>
  fact({
    kind: 'list',
    construction,
    sentence,
    alsoFrom: [
      ...new Set([
        ...alsoFrom,
        ...sentence.resolved.flatMap((r) =>
          r.from === null || r.from === sentence ? [] : [r.from],
        ),
      ]),
    ],
    ask,
    elements,
    answer: {
      text: elements.map((e) => e.text).join('; '),
      type: 'term',
      grain: '',
      span: null,
      number: '',
    },
    confidence,
  })
