/** Phrases that say a time, and those that leave it open. */
import { childrenBy, type Syntax } from '@/lib/core/language/spans/syntax'
import type { Mention } from '@/lib/core/language/tree'
import type { ReadSentence } from '../read-sentence'
import type { Piece } from './layout'

/** "in June": of which year, only the text around it knows. */
export const isMonthAlone = ({ value }: Mention): boolean =>
  value.type === 'date' && value.when.grain === 'month' && value.when.iso.startsWith('--')

/** "in the middle of May". */
export const isOfTime = ({ tokens, typed }: ReadSentence, { head, positions }: Piece): boolean =>
  /^(?:middle|beginning|end|day|night|week|month|year|decade|century|time|season|spring|summer|autumn|winter|hour|age|period|era)$/.test(
    tokens[head]?.lemma ?? '',
  ) ||
  typed.some(
    (m) =>
      /^(?:date|period|duration)$/.test(m.value.type) &&
      positions.some((at) => tokens[at]?.start === m.start),
  )

/** "His first year": a time without a preposition, and of whom. */
export const isBareTime = (syntax: Syntax, { at, relation }: Piece): boolean =>
  relation.startsWith('obl') &&
  childrenBy(syntax, at, 'case').length === 0 &&
  childrenBy(syntax, at, 'nmod').some((one) => syntax.tokens[one]?.relation === 'nmod:poss')
