/**
 * What is known of an item before it was ever asked, told from how first answers went: log odds are the learner's own level,
 * plus what the kind of item adds, plus what the section adds. Each addition is drawn towards none as long as few answers
 * speak for it (a generalised linear mixed model; N. E. Breslow and D. G. Clayton, JASA 88, 1993, with the variances given).
 */
import type { ItemKind } from '../../items/item'
import { rightIf } from './learned-recall'
import { inverse, type Matrix } from './matrix'
import { likeliestOf, type NormalPrior } from './scoring'

export type FirstAnswer = {
  readonly kind: ItemKind
  readonly sectionKey: string
  readonly picked: boolean
  readonly right: boolean
}

/** Log odds of being known before it was asked, of a new learner's typical item, and the standard deviations around it. */
const BEFORE = { mean: -0.5, level: 1, kind: 0.6, section: 0.7 } as const

/** Every section that is not in question adds the same. */
const ELSEWHERE = Symbol('elsewhere')

export type Known = {
  /** Sections and kinds have a place among the additions; the level is the first. */
  readonly places: ReadonlyMap<string | symbol, number>
  readonly likeliest: readonly number[]
  readonly covariance: Matrix
  readonly answers: number
}

/** @param sections those that are asked about @param kinds as well */
export function learnKnown(
  answers: readonly FirstAnswer[],
  kinds: Iterable<ItemKind>,
  sections: Iterable<string>,
): Known {
  const places = new Map<string | symbol, number>()
  const deviations: number[] = [BEFORE.level]
  const place = (key: string | symbol, deviation: number) => {
    if (places.has(key)) return
    places.set(key, deviations.length)
    deviations.push(deviation)
  }
  for (const kind of [...kinds, ...answers.map((answer) => answer.kind)]) {
    place(kindKey(kind), BEFORE.kind)
  }
  for (const section of sections) place(sectionKeyOf(section), BEFORE.section)
  place(ELSEWHERE, BEFORE.section)
  const cells = gather(answers, places)
  const { likeliest, information } = likeliestOf(priorOf(deviations), (at, score, curvature) => {
    for (const cell of cells) addCell(cell, at, score, curvature)
  })
  return { places, likeliest, covariance: inverse(information), answers: answers.length }
}

/** The level about where people begin, and no addition known beforehand; none tells of another. */
const priorOf = (deviations: readonly number[]): NormalPrior => ({
  mean: deviations.map((_, i) => (i === 0 ? BEFORE.mean : 0)),
  precision: deviations.map((deviation, i) =>
    deviations.map((_, j) => (i === j ? 1 / deviation ** 2 : 0)),
  ),
})

/** Items of one kind and section, as the model sees them: which additions make up their log odds. */
export function termsOf({ places }: Known, kind: ItemKind, sectionKey: string): readonly number[] {
  return termsIn(places, kind, sectionKey)
}

/** Log odds of the terms, how uncertain they are, and how they vary with another set of terms. */
export function logOdds({ likeliest }: Known, terms: readonly number[]): number {
  return terms.reduce((sum, term) => sum + (likeliest[term] ?? 0), 0)
}

export function covarianceOf(
  { covariance }: Known,
  terms: readonly number[],
  others: readonly number[],
): number {
  let sum = 0
  for (const i of terms) for (const j of others) sum += covariance[i]?.[j] ?? 0
  return sum
}

export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

const kindKey = (kind: ItemKind) => `kind ${kind}`
const sectionKeyOf = (section: string) => `section ${section}`

function termsIn(
  places: ReadonlyMap<string | symbol, number>,
  kind: ItemKind,
  sectionKey: string,
): number[] {
  const section = places.get(sectionKeyOf(sectionKey)) ?? places.get(ELSEWHERE)
  return [0, places.get(kindKey(kind)), section].filter((term) => term !== undefined)
}

type Cell = {
  readonly terms: readonly number[]
  readonly picked: boolean
  right: number
  of: number
}

function gather(
  answers: readonly FirstAnswer[],
  places: ReadonlyMap<string | symbol, number>,
): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { kind, sectionKey, picked, right } of answers) {
    const terms = termsIn(places, kind, sectionKey)
    const key = `${terms} ${picked}`
    const cell = cells.get(key) ?? { terms, picked, right: 0, of: 0 }
    cell.of++
    if (right) cell.right++
    cells.set(key, cell)
  }
  return [...cells.values()]
}

/** Adds the slope of the log likelihood and its expected curvature, in place. */
function addCell(
  { terms, picked, right, of }: Cell,
  likeliest: readonly number[],
  score: number[],
  information: number[][],
): void {
  const known = chanceOf(terms.reduce((sum, term) => sum + (likeliest[term] ?? 0), 0))
  const chance = rightIf(known, picked)
  const slope = (rightIf(1, picked) - rightIf(0, picked)) * known * (1 - known)
  const variance = Math.max(chance * (1 - chance), 1e-7)
  for (const i of terms) {
    score[i] = (score[i] ?? 0) + ((right - of * chance) * slope) / variance
    const row = information[i]
    if (!row) continue
    for (const j of terms) row[j] = (row[j] ?? 0) + (of * slope * slope) / variance
  }
}
