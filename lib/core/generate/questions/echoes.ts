/** Pronouns that repeat a name which their clause has said: "Holm and her friend" says it better than the name twice. */
import { lower } from '@/lib/core/language/spans/syntax'
import type { ReadSentence } from '../read-sentence'

interface Said {
  readonly from: number
  readonly text: string
}

/** The positions of possessive pronouns that the subject of their own clause is meant by. */
export function echoesIn(
  { trees, typed, tokens }: ReadSentence,
  said: ReadonlyMap<number, Said>,
): Set<number> {
  const echoes = new Set<number>()
  const { clauses, syntax } = trees
  for (const { from, text } of said.values()) {
    if (!/^(?:his|her|its|their|himself|herself|itself)$/.test(lower(syntax, from))) continue
    const name = text.replace(/[’']s?$/, '')
    const clause = clauses.find(
      (one) => one.from <= from && from < one.to && isNearest(clauses, one, from),
    )
    const subject = clause?.subject
    if (subject === null || subject === undefined || subject.from > from) continue
    const own = said.get(subject.head)?.text ?? said.get(subject.from)?.text
    const mention = typed.find((m) => {
      const start = tokens[subject.from]?.start ?? 0
      const end = tokens[Math.min(subject.to, from) - 1]?.end ?? start
      return 'name' in m.value && m.start >= start && m.end <= end && isSame(m.value.name, name)
    })
    if (mention !== undefined || (own !== undefined && isSame(own, name))) echoes.add(from)
  }
  return echoes
}

const isSame = (one: string, other: string): boolean =>
  bare(one) === bare(other) ||
  bare(one).endsWith(` ${bare(other)}`) ||
  bare(other).endsWith(` ${bare(one)}`)

const bare = (name: string): string => name.replace(/^the /i, '')

/** No smaller clause holds the place. */
const isNearest = (
  clauses: readonly { readonly from: number; readonly to: number }[],
  { from, to }: { readonly from: number; readonly to: number },
  at: number,
): boolean => !clauses.some((one) => one.from <= at && at < one.to && one.to - one.from < to - from)
