/** The verb of a clause with its auxiliaries: tense, voice, negation. */
import type { Range } from './range'
import type { Token } from './tag'
import { BE, HAVE, isFunctionWord, MODALS } from './words'

export type VerbGroup = Range & {
  /** 'was', 'has been', 'could'; [] for a bare verb. Indices of the auxiliaries. */
  readonly auxiliaries: readonly number[]
  /** Index of the main verb; of the copula where there is none. */
  readonly main: number
  readonly tense: 'past' | 'present'
  readonly passive: boolean
  readonly copula: boolean
  readonly negated: boolean
}

/** Whether the token can be a finite verb here: an auxiliary, or a verb that is no -ing form and not after "to". */
export function canBeFinite(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.pos === 'AUX') return !['be', 'been', 'being', 'having'].includes(token.lower)
  if (token.pos !== 'VERB' || /ing$/.test(token.lower)) return false
  const before = tokens[i - 1]
  if (
    before?.lower === 'to' ||
    before?.pos === 'DET' ||
    before?.pos === 'ADP' ||
    before?.pos === 'PART'
  )
    return false
  return before === undefined || before.text !== '-'
}

export function readVerb(tokens: readonly Token[], at: number, end: number): VerbGroup | null {
  const auxiliaries: number[] = []
  let negated = false
  let i = at
  for (; i < end; i++) {
    const token = tokens[i]
    if (token === undefined) return null
    if (token.pos === 'AUX' || (MODALS.has(token.lower) && token.pos !== 'NOUN'))
      auxiliaries.push(i)
    else if (token.lower === 'not' || token.lower === "n't" || token.lower === 'never')
      negated = true
    else if (token.pos !== 'ADV') break
  }
  const main = tokens[i]
  const first = tokens[auxiliaries[0] ?? i]
  if (first === undefined) return null
  if (main?.pos === 'VERB' && !(auxiliaries.length > 0 && isFunctionWord(main.lower))) {
    const lastAux = tokens[auxiliaries.at(-1) ?? -1]
    const passive = lastAux !== undefined && BE.has(lastAux.lower) && !/ing$/.test(main.lower)
    return {
      from: at,
      to: i + 1,
      auxiliaries,
      main: i,
      tense: tenseOf(first),
      passive,
      copula: false,
      negated,
    }
  }
  const copula = auxiliaries.at(-1)
  if (copula === undefined) return null
  const word = tokens[copula]?.lower ?? ''
  if (!BE.has(word) && !HAVE.has(word)) return null
  return {
    from: at,
    to: copula + 1,
    auxiliaries: auxiliaries.slice(0, -1),
    main: copula,
    tense: tenseOf(first),
    passive: false,
    copula: BE.has(word),
    negated,
  }
}

const PRESENT_AUX = new Set([
  'is',
  'are',
  'am',
  "'s",
  'has',
  'have',
  'do',
  'does',
  'can',
  'may',
  'will',
  'must',
  'shall',
  'should',
])

function tenseOf(first: Token): 'past' | 'present' {
  if (first.pos === 'AUX') return PRESENT_AUX.has(first.lower) ? 'present' : 'past'
  if (first.lower === first.lemma) return 'present'
  return /s$/.test(first.lower) && !/ss$/.test(first.lower) && first.lemma !== first.lower
    ? 'present'
    : 'past'
}
