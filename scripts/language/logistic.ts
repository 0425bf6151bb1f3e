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
  const scales = names.map((name) => scaleOf(cases.map((one) => one.features[name] ?? 0)))
  const rows = cases.map(({ features, right }) => ({
    x: [
      1,
      ...names.map(
        (name, j) => ((features[name] ?? 0) - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1),
      ),
    ],
    y: right ? 1 : 0,
  }))
  let w = new Array<number>(names.length + 1).fill(0)
  for (let round = 0; round < ROUNDS; round++) w = newton(rows, w, ridge)
  let bias = w[0] ?? 0
  const weights: Record<string, number> = {}
  names.forEach((name, j) => {
    const { mean, deviation } = scales[j] ?? { mean: 0, deviation: 1 }
    const weight = (w[j + 1] ?? 0) / deviation
    weights[name] = weight
    bias -= weight * mean
  })
  return { bias, weights }
}

function commonNames(cases: readonly Case[], rare: number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of cases)
    for (const [name, value] of Object.entries(features))
      if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) => (count >= rare ? [name] : [])).sort()
}

function scaleOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, deviation: Math.sqrt(variance) || 1 }
}

type Row = { readonly x: readonly number[]; readonly y: number }

function newton(rows: readonly Row[], w: readonly number[], ridge: number): number[] {
  const size = w.length
  const gradient = w.map((value, j) => (j === 0 ? 0 : ridge * value))
  const curve = w.map((_, j) => w.map((_, k) => (j === k ? (j === 0 ? 1e-6 : ridge) : 0)))
  for (const { x, y } of rows) {
    const p = 1 / (1 + Math.exp(-dot(w, x)))
    const spread = Math.max(1e-6, p * (1 - p))
    for (let j = 0; j < size; j++) {
      const xj = x[j] ?? 0
      if (xj === 0) continue
      gradient[j] = (gradient[j] ?? 0) + (p - y) * xj
      const line = curve[j] ?? []
      for (let k = 0; k < size; k++) line[k] = (line[k] ?? 0) + spread * xj * (x[k] ?? 0)
    }
  }
  const step = solve(curve, gradient)
  return w.map((value, j) => value - (step[j] ?? 0))
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0)

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
