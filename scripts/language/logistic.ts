/** Logistic regression with a ridge, by Newton's method: the same result on every run. */
import type { Features } from '@/lib/core/language/spans/features'

export interface Case {
  readonly features: Features
  readonly right: boolean
}

export function oddsOf(model: Logistic, features: Features): number {
  let odds = model.bias
  for (const [name, value] of Object.entries(features)) odds += (model.weights[name] ?? 0) * value
  return odds
}

export interface Logistic {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

const ROUNDS = 12

/**
 * A feature that fewer than `rare` cases have is left out. The ridge pulls the weights of standardised features to zero; it
 * counts as much as that many cases.
 */
export function fitLogistic(cases: readonly Case[], { ridge = 8, rare = 15 } = {}): Logistic {
  const names = commonNames(cases, rare)
  const scales = names.map((name) => deviationOf(cases.map((one) => one.features[name] ?? 0)))
  const columns = new Map(names.map((name, j) => [name, j + 1]))
  const rows = cases.map(({ features, right }) => rowOf(features, right, columns, scales))
  let w = new Array<number>(names.length + 1).fill(0)
  for (let round = 0; round < ROUNDS; round++) w = newton(rows, w, ridge)
  return {
    bias: w[0] ?? 0,
    weights: Object.fromEntries(
      names.map((name, j) => [name, (w[j + 1] ?? 0) / (scales[j] ?? 1)] as const),
    ),
  }
}

/** Most features of a case are 0: only the others are kept, by column. The first column is the bias. */
interface Row {
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly y: number
}

/** Features are scaled, and not centred: the bias, which no ridge pulls, makes up for that. */
function rowOf(
  features: Features,
  right: boolean,
  places: ReadonlyMap<string, number>,
  scales: readonly number[],
): Row {
  const columns = [0]
  const values = [1]
  for (const [name, value] of Object.entries(features)) {
    const place = places.get(name)
    if (place === undefined || value === 0) continue
    columns.push(place)
    values.push(value / (scales[place - 1] ?? 1))
  }
  return { columns, values, y: right ? 1 : 0 }
}

function commonNames(cases: readonly Case[], rare: number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of cases)
    for (const [name, value] of Object.entries(features))
      if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) => (count >= rare ? [name] : [])).sort()
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Math.sqrt(variance) || 1
}

function newton(rows: readonly Row[], w: readonly number[], ridge: number): number[] {
  const gradient = w.map((value, j) => (j === 0 ? 0 : ridge * value))
  const curve = w.map((_, j) => w.map((_, k) => (j === k ? (j === 0 ? 1e-6 : ridge) : 0)))
  for (const { columns, values, y } of rows) {
    const sum = columns.reduce((all, column, i) => all + (w[column] ?? 0) * (values[i] ?? 0), 0)
    const p = 1 / (1 + Math.exp(-sum))
    const spread = Math.max(1e-6, p * (1 - p))
    columns.forEach((column, i) => {
      const value = values[i] ?? 0
      gradient[column] = (gradient[column] ?? 0) + (p - y) * value
      const line = curve[column] ?? []
      columns.forEach((other, k) => {
        line[other] = (line[other] ?? 0) + spread * value * (values[k] ?? 0)
      })
    })
  }
  const step = solve(curve, gradient)
  return w.map((value, j) => value - (step[j] ?? 0))
}

/** Gauss with pivots; the matrix is positive definite, by the ridge. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, j) => [...line, right[j] ?? 0])
  const size = rows.length
  for (let j = 0; j < size; j++) {
    let best = j
    for (let k = j + 1; k < size; k++)
      if (Math.abs(rows[k]?.[j] ?? 0) > Math.abs(rows[best]?.[j] ?? 0)) best = k
    const pivot = rows[best] ?? []
    rows[best] = rows[j] ?? []
    rows[j] = pivot
    for (let k = j + 1; k < size; k++) {
      const line = rows[k] ?? []
      const share = (line[j] ?? 0) / (pivot[j] ?? 1)
      if (share === 0) continue
      for (let m = j; m <= size; m++) line[m] = (line[m] ?? 0) - share * (pivot[m] ?? 0)
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let j = size - 1; j >= 0; j--) {
    const line = rows[j] ?? []
    let rest = line[size] ?? 0
    for (let k = j + 1; k < size; k++) rest -= (line[k] ?? 0) * (result[k] ?? 0)
    result[j] = rest / (line[j] ?? 1)
  }
  return result
}
