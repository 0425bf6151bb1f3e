/** Why nothing is asked of a passage. */
export const UNFIT = [
  'language',
  'code',
  'lines',
  'table',
  'figures',
  'references',
  'garbled',
] as const
/** `lines`: set in short lines, as poems and lists are. `garbled`: badly scanned, or no words at all. */
export type Unfit = (typeof UNFIT)[number]

export type PassedOver = { readonly why: Unfit; readonly passages: number; readonly words: number }
