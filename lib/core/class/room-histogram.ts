/** What a class answered in a round, counted: without names, and not split where only a few answered. */
import { groupBy } from '../group-by'
import { normalForm } from './insight/wrong-answers'
import { judge } from './room-answer'
import type { RoomQuestion } from './room-question'
import { SMALLEST_SPLIT } from './split'

export type Bar = {
  /** An option, an answer as most wrote it, an element of a list. */
  readonly words: string
  /** right: the answer, or an element of it. others: wrong answers that stood alone. */
  readonly kind: 'right' | 'wrong' | 'others'
  readonly devices: number
  readonly hands: number
}

export type Histogram = {
  /** Devices and hands. */
  readonly people: number
  readonly devices: number
  readonly hands: number
  /** Null where fewer than five people answered. Of a list, right is who had all of it. */
  readonly split: { readonly right: number; readonly bars: readonly Bar[] } | null
}

/** Hands by what they were raised for: an option of a choice, else RIGHT or WRONG. */
export type Hands = Readonly<Record<string, number>>
export const RIGHT = 'right'
export const WRONG = 'wrong'

/** What hands can be raised for. */
export const handsFor = ({ form, options }: Pick<RoomQuestion, 'form' | 'options'>): string[] =>
  form === 'choice' ? [...options] : [RIGHT, WRONG]

/** So many wrong answers in words are shown by themselves, each given at least twice: one that stands alone may be somebody's. */
const MOST_WRONG = 5
const TWICE = 2

export function histogramOf(
  question: RoomQuestion,
  responses: readonly string[],
  raised: Hands,
): Histogram {
  const hands = handsFor(question).reduce((sum, what) => sum + (raised[what] ?? 0), 0)
  const people = responses.length + hands
  const counted = { people, devices: responses.length, hands }
  if (people < SMALLEST_SPLIT) return { ...counted, split: null }
  const judged = responses.map((response) => ({ response, ...judge(question, response) }))
  const bars = barsOf(question, judged, raised)
  const devicesRight = judged.filter(({ right }) => right).length
  const handsRight = handsFor(question)
    .filter((what) => (question.form === 'choice' ? judge(question, what).right : what === RIGHT))
    .reduce((sum, what) => sum + (raised[what] ?? 0), 0)
  return { ...counted, split: { right: devicesRight + handsRight, bars } }
}

type Answered = ReturnType<typeof judge> & { readonly response: string }

function barsOf(question: RoomQuestion, judged: readonly Answered[], raised: Hands): Bar[] {
  switch (question.form) {
    case 'choice':
      return question.options.map((words) => ({
        words,
        kind: judge(question, words).right ? 'right' : 'wrong',
        devices: judged.filter(({ response }) => response === words).length,
        hands: raised[words] ?? 0,
      }))
    case 'list':
      return [...elementBars(question, judged), ...handBars(raised)]
    default:
      return wordBars(question, judged, raised)
  }
}

const elementBars = ({ content }: RoomQuestion, judged: readonly Answered[]): Bar[] =>
  content.elements.map(({ key, text }) => ({
    words: text,
    kind: 'right',
    devices: judged.filter(({ parts }) =>
      parts.some((part) => part.elementKey === key && part.recalled),
    ).length,
    hands: 0,
  }))

/** Of a list nobody raises a hand for each element. */
function handBars(raised: Hands): Bar[] {
  const right = raised[RIGHT] ?? 0
  const wrong = raised[WRONG] ?? 0
  if (right + wrong === 0) return []
  return [
    { words: 'all of it', kind: 'right', devices: 0, hands: right },
    { words: 'not all of it', kind: 'others', devices: 0, hands: wrong },
  ]
}

function wordBars({ content }: RoomQuestion, judged: readonly Answered[], raised: Hands): Bar[] {
  const wrong = judged.filter(({ right }) => !right).map(({ response }) => response)
  const groups = [...groupBy(wrong, normalForm).values()].sort((a, b) => b.length - a.length)
  const shown = groups.filter((group) => group.length >= TWICE).slice(0, MOST_WRONG)
  const rest = wrong.length - shown.reduce((sum, group) => sum + group.length, 0)
  const others = { devices: rest, hands: raised[WRONG] ?? 0 }
  return [
    {
      words: content.answer,
      kind: 'right',
      devices: judged.length - wrong.length,
      hands: raised[RIGHT] ?? 0,
    },
    ...shown.map(
      (group): Bar => ({
        words: commonest(group),
        kind: 'wrong',
        devices: group.length,
        hands: 0,
      }),
    ),
    ...(others.devices + others.hands > 0
      ? [{ words: 'other answers', kind: 'others' as const, ...others }]
      : []),
  ]
}

/** As most of them wrote it. */
function commonest(group: readonly string[]): string {
  const same = [...groupBy(group, (words) => words.trim()).values()]
  const [first] = same.sort((a, b) => b.length - a.length)
  return first?.[0]?.trim() ?? ''
}
