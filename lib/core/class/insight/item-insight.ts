/**
 * What a class's answers say of an item: how it was answered against what was expected, and whether it is the question that
 * is bad or the fact that is forgotten.
 */
import { SMALLEST_SPLIT } from '../split'
import { atMost, chanceOf, logit, shiftOf } from './chance'
import { type Discrimination, discriminationOf } from './correlation'
import type { SaidAnswer } from './read-card'

/** Answers to one item, by who gave them. For a list all its elements'. */
export type AnswersBy = {
  readonly person: string
  readonly answers: readonly SaidAnswer[]
  /** The chance that they recall it now, 0 … 1; null: never asked. */
  readonly recall: number | null
}

/** First answers of a day that were forecast. */
export type Tries = {
  readonly of: number
  readonly right: number
  /** How many were to be right by the memory model alone. */
  readonly said: number
  /** … and by the model moved to how the class does on all other items. */
  readonly expected: number
  /** The chance of so few right ones or fewer, if only memory were at work; null without tries. */
  readonly chance: number | null
}

export type Fault =
  /** Right far less often than memory makes likely. */
  | 'unexpectedly wrong'
  /** Who knows the rest better gets this one wrong more. */
  | 'known by the wrong ones'
  /** Many said that the machine was wrong. */
  | 'overruled'

export type Verdict =
  | { readonly kind: 'few' }
  | { readonly kind: 'question'; readonly faults: readonly Fault[] }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'sound' }

export type ItemInsight = {
  /** People who were asked, and their answers. */
  readonly people: number
  readonly answers: number
  readonly tries: Tries
  /** Times that somebody said "I was right", by how many people, and of how many answers that the machine called wrong. */
  readonly overruled: { readonly times: number; readonly people: number; readonly of: number }
  readonly discrimination: Discrimination | null
  /** Mean over those who were ever asked; null where nobody was. */
  readonly recall: number | null
  readonly verdict: Verdict
}

/** So unlikely must so few right answers be. With 60 sound items one in two classes meets one at .01 by chance. */
export const UNLIKELY = 0.01
/** … and so much less than expected, 0 … 1: with many answers every small difference is unlikely. */
export const CLEARLY_LESS = 0.1
/** So large a part of what the machine called wrong was overruled. */
const OFTEN_OVERRULED = 1 / 3
/** Under this chance of recall, 0 … 1, an item counts as forgotten. */
export const FORGOTTEN = 0.75
/** So many other first answers tell how much somebody knows of the rest. */
const REST_ENOUGH = 5

type Sum = { of: number; right: number }

/** For each item, in the order given. */
export function itemInsights(items: readonly (readonly AnswersBy[])[]): ItemInsight[] {
  const tries = items.map((people) => people.flatMap(({ answers }) => answers.flatMap(tried)))
  const all = tries.flatMap((own) => own.map(({ logOdds }) => logOdds))
  const right = tries.map(rightOf)
  const allRight = right.reduce((sum, n) => sum + n, 0)
  const allShift = shiftOf(all, allRight)
  const rest = firstsByPerson(items)
  let from = 0
  return items.map((people, index) => {
    const own = tries[index] ?? []
    const others = all.slice(0, from).concat(all.slice(from + own.length))
    from += own.length
    const shift = shiftOf(others, allRight - (right[index] ?? 0), allShift)
    return insightOf(people, triesOf(own, shift), discriminationIn(people, rest))
  })
}

type Try = { readonly logOdds: number; readonly said: number; readonly right: boolean }

const tried = ({ said, grade }: SaidAnswer): Try[] =>
  said === null ? [] : [{ said, logOdds: logit(said), right: grade > 1 }]

const rightOf = (tries: readonly Try[]): number => tries.filter((one) => one.right).length

function triesOf(tries: readonly Try[], shift: number): Tries {
  const chances = tries.map(({ logOdds }) => chanceOf(logOdds + shift))
  const right = rightOf(tries)
  return {
    of: tries.length,
    right,
    said: tries.reduce((sum, { said }) => sum + said, 0),
    expected: chances.reduce((sum, p) => sum + p, 0),
    chance: tries.length === 0 ? null : atMost(right, chances),
  }
}

function insightOf(
  people: readonly AnswersBy[],
  tries: Tries,
  discrimination: Discrimination | null,
): ItemInsight {
  const asked = people.filter(({ answers }) => answers.length > 0)
  const answers = asked.flatMap(({ person, answers: own }) =>
    own.map((answer) => ({ person, answer })),
  )
  const contradicted = answers.filter(({ answer }) => answer.overruled)
  const calledWrong = answers.filter(
    ({ answer }) => answer.overruled || (answer.grade === 1 && answer.typed.trim() !== ''),
  )
  const overruled = {
    times: contradicted.length,
    people: new Set(contradicted.map(({ person }) => person)).size,
    of: calledWrong.length,
  }
  const recalls = people.flatMap(({ recall }) => recall ?? [])
  const recall = recalls.length === 0 ? null : mean(recalls)
  const found = { people: asked.length, answers: answers.length, tries, overruled }
  return {
    ...found,
    discrimination,
    recall,
    verdict: verdictOf(found, discrimination, recall),
  }
}

function verdictOf(
  { people, tries, overruled }: Pick<ItemInsight, 'people' | 'tries' | 'overruled'>,
  discrimination: Discrimination | null,
  recall: number | null,
): Verdict {
  if (people < SMALLEST_SPLIT) return { kind: 'few' }
  const faults: Fault[] = []
  const less = tries.of > 0 && (tries.expected - tries.right) / tries.of >= CLEARLY_LESS
  if (less && tries.chance !== null && tries.chance < UNLIKELY) faults.push('unexpectedly wrong')
  if (discrimination && discrimination.high < 0) faults.push('known by the wrong ones')
  if (overruled.people >= 3 && overruled.times / overruled.of >= OFTEN_OVERRULED)
    faults.push('overruled')
  if (faults.length > 0) return { kind: 'question', faults }
  const low = tries.of >= SMALLEST_SPLIT && tries.right / tries.of < FORGOTTEN
  return low || (recall !== null && recall < FORGOTTEN) ? { kind: 'forgotten' } : { kind: 'sound' }
}

/** First answers of a day, those to new cards too: what somebody knows of all. */
function firstsByPerson(items: readonly (readonly AnswersBy[])[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { person, answers } of items.flat()) {
    const own = firstsOf(answers)
    const sum = sums.get(person) ?? { of: 0, right: 0 }
    sums.set(person, { of: sum.of + own.of, right: sum.right + own.right })
  }
  return sums
}

function firstsOf(answers: readonly SaidAnswer[]): Sum {
  const firsts = answers.filter((answer) => answer.firstOfDay)
  return { of: firsts.length, right: firsts.filter(({ grade }) => grade > 1).length }
}

function discriminationIn(
  people: readonly AnswersBy[],
  all: ReadonlyMap<string, Sum>,
): Discrimination | null {
  return discriminationOf(
    people.flatMap(({ person, answers }) => {
      const own = firstsOf(answers)
      const sum = all.get(person)
      if (own.of === 0 || !sum || sum.of - own.of < REST_ENOUGH) return []
      return [{ item: own.right / own.of, rest: (sum.right - own.right) / (sum.of - own.of) }]
    }),
  )
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
