import { type Fact, fact } from '../fact'
import type { Mention } from '../mentions/mention'
import type { ReadSentence } from '../read-sentence'
import { measureAnswer } from './parts'

/** "During 1921, fourteen million more were issued, and twelve million in the first half of 1922": the unit stood before. */
export function ellipticSums(sentence: ReadSentence): Fact[] {
  const { previous, view, tokens } = sentence
  if (previous === null || sentence.quoted) return []
  const unit = unitBefore(previous)
  if (unit === null) return []
  const numbers = sentence.mentions.filter(
    (m) => m.type === 'number' && /million|billion|trillion|thousand/.test(m.text),
  )
  const facts: Fact[] = []
  const passive = /^(?:During|In) (.+?), .*? more (were|was) (\w+ed)\b/.exec(view.text)
  for (const [i, number] of numbers.entries()) {
    const question = passive === null ? null : passiveMore(sentence, passive, i, number)
    if (question === null) continue
    facts.push(
      fact({
        kind: 'sum',
        construction: 'elliptic-sum',
        sentence,
        alsoFrom: [previous],
        ask: { way: 'subject', word: `How many more ${unit}`, predicate: question },
        answer: {
          ...measureAnswer({ ...number, type: 'money' }, sentence, false),
          type: 'money',
          grain: unit,
          text: `${number.text} ${unit}`,
        },
        parallel: true,
        confidence: 0.88,
      }),
    )
  }
  return tokens.length > 0 ? facts : []
}

function unitBefore(previous: ReadSentence): string | null {
  const sums = previous.mentions.filter((m) => m.type === 'money')
  const last = sums.at(-1)
  if (last === undefined) return null
  const unit = previous.view.text
    .slice(last.numberEnd, last.end)
    .replace(/\bmore\b/, '')
    .trim()
  return /^\p{L}[\p{L} ]+s$/u.test(unit) ? unit : null
}

function passiveMore(
  sentence: ReadSentence,
  passive: RegExpExecArray,
  i: number,
  number: Mention,
): string | null {
  const [, when, be, participle] = passive
  if (i === 0) {
    const first = sentence.view.text.charAt(0) === 'D' ? 'during' : 'in'
    return number.start < passive[0].length ? `${be} ${participle} ${first} ${when}` : null
  }
  const after = sentence.view.text.slice(number.end)
  const time = /^ ((?:in|during) [^,;]+?)(?:[,;.]|$)/.exec(after)?.[1]
  return time === undefined ? null : `${be} ${participle} ${time}`
}
