/** The verb of a question: "passed" → "did … pass", "was signed" → "was … signed", "pass" after "who" → "passes". */
import { lower, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Layout } from './layout'
import { isPlural, type Wording, wordsAt } from './wording'

export interface Fronted {
  readonly auxiliary: string
  /** What stays after the subject. */
  readonly verb: string
}

/** Forms that are cut off ("'s", "n't", "cannot") can't go before the subject. */
const WHOLE = /^[a-z]{2,}$/

/** Where a noun has taken the place of the verb's own base form ("united"). */
const BASES: Readonly<Record<string, string>> = { unit: 'unite' }

/** Verbs whose past is their base form: "Holm hit the ball" is past where "Holm" is one. */
export const SAME_IN_PAST: ReadonlySet<string> = new Set(
  'hit put cut set let shut split spread cost hurt quit cast read beat bet burst thrust shed'.split(
    ' ',
  ),
)

/** Null where no auxiliary can be put before the subject. */
export function fronted(layout: Layout, syntax: Syntax, wording: Wording): Fronted | null {
  const { verb } = layout.clause
  const first = verb.auxiliaries.length > 0 ? Math.min(...verb.auxiliaries) : null
  if (first !== null || verb.copula) {
    const moved = first ?? verb.main
    const auxiliary = lower(syntax, moved)
    if (!WHOLE.test(auxiliary) || auxiliary === 'cannot') return null
    return {
      auxiliary,
      verb: wordsAt(
        wording,
        layout.verb.filter((at) => at !== moved),
      ),
    }
  }
  const token = syntax.tokens[verb.main]
  const lemma = token?.lemma.toLowerCase() ?? ''
  const base = BASES[lemma] ?? lemma
  if (token === undefined || !WHOLE.test(base) || base === 'be') return null
  let auxiliary = verb.tense === 'past' ? 'did' : token.xpos === 'VBZ' ? 'does' : 'do'
  if (auxiliary === 'do' && SAME_IN_PAST.has(base) && isSingular(syntax, layout.subject.head))
    auxiliary = 'did'
  if (auxiliary === 'do' && isSingular(syntax, layout.subject.head)) return null
  const before = wordsAt(
    wording,
    layout.verb.filter((at) => at < verb.main),
  )
  const after = wordsAt(
    wording,
    layout.verb.filter((at) => at > verb.main),
  )
  return { auxiliary, verb: [before, base, after].filter((part) => part !== '').join(' ') }
}

/** "the analysis of these reveal": the verb was read wrongly, or the writer's slip would become ours. */
const isSingular = (syntax: Syntax, head: number): boolean =>
  /^NNP?$/.test(syntax.tokens[head]?.xpos ?? '') &&
  !isPlural(syntax, head) &&
  !/(?:s|people|police|cattle|poor|rich)$/i.test(syntax.tokens[head]?.text ?? '')

/** The verb after "who" or "what": in the singular where it stands in the present and its subject in the plural. */
export function afterWho(layout: Layout, syntax: Syntax, wording: Wording): string {
  const said = wordsAt(wording, layout.verb)
  const { verb } = layout.clause
  const first = Math.min(verb.main, ...verb.auxiliaries)
  const token = syntax.tokens[first]
  if (token === undefined || !isPlural(syntax, layout.subject.head)) return said
  const singular = SINGULAR[token.text.toLowerCase()]
  if (singular !== undefined) return verb.copula ? said : replaceWord(said, token.text, singular)
  if (verb.auxiliaries.length > 0 || token.xpos !== 'VBP') return said
  return replaceWord(said, token.text, thirdPerson(token.text))
}

const SINGULAR: Readonly<Record<string, string>> = {
  have: 'has',
  do: 'does',
  are: 'is',
  were: 'was',
}

const replaceWord = (words: string, old: string, by: string): string =>
  words
    .split(' ')
    .map((word) => (word === old ? by : word))
    .join(' ')

export function thirdPerson(base: string): string {
  if (/(?:[sxz]|ch|sh|[^aeiou]o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}
