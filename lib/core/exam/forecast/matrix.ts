/** As much linear algebra as a posterior needs: matrices are symmetric, positive definite and small. */

export type Vector = readonly number[]
export type Matrix = readonly Vector[]

/** The lower triangle L with L·Lᵀ = a (A.-L. Cholesky). Throws RangeError where `a` is not positive definite. */
export function triangleOf(a: Matrix): Matrix {
  const l = a.map((row) => row.map(() => 0))
  for (const [i, row] of l.entries()) {
    for (let j = 0; j <= i; j++) {
      const left = at(a, i, j) - dot(row, l[j] ?? [], j)
      if (i === j && !(left > 0)) throw new RangeError('The matrix is not positive definite')
      row[j] = i === j ? Math.sqrt(left) : left / at(l, j, j)
    }
  }
  return l
}

/** x with a·x = b. */
export function solve(a: Matrix, b: Vector): number[] {
  const l = triangleOf(a)
  const y: number[] = []
  for (let i = 0; i < b.length; i++) {
    y.push(((b[i] ?? 0) - dot(l[i] ?? [], y, i)) / at(l, i, i))
  }
  const x = b.map(() => 0)
  for (let i = b.length - 1; i >= 0; i--) {
    let left = y[i] ?? 0
    for (let j = i + 1; j < b.length; j++) left -= at(l, j, i) * (x[j] ?? 0)
    x[i] = left / at(l, i, i)
  }
  return x
}

export function inverse(a: Matrix): Matrix {
  return a.map((row, i) =>
    solve(
      a,
      row.map((_, j) => (i === j ? 1 : 0)),
    ),
  )
}

export const times = (a: Matrix, x: Vector): number[] => a.map((row) => dot(row, x))

/** Of the first `count` numbers. */
export function dot(a: Vector, b: Vector, count = a.length): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

const at = (a: Matrix, i: number, j: number) => a[i]?.[j] ?? 0
