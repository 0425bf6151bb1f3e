/** Agreement: whether two readers who judge the same items say the same of them. */
import type { Verdict } from '../gold/judgement'
import type { JudgedItem } from './precision'

export type Agreement = {
  /** In the order of their names. */
  readonly readers: readonly [string, string]
  /** Items that both judged. */
  readonly both: number
  /** Of these, where both say good or both say not. */
  readonly same: number
  /** Where both give the same verdict. */
  readonly sameVerdict: number
  /** Agreement on good or not beyond what chance gives (Cohen 1960); null where chance alone would give it all. */
  readonly kappa: number | null
}

/** Of each two readers who have judged an item in common. */
export function agreement(items: readonly JudgedItem[]): readonly Agreement[] {
  const names = [...new Set(items.flatMap((item) => item.said.map((one) => one.reader)))].sort()
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => {
      const pairs = items.flatMap((item) => {
        const [x, y] = [verdictOf(item, a), verdictOf(item, b)]
        return x !== undefined && y !== undefined ? [[x, y] as const] : []
      })
      return pairs.length === 0 ? [] : [agreementOf([a, b], pairs)]
    }),
  )
}

const verdictOf = ({ said }: JudgedItem, reader: string): Verdict | undefined =>
  said.find((one) => one.reader === reader)?.verdict

function agreementOf(
  readers: readonly [string, string],
  pairs: readonly (readonly [Verdict, Verdict])[],
): Agreement {
  const both = pairs.length
  const good = (side: 0 | 1) => pairs.filter((pair) => pair[side] === 'good').length / both
  const same = pairs.filter(([x, y]) => (x === 'good') === (y === 'good')).length
  const chance = good(0) * good(1) + (1 - good(0)) * (1 - good(1))
  return {
    readers,
    both,
    same,
    sameVerdict: pairs.filter(([x, y]) => x === y).length,
    kappa: chance === 1 ? null : (same / both - chance) / (1 - chance),
  }
}
