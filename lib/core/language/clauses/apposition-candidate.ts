/** What could be an apposition: which noun it would explain, from where to where, and by what it shows. */
import type { Span } from '../spans/syntax'

export type Pattern = 'commas' | 'brackets' | 'dash' | 'colon' | 'kind and name' | 'tree'

export interface Candidate {
  /** What is explained, and what explains it: the heads. */
  readonly first: number
  readonly second: number
  /** Of the second, marks at its edges aside. */
  readonly span: Span
  readonly pattern: Pattern
}
